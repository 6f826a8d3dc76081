import type { NewCommand } from '#lib/domain/command.ts'
import { areaList, teamList } from '#lib/domain/lists.ts'
import type { Peer } from './peer.ts'
import { Viewer } from './viewer.ts'

export const TEAMS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon']
const STEPS = ['doing', 'review', 'done']

/** A workspace to be measured: where its stories are. */
export interface FilledWorkspace {
  readonly lists: readonly string[]
  readonly inArea: readonly string[]
  readonly onTeams: readonly string[]
  /** The number of the last event. */
  readonly seq: number
}

/** Carries out a command; rejects when it is refused. */
export type Run = (
  command: { readonly id: string } & NewCommand,
) => Promise<{ readonly seq?: number }>

/** Fills a workspace of a server over its socket. */
export async function fill(
  peer: Peer,
  workspace: string,
  stories: number,
): Promise<FilledWorkspace> {
  const { url } = peer.connection('')
  const lists = [areaList(workspace)]
  const owner = new Viewer({ url, token: peer.token, lists, since: 0 })
  await owner.ready
  try {
    return await fillWith(
      async (command) => {
        const result = await owner.send(command)
        if (!result.ok) throw new Error(`${command.type} was refused: ${result.code}`)
        return result
      },
      workspace,
      stories,
    )
  } finally {
    owner.close()
  }
}

/** Fills a workspace by commands: three of five stories in refinement, the others on five teams' backlogs. */
export async function fillWith(
  carryOut: Run,
  workspace: string,
  stories: number,
): Promise<FilledWorkspace> {
  const lists = [areaList(workspace)]
  let [count, seq] = [0, 0]
  const run = async (command: NewCommand) => {
    const result = await carryOut({ id: `fill-${(count += 1)}`, ...command })
    seq = result.seq ?? seq
  }
  for (const team of TEAMS) {
    await run({ type: 'createTeam', team, name: team })
    lists.push(teamList(team))
  }
  const inArea: string[] = []
  const onTeams: string[] = []
  const waves = Array.from({ length: stories }, (_, index) => index)
  while (waves.length > 0) {
    // As a paste of many lines: a server takes so many at once.
    await Promise.all(
      waves.splice(0, 100).map(async (index) => {
        const story = `load-${index}`
        const way: NewCommand[] = [
          {
            type: 'captureStory',
            story,
            title: `As a user I want the ${index}. thing of many to work`,
          },
          { type: 'startRefining', story },
        ]
        const isOnTeam = index % 5 > 2
        if (isOnTeam) {
          const team = TEAMS[index % TEAMS.length]!
          way.push(
            { type: 'markReady', story, confirmed: true },
            { type: 'assignToTeam', story, team },
            { type: 'moveToStep', story, step: STEPS[index % STEPS.length]! },
          )
        }
        // All at once: commands of one socket are carried out in their order.
        await Promise.all(way.map(run))
        ;(isOnTeam ? onTeams : inArea).push(story)
      }),
    )
  }
  return { lists, inArea, onTeams, seq }
}
