import { isSamePlace } from '#components/cards/drag/dropPlace.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Place } from '#lib/domain/rank.ts'
import { isAreaStory, type Story, type TeamStory } from '#lib/domain/story.ts'
import { placeInWhole } from '#components/cards/ordering.ts'
import type { Part, Spot } from './parts.ts'

/** What is known of the backlog that stories are put on. */
export interface Ground {
  /** The team's id. */
  readonly team: string
  /** The step in which stories arrive. */
  readonly first: string
  /** The team's stories in their order. */
  readonly whole: readonly TeamStory[]
  /** False: stories change their step and keep their order, because that is all this person may do (ST6). */
  readonly mayOrder: boolean
}

/** Gives the commands that put stories into a part, one behind the other. None where they stand there already. */
export function putting(
  stories: readonly Story[],
  part: Part,
  after: Spot['after'],
  ground: Ground,
): readonly NewCommand[] {
  const moving = new Set(stories.map(({ id }) => id))
  let place = part.isByTime ? undefined : placeInWhole(ground.whole, part.stories, after, moving)
  return stories.flatMap((story) => {
    const commands = isAreaStory(story)
      ? onto(story.id, part, place, ground)
      : within(story, part, place, ground, stories.length === 1)
    if (place) place = { after: story.id }
    return commands
  })
}

function onto(
  story: string,
  { makes: { step, schedule } }: Part,
  place: Place | undefined,
  { team, first }: Ground,
): NewCommand[] {
  const commands: NewCommand[] = [{ type: 'assignToTeam', story, team, place }]
  if (step !== undefined && step !== first) commands.push({ type: 'moveToStep', story, step })
  if (schedule) commands.push({ type: 'scheduleStory', story, schedule })
  return commands
}

function within(
  story: TeamStory,
  { makes: { step, schedule } }: Part,
  place: Place | undefined,
  { whole, mayOrder }: Ground,
  isAlone: boolean,
): NewCommand[] {
  const { id } = story
  const commands: NewCommand[] = []
  // Several are put behind each other: whether one stands there already depends on the others.
  const stays = !place || !mayOrder || (isAlone && isSamePlace(whole, id, place))
  if (step !== undefined && step !== story.step) {
    commands.push({ type: 'moveToStep', story: id, step, ...(!stays && { place }) })
  } else if (!stays) {
    commands.push({ type: 'rankStory', story: id, place })
  }
  if (schedule !== undefined && schedule !== story.schedule) {
    commands.push({ type: 'scheduleStory', story: id, schedule })
  }
  return commands
}
