'use client'

import { readyArea, runAction } from '#components/actions/index.ts'
import { type Choosing, labelsFor, themesFor } from '#components/cards/describeLines.tsx'
import { nameOf } from '#components/cards/nameOf.ts'
import { PickPopover } from '#components/cards/PickPopover.tsx'
import { SeveralPicker } from '#components/cards/SeveralPicker.tsx'
import type { Pick } from '#components/cards/severalActions.ts'
import { useStore } from '#components/cards/store.ts'
import { SharedReasonForm } from '#components/flow/SharedReasonForm.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { MOVE_RULES, moveBetween, STAGES } from '#lib/domain/stage.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import { type Board, useBoard } from './board.ts'
import { EMPTY_HAND, type Hand } from './boardState.ts'
import { type CardsTarget, putStories, takenBy } from './putSeveral.ts'
import { giveToTeam } from './severalActions.ts'
import { possible } from '#components/cards/together.ts'

/** What is asked about several cards: where they go, what they are given, the reason they share. */
export function SeveralPopover({ stories }: { readonly stories: ReadonlyMap<string, Story> }) {
  const board = useBoard()
  const hand = useStore(board.state, (now) => now.hand)
  const done = () => {
    // What was chosen may have led to another question.
    if (board.state.get().hand === hand) board.state.set({ hand: EMPTY_HAND, grab: true })
  }
  if (hand.kind === 'explaining') return <Explaining board={board} hand={hand} onDone={done} />
  if (hand.kind !== 'picking') return null
  const chosen = hand.stories.flatMap((id) => {
    const story = stories.get(id)
    return story && isAreaStory(story) ? [story] : []
  })
  return (
    <SeveralPicker
      stories={chosen}
      opens={hand.pick}
      choosing={linesOf(hand.pick, { page: board, stories: chosen })}
      onDone={done}
    />
  )
}

function Explaining({
  board,
  hand,
  onDone,
}: {
  readonly board: Board
  readonly hand: Extract<Hand, { readonly kind: 'explaining' }>
  readonly onDone: () => void
}) {
  const { stories, stage, place } = hand
  const isDismissal = stage === 'wont-do'
  const t = textsOf('asks.reason')
  const question = t(isDismissal ? 'dismissAll' : 'bounceAll', { stories: nameOf(stories) })
  return (
    <PickPopover label={question} opens="reason" story={stories[0]?.id} onDone={onDone}>
      <div className="p-3">
        <SharedReasonForm
          kind={`${board.workspaceId}:${isDismissal ? 'dismissStory' : 'bounceStory'}`}
          about="several"
          question={question}
          isDismissal={isDismissal}
          onGiven={(reason) =>
            runAction(
              putStories,
              { page: board, stories, stage, place, reason },
              { refusalShown: true },
            )
          }
          onDone={onDone}
        />
      </div>
    </PickPopover>
  )
}

function linesOf(pick: Pick, target: CardsTarget): Choosing {
  switch (pick) {
    case 'stage':
      return stagesFor(target)
    case 'team':
      return teamsFor(target)
    case 'theme':
      return themesFor(target)
    case 'label':
      return labelsFor(target)
  }
}

/** The columns, each with how many of the stories it takes, and why not the others. */
function stagesFor({ page, stories }: CardsTarget): Choosing {
  const t = textsOf('asks.pick')
  const lines = STAGES.filter((stage) => stories.some((story) => story.stage !== stage)).map(
    (stage) => {
      const moving = stories.filter((story) => story.stage !== stage)
      const { count, why } = takenBy(page, moving, stage)
      const asks = moving.some((story) => {
        const move = moveBetween(story.stage, stage)
        return move !== null && MOVE_RULES[move].needsReason
      })
      return {
        id: stage,
        title: `${stageName(stage)}${asks && count > 0 ? '…' : ''}`,
        icon: <StageDot stage={stage} />,
        unavailable: count === 0 ? why : null,
        detail: why === null ? undefined : t('takes', { count, of: moving.length, why }),
      }
    },
  )
  const sorted = [
    ...lines.filter(({ unavailable }) => unavailable === null),
    ...lines.filter(({ unavailable }) => unavailable !== null),
  ]
  return {
    label: t('stage'),
    empty: (query) => t('nothingStage', { query }),
    find: (query) =>
      sorted.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase())),
    choose: ({ id }) => {
      const stage = STAGES.find((one) => one === id)
      if (stage) runAction(putStories, { page, stories, stage })
    },
  }
}

function teamsFor({ page, stories }: CardsTarget): Choosing {
  const teams = [...readyArea(page.client).settings.teams.values()]
    .filter(({ archivedAt }) => archivedAt === null)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name }) => {
      const answer = possible(page, stories, (story) => ({
        type: 'assignToTeam',
        story: story.id,
        team: id,
      }))
      return {
        id,
        title: name,
        icon: <StageDot stage="backlog" />,
        unavailable: answer === true ? null : answer,
      }
    })
  return {
    label: textsOf('asks.team')('assign'),
    empty: (query) => textsOf('asks.team')('nothing', { query }),
    find: (query) => teams.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase())),
    choose: ({ id }) => void runAction(giveToTeam, { page, stories, team: id }),
  }
}
