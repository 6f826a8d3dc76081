'use client'

import { Maximize2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { useStore } from '#components/cards/store.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { Story } from '#lib/domain/story.ts'
import { useBacklog } from './backlog.ts'
import { closePeek, openStory } from './lookActions.ts'

/** The story beside the backlog. Not modal: the list stays in use, and J and K walk behind it (UX19). */
export function BacklogPeek({
  story,
  children,
}: {
  readonly story: Story
  /** The story itself. */
  readonly children: ReactNode
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const people = useStore(backlog.state, (state) => state.people.get(story.id))
  return (
    <aside
      aria-label={story.key === null ? t('peekWithoutKey') : t('peekOf', { story: story.key })}
      className="flex h-full min-w-0 flex-col"
    >
      <header className="flex h-11 shrink-0 items-center gap-1 border-b pe-2 ps-5">
        <StoryKey story={story} className="text-label" />
        <span className="flex-1" />
        {people ? <AvatarStack people={people} size="small" /> : null}
        <IconButton
          size="small"
          label={t('openPage')}
          keys="Enter"
          onClick={() => runAction(openStory, { backlog, stories: [story] })}
        >
          <Maximize2 aria-hidden size={14} />
        </IconButton>
        <IconButton
          size="small"
          label={t('close')}
          keys="Escape"
          onClick={() => runAction(closePeek, backlog)}
        >
          <X aria-hidden size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4 [scrollbar-width:thin]">
        {children}
      </div>
    </aside>
  )
}

/** The address names a story that is not there, or not any more. */
export function NoStory() {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  return (
    <aside aria-label={t('notFound')}>
      <EmptyState
        title={t('notHere')}
        action={<Button onClick={() => runAction(closePeek, backlog)}>{t('close')}</Button>}
      >
        {t('notHereMeans')}
      </EmptyState>
    </aside>
  )
}
