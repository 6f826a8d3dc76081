'use client'

import { Copy, X } from 'lucide-react'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { type ReadyArea, readyArea } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { useAreaFact, useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Picker } from '#components/ui/Picker.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { olderIn } from '#lib/client/areaView.ts'
import { similarTo } from '#lib/domain/similar.ts'
import { type Story } from '#lib/domain/story.ts'
import { OlderStories } from './OlderStories.tsx'
import { storyLines } from './storyLines.ts'
import { titleIndexOf } from './titleIndex.ts'

/** Whoever says that a story repeats another has it in mind: what is offered may be less alike than what warns. */
const OFFERED = 0.3

/** The story that a dismissed one repeats, and whether it takes over what the dismissed one has. */
export interface Repeats {
  readonly story: Story
  readonly merge: boolean
}

/** Which story this one repeats, if any: those that resemble it first, the others by searching. */
export function DuplicateField({
  story,
  repeats,
  onChange,
}: {
  readonly story: Story
  readonly repeats: Repeats | null
  readonly onChange: (repeats: Repeats | null) => void
}) {
  const t = textsOf('asks.duplicate')
  const client = useWorkspaceClient()
  const [searching, setSearching] = useState(false)
  // What is offered does not change under the hand, unless closed stories were asked for.
  const [first] = useState(() => readyArea(client))
  const hasCome = useAreaFact((now) => first.filed.size > 0 && isReady(now) && now.filed.size === 0)
  const area = useMemo(() => (hasCome ? readyArea(client) : first), [hasCome, client, first])
  const alike = useMemo(
    () =>
      similarTo(titleIndexOf(area.stories), story.title, { most: 6, least: OFFERED }).map(
        ({ id }) => id,
      ),
    [area, story.title],
  )
  if (repeats) return <Chosen story={story} repeats={repeats} onChange={onChange} />
  if (!searching) {
    return (
      <Button
        look="quiet"
        size="small"
        icon={<Copy aria-hidden size={14} />}
        className="self-start"
        onClick={() => setSearching(true)}
      >
        {t('open')}
      </Button>
    )
  }
  const without = new Set([story.id])
  return (
    <div className="rounded-card border">
      <Picker
        label={t('find')}
        find={(query) => storyLines(area, query, { without, suggested: alike })}
        empty={(query) => (query === '' ? t('type') : t('nothing', { query }))}
        onChoose={({ id }) => {
          const original = area.stories.get(id)
          if (original) onChange({ story: original, merge: false })
        }}
      >
        <OlderStories count={olderIn(area)} />
      </Picker>
    </div>
  )
}

function isReady(area: AreaView): area is ReadyArea {
  return area.phase === 'ready'
}

function Chosen({
  story,
  repeats: { story: original, merge },
  onChange,
}: {
  readonly story: Story
  readonly repeats: Repeats
  readonly onChange: (repeats: Repeats | null) => void
}) {
  const t = textsOf('asks.duplicate')
  const client = useWorkspaceClient()
  const mergeId = useId()
  const no = client.judge({
    type: 'dismissStory',
    story: story.id,
    reason: '…',
    duplicateOf: original.id,
    merge: true,
  })
  return (
    <div className="flex flex-col gap-1.5 rounded-card border px-2.5 py-2">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate text-label">
          <span className="text-subtle">
            {t.rich('repeats', {
              name: storyName(original),
              n: asKey,
            })}
          </span>{' '}
          {original.title}
        </p>
        <IconButton size="small" label={t('none')} onClick={() => onChange(null)}>
          <X aria-hidden size={14} />
        </IconButton>
      </div>
      <div className="flex items-start gap-2 text-label">
        <input
          id={mergeId}
          type="checkbox"
          checked={merge && no === null}
          disabled={no !== null}
          onChange={(event) => onChange({ story: original, merge: event.target.checked })}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <label htmlFor={mergeId} className={no === null ? 'text-muted' : 'text-subtle'}>
          {t.rich('merge', {
            name: storyName(original),
            n: inOneLine,
          })}
          <span className="block text-subtle">{no ? refusalIn(no) : t('mergeMeans')}</span>
        </label>
      </div>
    </div>
  )
}

function asKey(name: ReactNode) {
  return <span className="font-mono text-muted">{name}</span>
}

function inOneLine(name: ReactNode) {
  return <span className="whitespace-nowrap">{name}</span>
}
