import type { NewCommand } from '#lib/domain/command.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import type { Random } from './random.ts'

type Move = Extract<NewCommand, { readonly story: string }>

const STEPS = ['todo', 'doing', 'review', 'done']

/**
 * What somebody does who looks at stories as they were a while ago: orders one, or moves it to another stage, step or
 * team, to a place behind any other. Much of it is overtaken by others when it arrives.
 */
export function anyMove(seen: readonly Story[], random: Random): Move {
  const story = random.pick(seen)
  const { id } = story
  if (story.trashedAt !== null) return { type: 'restoreStory', story: id }
  const place = { after: random.chance(0.15) ? null : random.pick(seen).id }
  if (random.chance(0.5)) return { type: 'rankStory', story: id, place }
  const reason = 'Others first'
  if (!isAreaStory(story)) {
    return random.pick<Move>([
      { type: 'moveToStep', story: id, step: random.pick(STEPS), place },
      { type: 'moveToStep', story: id, step: random.pick(STEPS) },
      { type: 'reassignStory', story: id, team: random.pick(['web', 'app']), place },
      { type: 'bounceStory', story: id, place, reason },
      { type: 'trashStory', story: id },
    ])
  }
  switch (story.stage) {
    case 'idea':
      return { type: 'startRefining', story: id, place }
    case 'refinement':
      return random.pick<Move>([
        { type: 'markReady', story: id, confirmed: true, place },
        { type: 'returnToIdea', story: id, place },
      ])
    case 'ready':
      return random.pick<Move>([
        { type: 'assignToTeam', story: id, team: random.pick(['web', 'app']), place },
        { type: 'assignToTeam', story: id, team: random.pick(['web', 'app']) },
        { type: 'dismissStory', story: id, place, reason },
      ])
    default:
      return { type: 'reopenStory', story: id, place }
  }
}

/** Gives, for every stage and backlog, the ranks that two live stories share. */
export function sharedRanks(stories: Iterable<Story>): string[] {
  const seen = new Set<string>()
  const shared: string[] = []
  for (const { stage, team, rank, trashedAt } of stories) {
    if (trashedAt !== null) continue
    const place = `${stage ?? team} ${rank}`
    if (seen.has(place)) shared.push(place)
    seen.add(place)
  }
  return shared
}
