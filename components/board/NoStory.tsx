'use client'

import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { useBoard } from './board.ts'

/** A peek at a story that is not there: in the trash, mistyped, or not for this person to see. */
export function NoStory() {
  const t = textsOf('board.noStory')
  const board = useBoard()
  return (
    <aside aria-label={t('label')}>
      <EmptyState
        title={t('title')}
        action={<Button onClick={() => board.peek(null)}>{t('close')}</Button>}
      >
        {t('lead')}
      </EmptyState>
    </aside>
  )
}
