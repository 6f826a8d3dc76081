import type { MoveStory } from '../command.ts'
import { accept, type Case, type Decision, nameOf } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { type Action, mayWrite, refusalOf } from '../permissions.ts'
import { rankAt } from '../rank.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { explainNoMove, type Move, MOVE_RULES, STAGE_NAMES } from '../stage.ts'
import { type AreaStory, isAreaStory, type Story, type TeamStory } from '../story.ts'
import { passGate } from './gate.ts'
import { placeProblem, visibleStory } from './places.ts'
import { dateProblem, tidyReason } from './words.ts'

/** Which right a move takes (the table of roles). */
const ACTION_OF: Record<Move, Action> = {
  startRefining: 'refine',
  returnToIdea: 'refine',
  markReady: 'curate',
  bounceStory: 'bounce',
  dismissStory: 'curate',
  reopenStory: 'curate',
}

/** [ST2] The moves inside the refinement area, and [ST4] back into it from a team's backlog. */
export function moveStory(here: Case, story: Story, command: MoveStory): Decision {
  const { state, actor } = here
  const action = isAreaStory(story) ? ACTION_OF[command.type] : 'sendBack'
  const no = refusalOf(state, actor, action, { story }) ?? fieldProblem(command)
  if (no) return no
  const stuck = moveProblem(story, command.type)
  if (stuck) return stuck
  const reason = tidyReason(command.reason, MOVE_RULES[command.type].needsReason)
  if (reason !== null && typeof reason !== 'string') return reason
  const original = originalOf(here, story, command)
  if (original && 'ok' in original) return original
  const lost = placeProblem(here, command.place)
  if (lost) return lost
  const farewell = {
    reason,
    revisitOn: command.revisitOn ?? null,
    ...(command.revisitOn === undefined ? {} : { setAsideBy: actor.id }),
    duplicateOf: original?.id ?? null,
  }
  const merged = original && command.merge ? [mergedInto(original, story)] : []
  if (!isAreaStory(story)) return accept(sentBack(here, story, command, farewell), ...merged)
  const gate = command.type === 'markReady' ? passGate(here, story, command) : undefined
  if (gate && 'ok' in gate) return gate
  return accept(moved(here, story, command, farewell, gate), ...merged)
}

type Farewell = Pick<
  Extract<NewEvent, { type: 'StoryMoved' }>,
  'reason' | 'revisitOn' | 'setAsideBy' | 'duplicateOf'
>

function moved(
  { state }: Case,
  story: AreaStory,
  { type, place }: MoveStory,
  farewell: Farewell,
  gate: Extract<NewEvent, { type: 'StoryMoved' }>['gate'],
): NewEvent {
  const to = MOVE_RULES[type].to
  return {
    type: 'StoryMoved',
    story: story.id,
    from: story.stage,
    to,
    fromRank: story.rank,
    rank: rankAt(state.stories, { stage: to }, place, story.id),
    ...(gate && { gate }),
    ...farewell,
  }
}

function sentBack(
  { state }: Case,
  story: TeamStory,
  { type, place }: MoveStory,
  farewell: Farewell,
): NewEvent {
  const to = type === 'bounceStory' ? 'refinement' : 'wont-do'
  const { team, step, rank, size, schedule } = story
  return {
    type: 'StorySentBack',
    story: story.id,
    from: { team, step, rank, size, schedule },
    to,
    rank: rankAt(state.stories, { stage: to }, place, story.id),
    ...farewell,
  }
}

function mergedInto(original: Story, story: Story): NewEvent {
  return {
    type: 'StoryMerged',
    story: original.id,
    from: story.id,
    votes: story.votes.filter((user) => !original.votes.includes(user)),
    watchers: story.watchers.filter((user) => !original.watchers.includes(user)),
  }
}

function moveProblem(story: Story, move: Move): Refusal | null {
  const { from, to } = MOVE_RULES[move]
  if (!isAreaStory(story)) {
    if (move === 'bounceStory' || move === 'dismissStory') return null
    return refuse(
      'moveNotAllowed',
      `${nameOf(story)} is on a team's backlog. It goes back to Refinement first, with a reason.`,
    )
  }
  if (story.stage === to) {
    return refuse(
      'alreadyThere',
      `${nameOf(story)} is already in ${STAGE_NAMES[to]}. Nothing was changed.`,
    )
  }
  if (from.includes(story.stage)) return null
  return refuse(
    'moveNotAllowed',
    `${nameOf(story)} is in ${STAGE_NAMES[story.stage]}. ${explainNoMove(story.stage, to)}`,
  )
}

/** Fields that belong to another move. */
function fieldProblem({ type, revisitOn, duplicateOf, merge, confirmed, override }: MoveStory) {
  const given = { revisitOn, duplicateOf, merge, confirmed, override }
  const allowed: readonly (keyof typeof given)[] =
    type === 'dismissStory'
      ? ['revisitOn', 'duplicateOf', 'merge']
      : type === 'markReady'
        ? ['confirmed', 'override']
        : []
  for (const field of Object.keys(given) as (keyof typeof given)[]) {
    if (given[field] === undefined || allowed.includes(field)) continue
    return refuse('invalid', `"${field}" does not belong to "${type}". Nothing was changed.`)
  }
  return revisitOn === undefined ? null : dateProblem(revisitOn)
}

/** Gives the story that the dismissed one repeats, null where it repeats none, or why that cannot be. */
function originalOf(here: Case, story: Story, command: MoveStory): Story | null | Refusal {
  const { duplicateOf, merge } = command
  if (duplicateOf === undefined) {
    return merge
      ? refuse(
          'badDuplicate',
          'Say which story this one repeats, so that it can be merged into it.',
        )
      : null
  }
  const original = visibleStory(here, duplicateOf)
  if (!original || original.id === story.id || original.trashedAt !== null) {
    return refuse(
      'badDuplicate',
      'The story this one repeats was not found. Choose another story of this workspace.',
    )
  }
  if (repeats(here, original, story)) {
    return refuse(
      'badDuplicate',
      `${nameOf(original)} is already a duplicate of ${nameOf(story)}. Choose another story.`,
    )
  }
  if (merge && !mayWrite(here.state, here.actor, original)) {
    return refuse(
      'notAllowed',
      `Merging writes into ${nameOf(original)}, which you may only read. Mark it as a duplicate without merging, or ask one of its team.`,
    )
  }
  return original
}

/** True when a story is said to repeat another, directly or by way of others: both keys of a duplicate must lead somewhere. */
function repeats({ state }: Case, story: Story, other: Story): boolean {
  const seen = new Set<string>()
  let next: Story | undefined = story
  while (next && next.duplicateOf !== null && !seen.has(next.id)) {
    if (next.duplicateOf === other.id) return true
    seen.add(next.id)
    next = state.stories.get(next.duplicateOf)
  }
  return false
}
