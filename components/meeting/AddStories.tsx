'use client'

import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { storyLines } from '#components/flow/storyLines.ts'
import type { Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import { Button } from '#components/ui/Button.tsx'
import { NumberField } from '#components/ui/NumberField.tsx'
import { Picker } from '#components/ui/Picker.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import { MINUTES_DEFAULT, MINUTES_MAX } from '#lib/domain/sessions/session.ts'
import { suggestAgenda } from '#lib/domain/sessions/suggestions.ts'
import { isAreaStory } from '#lib/domain/story.ts'

/** Puts stories on the agenda: those found by key or title, what is suggested before anything is typed. */
export function AddStories({ room, area }: { readonly room: Room; readonly area: ReadyArea }) {
  const t = useTranslations('meeting.agenda')
  const [minutes, setMinutes] = useState(MINUTES_DEFAULT)
  const suggested = useSuggested(room, area)
  const without = useMemo(() => {
    const there = new Set(room.session.agenda.map(({ story }) => story))
    // A meeting is about what is refined.
    for (const story of area.stories.values()) {
      if (!isAreaStory(story) || story.stage === 'wont-do') there.add(story.id)
    }
    return there
  }, [room.session.agenda, area.stories])
  return (
    <Popover
      title={t('add')}
      align="start"
      className="w-96!"
      trigger={
        <Button size="small" icon={<Plus aria-hidden size={14} />}>
          {t('add')}
        </Button>
      }
    >
      <div className="mt-2 flex flex-col gap-2">
        <NumberField
          label={t('box')}
          unit={t('unit')}
          value={minutes}
          min={1}
          max={MINUTES_MAX}
          onChange={setMinutes}
        />
        <div className="rounded-card border">
          <Picker
            label={t('find')}
            multiple
            find={(query) =>
              storyLines(area, query, { without, suggested: suggested.map(({ story }) => story) })
            }
            empty={(query) => (query === '' ? t('type') : t('nothing', { query }))}
            onChoose={({ id }) =>
              runAction(askInSession, {
                room,
                command: { type: 'addToAgenda', story: id, minutes },
              })
            }
          />
        </div>
      </div>
    </Popover>
  )
}

/** What a meeting could be about, each with why, and a press that puts it on the agenda. */
export function Suggestions({ room, area }: { readonly room: Room; readonly area: ReadyArea }) {
  const t = useTranslations('meeting.suggested')
  const suggested = useSuggested(room, area)
  if (suggested.length === 0) return null
  const add = (story: string) =>
    runAction(askInSession, { room, command: { type: 'addToAgenda', story } })
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="flex-1 text-label font-semibold text-muted">{t('title')}</h3>
        <Button size="small" onClick={() => suggested.forEach(({ story }) => add(story))}>
          {t('all', { count: suggested.length })}
        </Button>
      </div>
      <ul className="flex flex-col divide-y rounded-card border bg-surface">
        {suggested.map(({ story: id, why }) => {
          const story = area.stories.get(id)
          if (!story) return null
          return (
            <li key={id} className="flex min-h-11 items-center gap-2 px-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate">
                  <span className="font-mono text-label text-muted">{story.key}</span> {story.title}
                </span>
                <span className="block text-label text-muted">{t(`why.${why}`)}</span>
              </span>
              <Button
                size="small"
                aria-label={t('addOne', { story: story.key ?? story.title })}
                onClick={() => add(id)}
              >
                {t('add')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function useSuggested({ session }: Room, { stories }: ReadyArea) {
  return useMemo(() => {
    const there = new Set(session.agenda.map(({ story }) => story))
    return suggestAgenda(stories.values()).filter(({ story }) => !there.has(story))
  }, [session.agenda, stories])
}
