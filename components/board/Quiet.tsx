'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { QUIET_DAYS } from '#lib/domain/quiet.ts'
import { type Stage, STAGE_NAMES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { useBoard } from './board.ts'
import { putStory } from './putStory.ts'
import type { QuietLine } from './quiet.ts'
import { keepStories, unfoldQuiet } from './quietActions.ts'

/** The line at the end of a column that its quiet stories fold behind (QU1). */
export function Quiet({ stage, line }: { readonly stage: Stage; readonly line: QuietLine }) {
  const board = useBoard()
  const Chevron = line.isOpen ? ChevronDown : ChevronRight
  return (
    <div className="pb-2">
      <button
        type="button"
        aria-expanded={line.isOpen}
        onClick={() => runAction(unfoldQuiet, { board, stage })}
        className="flex min-h-control w-full items-center gap-1.5 rounded-button px-2 text-left text-label text-muted hover:bg-hover hover:text-text"
      >
        <Chevron aria-hidden size={14} className="shrink-0" />
        <span>
          {line.quiet.toLocaleString('en')} quiet for {QUIET_DAYS} days
          <span className="sr-only"> in {STAGE_NAMES[stage]}</span>
        </span>
      </button>
    </div>
  )
}

/** What a quiet card says and offers: to keep it, or to decide against it. Nothing closes itself. */
export function QuietFoot({
  story,
  days,
  focused,
}: {
  readonly story: AreaStory
  readonly days: number
  readonly focused: boolean
}) {
  const board = useBoard()
  const name = story.key ?? 'this idea'
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1 border-t pt-1.5">
      <span className="min-w-0 flex-1 truncate text-meta text-subtle">Quiet for {days} days</span>
      <Button
        size="small"
        tabIndex={focused ? 0 : -1}
        aria-label={`Keep ${name}`}
        onClick={() => runAction(keepStories, { page: board, stories: [story] })}
      >
        Keep
      </Button>
      <Button
        size="small"
        look="quiet"
        tabIndex={focused ? 0 : -1}
        aria-label={`Move ${name} to Won't do`}
        onClick={() => runAction(putStory, { board, story, stage: 'wont-do' })}
      >
        Won’t do
      </Button>
    </div>
  )
}
