'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import { Button } from '#components/ui/Button.tsx'
import { QUIET_DAYS } from '#lib/domain/quiet.ts'
import { type Stage } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { useBoard } from './board.ts'
import { putStory } from './putStory.ts'
import type { QuietLine } from './quiet.ts'
import { keepStories, unfoldQuiet } from './quietActions.ts'

/** The line at the end of a column that its quiet stories fold behind (QU1). */
export function Quiet({ stage, line }: { readonly stage: Stage; readonly line: QuietLine }) {
  const t = textsOf('board.quiet')
  const board = useBoard()
  const Chevron = line.isOpen ? ChevronDown : ChevronRight
  return (
    <div className="pb-2">
      <button
        type="button"
        aria-expanded={line.isOpen}
        onClick={() => runAction(unfoldQuiet, { board, stage })}
        className="flex min-h-control w-full items-center gap-1.5 rounded-button px-2 text-start text-label text-muted hover:bg-hover hover:text-text"
      >
        <Chevron aria-hidden size={14} className="shrink-0 rtl:-scale-x-100" />
        <span>
          {t('line', { count: line.quiet, days: QUIET_DAYS })}
          <span className="sr-only">{t('in', { stage: stageName(stage) })}</span>
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
  const t = textsOf('board.quiet')
  const board = useBoard()
  const name = story.key ?? textsOf('board.card')('thisIdea')
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1 border-t pt-1.5">
      <span className="min-w-0 flex-1 truncate text-meta text-subtle">{t('since', { days })}</span>
      <Button
        size="small"
        tabIndex={focused ? 0 : -1}
        aria-label={t('keepOne', { name })}
        onClick={() => runAction(keepStories, { page: board, stories: [story] })}
      >
        {t('keep')}
      </Button>
      <Button
        size="small"
        look="quiet"
        tabIndex={focused ? 0 : -1}
        aria-label={t('dismissOne', { name })}
        onClick={() => runAction(putStory, { board, story, stage: 'wont-do' })}
      >
        {t('dismiss')}
      </Button>
    </div>
  )
}
