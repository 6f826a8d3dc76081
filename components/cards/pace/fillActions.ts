import {
  defineAction,
  type Outcome,
  readyArea,
  sendTogether,
  workplaceOf,
} from '#components/actions/index.ts'
import { span } from '#components/cards/days.ts'
import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { dateOf } from '#components/ui/dates.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import { waitingOf } from '#lib/domain/capacity.ts'
import { type Iteration, iterationsFrom } from '#lib/domain/iterations.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'

/** Whose next iteration is filled, and what asks which stories. */
export interface FillTarget {
  readonly client: Pick<WorkspaceClient, 'me' | 'send' | 'sendAll' | 'area' | 'judge'>
  readonly team: Team
  readonly ask: () => void
}

/** Asks what a team takes on in its next iteration, from the top of its backlog (CP4). */
export const fillNext = defineAction<FillTarget>({
  id: 'backlog.fillNext',
  group: 'Backlog',
  words: 'commit plan capacity sprint forecast',
  when: ({ client, team }) => {
    const { iterations } = team
    if (!iterations) return false
    const today = dateOf(Date.now())
    const stories = readyArea(client).backlogs.get(team.id)?.stories ?? []
    const [first] = waitingOf(stories, { ...team, iterations }, today)
    if (!first) return textsOf('pace.commit')('nothingWaits')
    const schedule = iterationsFrom(iterations, today, 2)[1]?.startsOn ?? null
    const no = client.judge({ type: 'scheduleStory', story: first.id, schedule })
    return no === null || refusalIn(no)
  },
  run: ({ ask }) => ask(),
})

/** Plans stories for an iteration, all of them as one step with one way back. */
export const fillWith = defineAction<
  Pick<FillTarget, 'client'> & {
    readonly stories: readonly TeamStory[]
    readonly iteration: Iteration
  }
>({
  id: 'backlog.fillWith',
  group: 'Backlog',
  keysOnly: true,
  run: ({ client, stories, iteration }): Outcome => {
    const { startsOn } = iteration
    const words = span(iteration, dateOf(Date.now()))
    return sendTogether(
      workplaceOf(client),
      stories.map(({ id }) => ({ type: 'scheduleStory', story: id, schedule: startsOn })),
      (count) => textsOf('pace.commit')('done', { count, span: words }),
    ).outcome
  },
})
