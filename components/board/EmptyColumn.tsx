'use client'

import { ClipboardPaste } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Kbd } from '#components/ui/Kbd.tsx'
import type { Stage } from '#lib/domain/stage.ts'
import { useBoard } from './board.ts'
import { capture } from './walkActions.ts'

/** What an empty column says: what belongs here and how it gets here (UX22). */
export function EmptyColumn({ stage }: { readonly stage: Stage }) {
  const t = textsOf('board.empty')
  const board = useBoard()
  if (stage !== 'idea') {
    return (
      <p className="mx-2 rounded-card border border-dashed px-4 py-6 text-center text-label text-pretty text-subtle">
        {t(stage)}
      </p>
    )
  }
  return (
    <EmptyState
      title={t('idea')}
      action={
        <Button
          look="primary"
          icon={<ClipboardPaste aria-hidden size={16} />}
          onClick={() => runAction(capture, board)}
        >
          {t('begin')}
        </Button>
      }
    >
      <p>{t.rich('ideaMeans', { k: asKey })}</p>
    </EmptyState>
  )
}

function asKey() {
  return <Kbd>C</Kbd>
}
