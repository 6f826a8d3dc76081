import { type Action, defineAction, runAction } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { isVoting } from '#components/live/sessionActions.ts'
import { currentItem } from '#components/live/votes.ts'
import type { Confidence } from '#lib/domain/sessions/ballot.ts'
import { itemOf } from '#lib/domain/sessions/clock.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import type { Team } from '#lib/domain/team.ts'
import { sizeChoices } from './planned.ts'

/** Votes a size on a story, or takes one's vote back (null). Whoever is not there yet takes part by that. */
export const castSize = defineAction<{
  readonly room: Room
  readonly story: string
  readonly value: string | null
  readonly confidence?: Confidence | null
  readonly comment?: string
}>({
  id: 'planning.cast',
  group: 'Planning',
  keysOnly: true,
  run: ({ room, story, value, confidence, comment }) => {
    const vote = itemOf(room.session, story)?.vote
    if (vote?.phase !== 'open') return
    const { round } = vote
    const cast = () =>
      room.send({
        type: 'castVote',
        story,
        round,
        value,
        ...(confidence && { confidence }),
        ...(comment && { comment }),
      })
    if (room.takesPart) return void cast()
    void room
      .send({ type: 'joinSession', as: 'participant' })
      .then((answer) => (answer.ok ? cast() : answer))
  },
})

/** Accepts a size: the story has it, and the next one comes. */
export const acceptSize = defineAction<{
  readonly room: Room
  readonly story: string
  readonly size: string
}>({
  id: 'planning.size',
  group: 'Planning',
  keysOnly: true,
  run: ({ room, story, size }) =>
    void room.send({ type: 'concludeStory', story, outcome: { kind: 'sized', size } }),
})

/** What keys do in the room of a planning session, besides what they do in every session. */
export interface PlanningTarget {
  readonly room: Room
  readonly team: Team
  /** The size that the votes on the current story speak for; null: none. */
  readonly suggested: string | null
  /** The backlog is shown to be ordered: what is not seen is neither voted on nor settled by a key. */
  readonly isOrdering: boolean
  /** Shows the backlog to be ordered, or the votes again. */
  readonly toggleOrder: () => void
}

const votes = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((key) =>
  defineAction<PlanningTarget>({
    id: `planning.vote.${key}`,
    group: 'Planning',
    keys: [key],
    keysOnly: true,
    when: ({ room, team, isOrdering }) =>
      !isOrdering && isVoting(room) && choiceAt(team, key) !== undefined,
    run: ({ room, team }) => {
      const story = currentItem(room.session)?.story
      const value = choiceAt(team, key)
      if (story === undefined || value === undefined) return
      pressSize(room, story, value)
    },
  }),
)

/** What keys and the palette do in the room of a planning session. */
export const roomActions: readonly Action<PlanningTarget>[] = [
  ...votes,
  defineAction<PlanningTarget>({
    id: 'planning.accept',
    group: 'Planning',
    keys: ['E'],
    words: 'size estimate agree take',
    when: ({ room, suggested, isOrdering }) =>
      !isOrdering && settles(room) !== null && suggested !== null,
    run: ({ room, suggested }) => {
      const item = settles(room)
      if (item && suggested !== null) {
        runAction(acceptSize, { room, story: item.story, size: suggested })
      }
    },
  }),
  defineAction<PlanningTarget>({
    id: 'planning.skip',
    group: 'Planning',
    keys: ['S'],
    words: 'later next pass',
    when: ({ room, isOrdering }) => !isOrdering && settles(room) !== null,
    run: ({ room }) => {
      const item = currentItem(room.session)
      if (!item) return
      const outcome = { kind: 'skipped' } as const
      void room.send({ type: 'concludeStory', story: item.story, outcome })
    },
  }),
  defineAction<PlanningTarget>({
    id: 'planning.order',
    group: 'Planning',
    keys: ['O'],
    words: 'backlog rank sort votes',
    run: ({ toggleOrder }) => toggleOrder(),
  }),
]

/** What a press on a size does: it is voted, as sure as before; what was voted already is taken back. */
export function pressSize(
  room: Room,
  story: string,
  value: string,
  more: { readonly confidence?: Confidence | null; readonly comment?: string } = {},
): void {
  const own = room.own[story]
  runAction(castSize, {
    room,
    story,
    value: own?.value === value ? null : value,
    confidence: own?.confidence ?? null,
    comment: own?.comment ?? '',
    ...more,
  })
}

/** Gives the current story where this person accepts a size for it; null where they do not. */
function settles({ isMine, session }: Room): AgendaItem | null {
  return isMine && session.phase.name === 'running' ? currentItem(session) : null
}

function choiceAt(team: Team, key: string): string | undefined {
  return sizeChoices(team).find((choice) => choice.key === key)?.value
}
