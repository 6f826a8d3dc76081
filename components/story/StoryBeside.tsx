'use client'

import { ArrowRightLeft } from 'lucide-react'
import { useRef } from 'react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { byPossibility, StageChoices } from '#components/flow/StageChoices.tsx'
import { Discussion } from '#components/discussion/index.ts'
import { Texts } from '#components/language/Texts.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { useArea } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Menu } from '#components/ui/Menu.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { moveBetween, type Stage } from '#lib/domain/stage.ts'
import { type AreaStory, isAreaStory, type Story } from '#lib/domain/story.ts'
import { StoryFields } from './fields/StoryFields.tsx'
import { NextStep } from './NextStep.tsx'
import { QuietNote } from './QuietNote.tsx'
import { Readiness } from './Readiness.tsx'
import type { StoryTarget } from './storyActions.ts'
import { StoryDocument } from './StoryDocument.tsx'
import { StoryFacts } from './StoryFacts.tsx'
import { AskedHere, StoryHome } from './StoryHome.tsx'
import { StoryNotes } from './StoryNotes.tsx'
import { VoteAsked } from './VoteAsked.tsx'
import { StoryTitle } from './StoryTitle.tsx'
import { AREAS } from './texts.ts'
import { useInStory } from './useInStory.tsx'
import { useNow } from '#components/ui/useNow.ts'
import { forDays } from './when.ts'

/**
 * A story in a panel beside a board or a backlog: what its page has, in one column. `textFirst`: where people work on its
 * text together, that comes before what else is known of it, and what becomes of it is said there, not here.
 */
export function StoryBeside({
  storyId,
  textFirst = false,
}: {
  readonly storyId: string
  readonly textFirst?: boolean
}) {
  return (
    <Texts areas={AREAS}>
      <Shown storyId={storyId} textFirst={textFirst} />
    </Texts>
  )
}

function Shown({ storyId, textFirst }: { readonly storyId: string; readonly textFirst: boolean }) {
  const area = useArea()
  const story = area.phase === 'ready' ? area.stories.get(storyId) : undefined
  if (area.phase === 'loading' || !story) return null
  return <OpenStory story={story} area={area} textFirst={textFirst} />
}

function OpenStory({
  story,
  area,
  textFirst,
}: {
  readonly story: Story
  readonly area: ReadyArea
  readonly textFirst: boolean
}) {
  const t = textsOf('story')
  const now = useNow()
  const inStory = useInStory(story)
  const { target, question } = inStory
  const panel = useRef<HTMLDivElement>(null)
  const toText = () =>
    panel.current?.querySelector<HTMLElement>('[role="textbox"][contenteditable="true"]')?.focus()
  const known = (
    <div className={classes('flex flex-col gap-3', textFirst ? 'mt-6 border-t pt-4' : 'mt-3')}>
      {isAreaStory(story) ? (
        <>
          <div className="flex flex-wrap items-center gap-2">
            {textFirst ? (
              <StageNow stage={story.stage} />
            ) : (
              <StageMenu target={{ ...target, story }} />
            )}
            <span className="text-label text-subtle">{forDays(story.enteredStageAt, now)}</span>
            <span className="flex-1" />
            {textFirst ? null : <NextStep target={target} small />}
          </div>
          {question ? <AskedHere inStory={inStory} question={question} /> : null}
        </>
      ) : (
        <StoryHome inStory={inStory} area={area} now={now} />
      )}
      <Readiness inStory={inStory} compact />
      <StoryFields target={target} area={area} opened={inStory.opened} />
    </div>
  )
  const text = (
    <div className={textFirst ? 'mt-3' : 'mt-4 border-t pt-4'}>
      <StoryDocument storyId={story.id} compact />
    </div>
  )
  return (
    <div ref={panel} className="flex flex-col">
      <StoryTitle target={target} compact onDone={toText} />
      <QuietNote target={target} now={now} />
      <VoteAsked storyId={story.id} now={now} />
      <StoryNotes target={target} area={area} />
      {textFirst ? text : known}
      {textFirst ? known : text}
      <div className="mt-6 flex flex-col gap-3 border-t pt-4">
        <StoryFacts target={target} area={area} />
      </div>
      <section aria-label={t('discussion')} className="mt-6 border-t pt-4">
        <h3 className="text-interface font-medium">{t('discussion')}</h3>
        <Discussion storyId={story.id} />
      </section>
    </div>
  )
}

function StageNow({ stage }: { readonly stage: Stage }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-interface">
      <StageDot stage={stage} />
      {textsOf('words')(`stages.${stage}`)}
    </span>
  )
}

function StageMenu({ target }: { readonly target: StoryTarget & { readonly story: AreaStory } }) {
  const t = textsOf('story')
  const { story } = target
  return (
    <Menu
      trigger={
        <Button size="small" icon={<StageDot stage={story.stage} />}>
          {textsOf('words')(`stages.${story.stage}`)}
          <ArrowRightLeft aria-hidden size={12} className="text-subtle" />
          <span className="sr-only">{t('moveStage')}</span>
        </Button>
      }
    >
      <Stages target={target} />
    </Menu>
  )
}

/** Judged when the menu opens. */
function Stages({ target }: { readonly target: StoryTarget & { readonly story: AreaStory } }) {
  const { client, story } = target
  return (
    <StageChoices
      choices={byPossibility(client, story)}
      onChoose={(stage) => {
        const move = moveBetween(story.stage, stage)
        if (move) runAction(storyMoves[move], target)
      }}
    />
  )
}
