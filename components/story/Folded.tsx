'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import { homeName } from '#components/language/names.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { NextStep } from './NextStep.tsx'
import type { InStory } from './useInStory.tsx'
import { forDays } from './when.ts'

/** On narrow screens what is known about a story is one line under its title, and opens in place. */
export function Folded({
  inStory: { target, question, opened },
  area,
  now,
  children,
}: {
  readonly inStory: InStory
  readonly area: ReadyArea
  readonly now: number
  readonly children: ReactNode
}) {
  const { story } = target
  const [unfolded, setUnfolded] = useState(false)
  // Something inside is asked, or somebody is on their way to a field.
  const isNeeded = question !== null || opened.field !== null
  useEffect(() => {
    if (isNeeded) setUnfolded(true)
  }, [isNeeded])
  const shown = unfolded || isNeeded
  return (
    <div className="mt-2 rounded-card border">
      <div className="flex items-center gap-2 p-1">
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setUnfolded(!shown)}
          className="flex h-control min-w-0 flex-1 items-center gap-2 rounded-button px-2 text-start text-interface hover:bg-hover"
        >
          <StageDot stage={story.stage ?? 'backlog'} />
          <span className="truncate font-medium">{homeName(story, area.settings)}</span>
          <span className="shrink-0 text-label text-muted max-[24rem]:hidden">
            {forDays(story.enteredStageAt, now)}
          </span>
          <ChevronDown
            aria-hidden
            size={14}
            className={`ms-auto shrink-0 text-subtle transition-transform ${shown ? 'rotate-180' : ''}`}
          />
        </button>
        <NextStep target={target} />
      </div>
      {shown ? <div className="flex flex-col gap-4 border-t p-3">{children}</div> : null}
    </div>
  )
}
