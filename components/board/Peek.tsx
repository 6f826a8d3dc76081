'use client'

import { Maximize2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { runAction } from '#components/actions/index.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { useStore } from '#components/cards/store.ts'
import { textsOf } from '#components/language/loaded.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { Story } from '#lib/domain/story.ts'
import { useBoard } from './board.ts'
import { openStory } from './cardActions.ts'

/** The story beside the board. Not modal: the board stays in use, and J and K walk behind it (UX19). */
export function Peek({
  story,
  children,
}: {
  readonly story: Story
  /** The story itself. */
  readonly children: ReactNode
}) {
  const t = textsOf('board.peek')
  const board = useBoard()
  const people = useStore(board.state, (state) => state.people.get(story.id))
  return (
    <aside
      aria-label={t('label', { name: story.key ?? t('unnumbered') })}
      className="flex h-full min-w-0 flex-col"
    >
      <header className="flex h-11 shrink-0 items-center gap-1 border-b ps-5 pe-2">
        <StoryKey story={story} className="text-label" />
        <span className="flex-1" />
        {people ? <AvatarStack people={people} size="small" /> : null}
        <IconButton
          size="small"
          label={t('open')}
          keys="Enter"
          onClick={() => runAction(openStory, { board, story })}
        >
          <Maximize2 aria-hidden size={14} />
        </IconButton>
        <IconButton size="small" label={t('close')} keys="Escape" onClick={() => board.peek(null)}>
          <X aria-hidden size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4 [scrollbar-width:thin]">
        {children}
      </div>
    </aside>
  )
}
