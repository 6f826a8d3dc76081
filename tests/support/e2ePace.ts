import { addDays } from '#lib/domain/iterations.ts'
import { ANA, command, type Person, test } from './e2e.ts'
import { backlogPath } from './e2eBacklog.ts'
import { AppServer } from './e2eServer.ts'
import { Visitor } from './visitor.ts'

/** A team that has been at work for some time: the one of the samples, whose events are of the past. */
export interface TeamAtWork {
  readonly server: AppServer
  readonly ana: Person
  readonly id: string
  readonly team: string
  /** The address of its backlog. */
  readonly path: string
}

/** Stories that wait on its backlog, with their sizes, in this order; below those that the samples left there. */
export const WAITING = [
  ['Get a Data Package into Julia in seconds', '1'],
  ['Get a Data Package into Excel in seconds', '1'],
  ['Translate an EML dataset to a Data Package, with units, methods and coverage', null],
  ['Get a Data Package into LibreOffice and OpenOffice', '13'],
  ['Add type information to data, so that tools for visualization understand it', '2'],
] as const

/** Starts a server for the tests of a file, with a team at work that has no iterations. */
export function useTeamAtWork(): () => TeamAtWork {
  let made: TeamAtWork | null = null
  test.beforeAll(async () => {
    const server = await AppServer.start()
    const visitor = new Visitor(server.url)
    const setup = { ...ANA, workspace: 'Frictionless Data', samples: true }
    const { body } = await visitor.post('/api/v1/auth/setup', setup)
    const ana = { ...ANA, visitor }
    const id = body.workspaces[0].id as string
    const { body: area } = await visitor.get(`/api/v1/workspaces/${id}/lists/area:${id}`)
    const team = area.info.teams[0].id as string
    for (const [title, size] of WAITING) await wait(ana, id, team, title, size)
    made = { server, ana, id, team, path: backlogPath(id, team) }
  })
  test.afterAll(() => made?.server.stop())
  return () => made!
}

/** Lets the team plan by weeks from Monday on; gives the first day of the next one. */
export async function planByWeeks({ ana, id, team }: TeamAtWork): Promise<string> {
  const today = new Date().toISOString().slice(0, 10)
  const monday = addDays(today, -((new Date().getUTCDay() + 6) % 7))
  await command(ana, id, { type: 'changeTeam', team, iterations: { startsOn: monday, days: 7 } })
  return addDays(monday, 7)
}

async function wait(ana: Person, id: string, team: string, title: string, size: string | null) {
  const story = crypto.randomUUID()
  await command(ana, id, { type: 'captureStory', story, title })
  await command(ana, id, { type: 'startRefining', story })
  await command(ana, id, { type: 'markReady', story, confirmed: true })
  await command(ana, id, { type: 'assignToTeam', story, team })
  if (size !== null) await command(ana, id, { type: 'sizeStory', story, size })
}
