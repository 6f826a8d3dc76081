import type { NewCommand } from '#lib/client/client.ts'
import type { Place } from '#lib/domain/rank.ts'
import { type Move, MOVE_RULES, MOVES, type Stage } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'

/** The reason recorded where a rule asks for one and a person only took a move back. */
const UNDONE = 'Undone'

/**
 * Gives the commands that bring a moved story back to where `before` had it, in the order to send them: legal moves
 * only (ST2), so that history tells what happened. `now` is the stage it is in.
 */
export function wayBack(before: Story, now: Stage, place: Place): NewCommand[] {
  const moves = shortestWay(now, before.stage)
  return moves.map((type, index): NewCommand => {
    const last = index === moves.length - 1
    return {
      type,
      story: before.id,
      ...(last ? { place } : {}),
      ...(MOVE_RULES[type].needsReason ? { reason: before.reason ?? UNDONE } : {}),
      ...(type === 'dismissStory' && before.revisitOn ? { revisitOn: before.revisitOn } : {}),
      ...(type === 'dismissStory' && before.duplicateOf ? { duplicateOf: before.duplicateOf } : {}),
    }
  })
}

/** Gives where a story stands in its column: behind its neighbour, or at the top. */
export function placeIn(column: readonly Story[], storyId: string): Place {
  const index = column.findIndex(({ id }) => id === storyId)
  return { after: column[index - 1]?.id ?? null }
}

function shortestWay(from: Stage, to: Stage): Move[] {
  const ways = new Map<Stage, Move[]>([[from, []]])
  for (const [stage, way] of ways) {
    if (stage === to) return way
    for (const move of MOVES) {
      const { from: starts, to: end } = MOVE_RULES[move]
      // A Map's iteration sees what is added meanwhile: breadth first, so the first way to a stage is the shortest.
      if (starts.includes(stage) && !ways.has(end)) ways.set(end, [...way, move])
    }
  }
  return []
}
