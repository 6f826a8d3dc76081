'use client'

import { ClipboardPaste } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Kbd } from '#components/ui/Kbd.tsx'
import type { Stage } from '#lib/domain/stage.ts'
import { useBoard } from './board.ts'
import { capture } from './walkActions.ts'

const WHAT_COMES_HERE: Record<Exclude<Stage, 'idea'>, string> = {
  refinement: 'Ideas the team is making clear. Drag one here, or focus it and press M.',
  ready: 'Refined stories that a team can pick up. They come from Refinement.',
  'wont-do':
    'Ideas you decided against, each with its reason. They stay searchable and can be reopened.',
}

/** What an empty column says: what belongs here and how it gets here (UX22). */
export function EmptyColumn({ stage }: { readonly stage: Stage }) {
  const board = useBoard()
  if (stage !== 'idea') {
    return (
      <p className="mx-2 rounded-card border border-dashed px-4 py-6 text-center text-label text-pretty text-subtle">
        {WHAT_COMES_HERE[stage]}
      </p>
    )
  }
  return (
    <EmptyState
      title="Every story starts as an idea"
      action={
        <Button
          look="primary"
          icon={<ClipboardPaste aria-hidden size={16} />}
          onClick={() => runAction(capture, board)}
        >
          Type or paste ideas
        </Button>
      }
    >
      <p>
        One line is one idea: paste a whole list at once. Press <Kbd>C</Kbd> from anywhere on the
        board.
      </p>
    </EmptyState>
  )
}
