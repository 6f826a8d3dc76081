'use client'

import type { Ref } from 'react'
import { span } from '#components/cards/days.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { textsOf } from '#components/language/loaded.ts'
import type { Unit } from '#lib/domain/capacity.ts'
import { iterationOn } from '#lib/domain/iterations.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import type { Iterations } from '#lib/domain/team.ts'

/** One story that may be planned: a box to choose it, what it is, and its size. */
export function FillRow({
  story,
  unit,
  iterations,
  today,
  isChosen,
  onChoose,
  box,
}: {
  readonly story: TeamStory
  readonly unit: Unit
  readonly iterations: Iterations
  readonly today: string
  readonly isChosen: boolean
  readonly onChoose: (story: string, isChosen: boolean) => void
  readonly box?: Ref<HTMLInputElement> | undefined
}) {
  const t = textsOf('pace.commit')
  const { id, title, size, schedule } = story
  return (
    <li className="border-b last:border-b-0">
      <label className="flex min-h-row cursor-default items-center gap-x-3 rounded-control px-2 py-1.5 hover:bg-hover">
        <input
          ref={box}
          type="checkbox"
          checked={isChosen}
          onChange={(event) => onChoose(id, event.target.checked)}
          className="size-4 shrink-0 accent-accent"
        />
        <span className="flex min-w-0 flex-1 items-baseline gap-x-3 max-sm:flex-col">
          <StoryKey story={story} className="w-14 shrink-0" />
          <span className="min-w-0 flex-1 text-interface wrap-anywhere text-text">
            {title}
            {schedule === null ? null : (
              <span className="block text-label text-subtle">
                {t('late', { span: span(iterationOn(iterations, schedule), today) })}
              </span>
            )}
          </span>
        </span>
        {size === null && unit === 'stories' ? null : (
          <span className="shrink-0 font-mono text-label text-muted">{size ?? t('noSize')}</span>
        )}
      </label>
    </li>
  )
}
