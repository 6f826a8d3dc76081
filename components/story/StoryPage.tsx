'use client'

import { ChevronDown, FileQuestion, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { runAction, useActions } from '#components/actions/index.ts'
import { useArea, usePresence, useStuck, useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { navigate, useHref } from '#components/shell/location.ts'
import { PageBar } from '#components/shell/PageBar.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { type Move, STAGE_NAMES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { findStory } from './findStory.ts'
import { NextStep } from './NextStep.tsx'
import { peopleIn } from './presentPeople.ts'
import { ShareButton } from './ShareButton.tsx'
import { StageList } from './StageList.tsx'
import { openStoryActions, restoreStory, type StoryTarget } from './storyActions.ts'
import { StoryDocument } from './StoryDocument.tsx'
import { StoryFacts } from './StoryFacts.tsx'
import { StoryPeople } from './StoryPeople.tsx'
import { StoryTitle } from './StoryTitle.tsx'
import { useNow } from './useNow.ts'
import { forDays } from './when.ts'

/** A story on a page of its own. `storyKey` is its key, or its id while the server has not numbered it. */
export function StoryPage({ storyKey }: { readonly storyKey: string }) {
  const area = useArea()
  const found = area.phase === 'ready' ? findStory(area.stories, storyKey) : null
  const lastSeen = useLastSeen(found, storyKey)
  if (area.phase === 'loading') return <Opening />
  if (found) return <OpenStory key={found.id} story={found} storyKey={storyKey} area={area} />
  return (
    <div className="h-full overflow-y-auto bg-surface">
      {lastSeen ? <Trashed story={lastSeen} /> : <NotFound storyKey={storyKey} />}
      <TextLeft key={storyKey} storyId={lastSeen?.id ?? storyKey} />
    </div>
  )
}

/** What was typed here into a story that is gone is still on this device, and still the person's (I5). */
function TextLeft({ storyId }: { readonly storyId: string }) {
  if (!useStuck().has(storyId)) return null
  return (
    <div className="mx-auto max-w-3xl px-4 pb-8">
      <StoryDocument storyId={storyId} compact />
    </div>
  )
}

type ReadyArea = Extract<AreaView, { phase: 'ready' }>

function OpenStory({
  story,
  storyKey,
  area,
}: {
  readonly story: Story
  readonly storyKey: string
  readonly area: ReadyArea
}) {
  const now = useNow()
  const people = peopleIn(usePresence(), story.id)
  const [asking, setAsking] = useState<Move | null>(null)
  const target = useTarget(story, setAsking)
  const page = useRef<HTMLDivElement>(null)
  useActions(openStoryActions, target, { about: story.key })
  useReadableAddress(story, storyKey)

  const stages = (
    <StageList target={target} now={now} asking={asking} onAsked={() => setAsking(null)} />
  )
  const facts = <StoryFacts target={target} members={area.members} stories={area.stories} />
  return (
    <div ref={page} className="h-full min-h-0 overflow-y-auto bg-surface">
      <PageBar>
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2">
          <StoryPeople people={people} />
          <ShareButton target={target} />
        </div>
      </PageBar>
      <div className="mx-auto flex max-w-6xl gap-10 px-4 pt-4 md:px-8 md:pt-8">
        <div className="mx-auto min-w-0 max-w-3xl flex-1">
          <StoryTitle target={target} onDone={() => focusText(page.current)} />
          <Folded story={story} now={now} target={target} open={asking !== null}>
            {stages}
            {facts}
          </Folded>
          <div className="mt-4 lg:mt-6">
            <StoryDocument storyId={story.id} label={`Text of ${story.key ?? story.title}`} />
          </div>
        </div>
        <aside aria-label="About this story" className="hidden w-72 shrink-0 lg:block">
          <div className="sticky top-8 flex flex-col gap-4 pb-8">
            {stages}
            <NextStep target={target} wide />
            <hr />
            {facts}
          </div>
        </aside>
      </div>
    </div>
  )
}

/** On narrow screens the panel is one line under the title, and opens in place. */
function Folded({
  story,
  now,
  target,
  open,
  children,
}: {
  readonly story: Story
  readonly now: number
  readonly target: StoryTarget
  /** Opens it when a reason is asked for inside. */
  readonly open: boolean
  readonly children: React.ReactNode
}) {
  const [unfolded, setUnfolded] = useState(false)
  const shown = unfolded || open
  return (
    <div className="mt-2 rounded-card border lg:hidden">
      <div className="flex items-center gap-2 p-1">
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setUnfolded(!shown)}
          className="flex h-control min-w-0 flex-1 items-center gap-2 rounded-button px-2 text-left text-interface hover:bg-hover"
        >
          <StageDot stage={story.stage} />
          <span className="truncate font-medium">{STAGE_NAMES[story.stage]}</span>
          <span className="shrink-0 text-label text-muted max-[24rem]:hidden">
            {forDays(story.enteredStageAt, now)}
          </span>
          <ChevronDown
            aria-hidden
            size={14}
            className={`ml-auto shrink-0 text-subtle transition-transform ${shown ? 'rotate-180' : ''}`}
          />
        </button>
        <NextStep target={target} />
      </div>
      {shown ? <div className="flex flex-col gap-4 border-t p-2">{children}</div> : null}
    </div>
  )
}

function Opening() {
  return (
    <div aria-busy className="h-full bg-surface">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 px-4 pt-8 md:px-8">
        <p className="sr-only">Opening the story</p>
        <Skeleton className="h-8 w-3/4" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-5/6" />
      </div>
    </div>
  )
}

function Trashed({ story }: { readonly story: Story }) {
  const target = useTarget(story, () => {})
  return (
    <EmptyState
      icon={<Trash2 aria-hidden size={24} />}
      title={`${story.key ?? 'This story'} is in the trash`}
      action={
        <>
          <Button look="primary" onClick={() => runAction(restoreStory, target)}>
            Restore
          </Button>
          <Link to={BOARD} className={buttonClasses()}>
            Back to Refinement
          </Link>
        </>
      }
    >
      “{story.title}” and its text are kept for 30 days and can be restored until then.
    </EmptyState>
  )
}

function NotFound({ storyKey }: { readonly storyKey: string }) {
  return (
    <EmptyState
      icon={<FileQuestion aria-hidden size={24} />}
      title="There is no such story here"
      action={
        <Link to={BOARD} className={buttonClasses('primary')}>
          Back to Refinement
        </Link>
      }
    >
      {storyKey.slice(0, 40)} may be in the trash, or the link names another workspace. Check the
      link, or look for it on the board.
    </EmptyState>
  )
}

function useTarget(story: Story, ask: (move: Move) => void): StoryTarget {
  const client = useWorkspaceClient()
  const href = useHref()({ page: 'story', key: story.key ?? story.id })
  return { story, client, ask, href }
}

/** Gives the story as this page last showed it, so that one that goes to the trash is not simply "not found". */
function useLastSeen(found: Story | null, storyKey: string): Story | null {
  const [seen, setSeen] = useState<{ story: Story; key: string } | null>(null)
  useEffect(() => {
    if (found) setSeen({ story: found, key: storyKey })
  }, [found, storyKey])
  return seen?.key === storyKey ? seen.story : null
}

/**
 * The address becomes the one that people can read: a new story has its id until it is numbered, and `st-42` is `ST-42`.
 * The page stays the same one, whatever is being typed in it.
 */
function useReadableAddress({ key }: Story, storyKey: string): void {
  useEffect(() => {
    if (key !== null && key !== storyKey) navigate({ page: 'story', key }, { replace: true })
  }, [key, storyKey])
}

function focusText(page: HTMLElement | null): void {
  page?.querySelector<HTMLElement>('[role="textbox"][contenteditable="true"]')?.focus()
}
