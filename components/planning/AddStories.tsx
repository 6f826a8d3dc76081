'use client'

import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { storyLines } from '#components/flow/storyLines.ts'
import type { Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import { Button } from '#components/ui/Button.tsx'
import { Picker } from '#components/ui/Picker.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import { AGENDA_MAX } from '#lib/domain/sessions/session.ts'
import { suggestQueue } from '#lib/domain/sessions/suggestions.ts'
import type { Planned } from './planned.ts'

interface Props {
  readonly room: Room
  readonly planned: Planned
}

/** Puts stories of the backlog into the queue: those found by key or title, what has no size before anything is typed. */
export function AddStories({ room, planned }: Props) {
  const t = useTranslations('planning.add')
  const { area, backlog } = planned
  const suggested = useSuggested({ room, planned })
  const without = useMemo(() => {
    const there = new Set(room.session.agenda.map(({ story }) => story))
    const own = new Set(backlog.stories.map(({ id }) => id))
    // Planning is about what is on the team's backlog.
    for (const id of area.stories.keys()) if (!own.has(id)) there.add(id)
    return there
  }, [room.session.agenda, area.stories, backlog.stories])
  return (
    <Popover
      title={t('title')}
      align="start"
      className="w-96!"
      trigger={
        <Button size="small" icon={<Plus aria-hidden size={14} />}>
          {t('title')}
        </Button>
      }
    >
      <div className="mt-2 rounded-card border">
        <Picker
          label={t('find')}
          multiple
          find={(query) =>
            storyLines(area, query, { without, suggested: suggested.map(({ id }) => id) })
          }
          empty={(query) => (query === '' ? t('type') : t('nothing', { query }))}
          onChoose={({ id }) =>
            runAction(askInSession, { room, command: { type: 'addToAgenda', story: id } })
          }
        />
      </div>
    </Popover>
  )
}

/** So many are shown; all of them are a press away. */
const SHOWN = 8

/** What has no size yet, in the backlog's order, and a press that puts it into the queue (PL6). */
export function SuggestedQueue({ room, planned }: Props) {
  const t = useTranslations('planning.suggested')
  const suggested = useSuggested({ room, planned })
  const left = AGENDA_MAX - room.session.agenda.length
  if (suggested.length === 0) return null
  const add = (story: string) =>
    runAction(askInSession, { room, command: { type: 'addToAgenda', story } })
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="flex-1 text-label font-semibold text-muted">{t('title')}</h3>
        <Button size="small" onClick={() => suggested.slice(0, left).forEach(({ id }) => add(id))}>
          {t('all', { count: Math.min(suggested.length, left) })}
        </Button>
      </div>
      <ul className="flex flex-col divide-y rounded-card border bg-surface">
        {suggested.slice(0, SHOWN).map(({ id, key, title }) => (
          <li key={id} className="flex min-h-11 items-center gap-2 px-3 py-1.5">
            <span className="min-w-0 flex-1 truncate" title={title}>
              <span className="font-mono text-label text-muted">{key}</span> {title}
            </span>
            <Button
              size="small"
              aria-label={t('addOne', { story: key ?? title })}
              onClick={() => add(id)}
            >
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
      {suggested.length > SHOWN ? (
        <p className="text-label text-muted">{t('more', { count: suggested.length - SHOWN })}</p>
      ) : null}
    </section>
  )
}

function useSuggested({ room: { session }, planned: { backlog, team } }: Props) {
  return useMemo(() => {
    const there = new Set(session.agenda.map(({ story }) => story))
    return suggestQueue(backlog.stories, team).filter(({ id }) => !there.has(id))
  }, [session.agenda, backlog.stories, team])
}
