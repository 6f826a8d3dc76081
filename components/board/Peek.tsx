'use client'

import { ArrowRightLeft, Maximize2, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { day } from '#components/ui/dates.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { reasonShown } from '#lib/domain/inverse.ts'
import { STAGE_NAMES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { daysBetween, longAge } from './ages.ts'
import { useBoard } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { openStory } from './cardActions.ts'
import { byPossibility } from './MoveMenu.tsx'
import { putStory } from './moveActions.ts'
import { StoryKey } from './StoryKey.tsx'
import { useStore } from './store.ts'
import { TitleEditor } from './TitleEditor.tsx'

/** The story beside the board. Not modal: the board stays in use, and J and K walk behind it (UX19). */
export function Peek({
  story,
  stories,
  members,
  children,
}: {
  readonly story: Story
  readonly stories: ReadonlyMap<string, Story>
  readonly members: ReadonlyMap<string, MemberInfo>
  /** The story's document. */
  readonly children: ReactNode
}) {
  const board = useBoard()
  const people = useStore(board.state, (state) => state.people.get(story.id))
  const now = useStore(board.state, (state) => state.now)
  const reason = reasonShown(story)
  return (
    <aside
      aria-label={`Story ${story.key ?? 'without a number yet'}`}
      className="flex h-full min-w-0 flex-col"
    >
      <header className="flex h-11 shrink-0 items-center gap-1 border-b pr-2 pl-5">
        <StoryKey story={story} className="text-label" />
        <span className="flex-1" />
        {people ? <AvatarStack people={people} size="small" /> : null}
        <IconButton
          size="small"
          label="Open the full page"
          keys="Enter"
          onClick={() => runAction(openStory, { board, story })}
        >
          <Maximize2 aria-hidden size={14} />
        </IconButton>
        <IconButton size="small" label="Close" keys="Escape" onClick={() => board.peek(null)}>
          <X aria-hidden size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4 [scrollbar-width:thin]">
        <Title key={story.id} story={story} />
        <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <StageMenu story={story} />
          <span className="text-label text-subtle">
            {longAge(daysBetween(story.enteredStageAt, now), STAGE_NAMES[story.stage])}
          </span>
        </div>
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-label">
          <Fact term="Captured">
            {members.get(story.capturedBy)?.name ?? 'Someone who left'}, {day(story.capturedAt)}
          </Fact>
          {reason ? <Fact term="Reason">{reason}</Fact> : null}
          {story.revisitOn ? (
            <Fact term="Look again">{day(Date.parse(`${story.revisitOn}T00:00`))}</Fact>
          ) : null}
          {story.duplicateOf ? (
            <Fact term="Duplicate of">
              {stories.get(story.duplicateOf)?.key ?? 'another story'}
            </Fact>
          ) : null}
        </dl>
        <div className="mt-4 border-t pt-4">{children}</div>
      </div>
    </aside>
  )
}

/** The title; pressing it edits it in place. */
function Title({ story }: { readonly story: Story }) {
  const { state } = useBoard()
  const [editing, setEditing] = useState(false)
  const looks = 'text-editor leading-6 font-semibold text-pretty'
  if (editing) {
    return (
      <div className="flex flex-col">
        <TitleEditor story={story} className={looks} onClose={() => setEditing(false)} />
      </div>
    )
  }
  return (
    <h2 className={looks}>
      <button
        type="button"
        title="Rename"
        onClick={() => {
          state.set({ hand: EMPTY_HAND })
          setEditing(true)
        }}
        className="-mx-1 rounded-control px-1 text-left break-words hover:bg-hover"
      >
        {story.title}
      </button>
    </h2>
  )
}

function StageMenu({ story }: { readonly story: Story }) {
  const board = useBoard()
  return (
    <Menu
      trigger={
        <Button size="small" icon={<StageDot stage={story.stage} />}>
          {STAGE_NAMES[story.stage]}
          <ArrowRightLeft aria-hidden size={12} className="text-subtle" />
          <span className="sr-only">, move to another stage</span>
        </Button>
      }
    >
      {byPossibility(story.stage).map(({ stage, why }) => (
        <MenuItem
          key={stage}
          icon={<StageDot stage={stage} />}
          unavailable={why}
          onSelect={() => runAction(putStory, { board, story, stage })}
        >
          {STAGE_NAMES[stage]}
        </MenuItem>
      ))}
    </Menu>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-subtle">{term}</dt>
      <dd className="min-w-0 break-words text-muted">{children}</dd>
    </>
  )
}
