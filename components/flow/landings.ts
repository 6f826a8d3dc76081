import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { explainNoMove } from './noMove.ts'
import { trialOf } from './moveActions.ts'
import type { StoryClient } from './target.ts'
import { moveBetween, type Stage, STAGES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'

/** What awaits a card in a column while it is carried over the board (UX20). */
export type Landing =
  | { readonly kind: 'open' }
  /** It can go there, and is asked about its missing checks first (gate mode `warn`). */
  | { readonly kind: 'asks'; readonly says: string }
  /** It goes there only for a reason (gate mode `block`): dimmed, and dropping it opens the gate. */
  | { readonly kind: 'held back'; readonly says: string }
  /** It may not go there, with the reason and whom to ask. */
  | { readonly kind: 'closed'; readonly says: string }

export type Landings = Readonly<Record<Stage, Landing>>

/** Judges every column for a story. Once a lift: each asks the rules themselves. */
export function landingsOf(client: StoryClient, story: AreaStory): Landings {
  return Object.fromEntries(
    STAGES.map((stage) => [stage, landingIn(client, story, stage)]),
  ) as unknown as Landings
}

/** Gives why a card may not go to a column at all; null where it may, after a question perhaps. */
export function whyClosed(landing: Landing): string | null {
  return landing.kind === 'closed' ? landing.says : null
}

/** Gives what is said over a dimmed column; null where it is not dimmed. */
export function whyDimmed(landing: Landing): string | null {
  return landing.kind === 'closed' || landing.kind === 'held back' ? landing.says : null
}

function landingIn(client: StoryClient, story: AreaStory, stage: Stage): Landing {
  if (stage === story.stage) {
    const no = client.judge({ type: 'rankStory', story: story.id, place: { after: null } })
    return no ? { kind: 'closed', says: refusalIn(no) } : { kind: 'open' }
  }
  const move = moveBetween(story.stage, stage)
  if (move === null) return { kind: 'closed', says: explainNoMove(story.stage, stage) }
  const no = client.judge(trialOf(story, move))
  if (no) return { kind: 'closed', says: refusalIn(no) }
  if (move !== 'markReady') return { kind: 'open' }
  const gate = client.judge({ type: move, story: story.id })
  if (gate?.code !== 'notReady') return { kind: 'open' }
  const says = textsOf('flow')('checksMissing', { count: gate.missing?.length ?? 0 })
  // In mode `warn` a press is enough, in mode `block` it is not.
  const isConfirmable = client.judge({ type: move, story: story.id, confirmed: true }) === null
  return { kind: isConfirmable ? 'asks' : 'held back', says }
}
