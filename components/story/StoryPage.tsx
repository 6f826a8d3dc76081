'use client'

import { useEffect, useRef, useState } from 'react'
import { OpenThreads } from '#components/discussion/index.ts'
import { StoryHistory } from '#components/history/index.ts'
import { type ReadyArea, useActions } from '#components/actions/index.ts'
import { Texts } from '#components/language/Texts.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { useArea, useFiledToo, usePresence, useStuck, useSync } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import { PageBar } from '#components/shell/PageBar.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { isComplete, isFiledComing } from '#lib/client/areaView.ts'
import type { Story } from '#lib/domain/story.ts'
import { StoryFields } from './fields/StoryFields.tsx'
import { findStory } from '#components/shell/findStory.ts'
import { Folded } from './Folded.tsx'
import { FollowFrame } from './FollowFrame.tsx'
import { NextStep } from './NextStep.tsx'
import { Gone, NotFound, NotOnDevice } from './NoStory.tsx'
import { peopleIn } from './presentPeople.ts'
import { ShareButton } from './ShareButton.tsx'
import { QuietNote } from './QuietNote.tsx'
import { Readiness } from './Readiness.tsx'
import { openStoryActions } from './storyActions.ts'
import { StoryDocument } from './StoryDocument.tsx'
import { StoryFacts } from './StoryFacts.tsx'
import { StoryHome } from './StoryHome.tsx'
import { StoryNotes } from './StoryNotes.tsx'
import { VoteAsked } from './VoteAsked.tsx'
import { StoryPeople } from './StoryPeople.tsx'
import { SpokenPeople } from './SpokenPeople.tsx'
import { StoryTitle } from './StoryTitle.tsx'
import { AREAS } from './texts.ts'
import { type InStory, useInStory } from './useInStory.tsx'
import { FocusBar } from './FocusBar.tsx'
import { useFollowing } from './useFollowing.ts'
import { useFocusMode } from './useFocusMode.ts'
import { useNow } from '#components/ui/useNow.ts'
import { useRoomForPanel } from './useRoomForPanel.ts'

/** A story on a page of its own. `storyKey` is its key, or its id while the server has not numbered it. */
export function StoryPage({ storyKey }: { readonly storyKey: string }) {
  return (
    <Texts areas={AREAS}>
      <Shown storyKey={storyKey} />
    </Texts>
  )
}

function Shown({ storyKey }: { readonly storyKey: string }) {
  const area = useArea()
  const found = area.phase === 'ready' ? findStory(area.stories, storyKey) : null
  const lastSeen = useLastSeen(found, storyKey)
  useFiledToo(!found && !lastSeen)
  const isOffline = useSync().kind === 'offline'
  if (area.phase === 'loading') return <Opening />
  if (found) return <OpenStory key={found.id} story={found} storyKey={storyKey} area={area} />
  const mayCome = lastSeen ? isFiledComing(area) : !isComplete(area)
  if (mayCome) return isOffline ? <NotOnDevice storyKey={storyKey} /> : <Opening />
  return (
    <div className="h-full overflow-y-auto bg-surface">
      {lastSeen ? <Gone story={lastSeen} /> : <NotFound storyKey={storyKey} />}
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

function OpenStory({
  story,
  storyKey,
  area,
}: {
  readonly story: Story
  readonly storyKey: string
  readonly area: ReadyArea
}) {
  const t = textsOf('story')
  const now = useNow()
  const people = peopleIn(usePresence(), story.id)
  const inStory = useInStory(story)
  const { target } = inStory
  const isWide = useRoomForPanel()
  const page = useRef<HTMLDivElement>(null)
  const isFocused = useFocusMode()
  const following = useFollowing(page, story.id, people)
  useActions(openStoryActions, target, { about: story.key })
  useReadableAddress(story, storyKey)

  const about = <About inStory={inStory} area={area} now={now} wide={isWide} />
  return (
    <div
      ref={page}
      data-in-focus={isFocused || undefined}
      className="h-full min-h-0 overflow-y-auto bg-surface"
    >
      <SpokenPeople people={people} />
      <FollowFrame person={following.person} page={page} />
      {isFocused ? <FocusBar /> : null}
      <PageBar>
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2">
          <OpenThreads storyId={story.id} />
          <StoryPeople people={people} following={following} />
          <ShareButton target={target} />
        </div>
      </PageBar>
      <div className="mx-auto flex max-w-6xl gap-10 px-4 pt-4 md:px-8 md:pt-8">
        <div className="mx-auto min-w-0 max-w-3xl flex-1">
          <StoryTitle target={target} onDone={() => focusText(page.current)} />
          <QuietNote target={target} now={now} />
          <VoteAsked storyId={story.id} now={now} />
          <StoryNotes target={target} area={area} />
          {isWide || isFocused ? null : (
            <Folded inStory={inStory} area={area} now={now}>
              {about}
            </Folded>
          )}
          <div className="mt-4 lg:mt-6">
            <StoryDocument
              storyId={story.id}
              label={t('textOf', { story: story.key ?? story.title })}
            />
          </div>
          {isFocused ? null : <StoryHistory storyId={story.id} area={area} now={now} />}
        </div>
        {isWide && !isFocused ? (
          <aside aria-label={t('about')} className="w-72 shrink-0">
            <div className="sticky top-8 flex max-h-[calc(100dvh-7rem)] flex-col gap-4 overflow-y-auto pb-8 [scrollbar-width:thin]">
              {about}
            </div>
          </aside>
        ) : null}
      </div>
    </div>
  )
}

/** Everything about a story besides its title and text. */
function About({
  inStory,
  area,
  now,
  wide,
}: {
  readonly inStory: InStory
  readonly area: ReadyArea
  readonly now: number
  readonly wide: boolean
}) {
  const { target } = inStory
  return (
    <>
      <StoryHome inStory={inStory} area={area} now={now} />
      {wide ? <NextStep target={target} wide /> : null}
      <Readiness inStory={inStory} />
      <hr />
      <StoryFields target={target} area={area} opened={inStory.opened} />
      <hr />
      <StoryFacts target={target} area={area} />
    </>
  )
}

function Opening() {
  const t = textsOf('story')
  return (
    <div aria-busy className="h-full bg-surface">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 px-4 pt-8 md:px-8">
        <p className="sr-only">{t('opening')}</p>
        <Skeleton className="h-8 w-3/4" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-5/6" />
      </div>
    </div>
  )
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
