import { pino } from 'pino'
import { expect, test } from 'vitest'
import { areaList, teamList } from '#lib/domain/lists.ts'
import { must } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { AreaInfo, TeamInfo } from '#lib/schema/wire.ts'
import { createWorkspaces } from '#server/commands/workspaces.ts'
import { addSamples } from '#server/samples/addSamples.ts'
import type { Storage } from '#server/storage/storage.ts'
import { describeEachStorage } from '#tests/support/storage.ts'

/** A Sunday: the samples' first story came to the team 82 days before, on a Tuesday. */
const NOW = Date.UTC(2026, 10, 22, 9)
const NEXT_DAY = NOW + 24 * 60 * 60 * 1_000
const ANA: Actor = { id: 'ana', name: 'Ana', roles: ['owner'] }

describeEachStorage('how fast a team is', (bench) => {
  test('[FC1] [CP1] is folded from the log when the server starts, as it was while it ran', async () => {
    const storage = await withSamples(await bench.open())
    const running = await openAt(storage, NOW)
    const team = must(running.teams()[0]?.id, 'the team of the samples')
    const weeks = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0]
    expect(running.flowOf(team)).toMatchObject({ weeks })
    expect(running.flowOf(team)).not.toHaveProperty('iterations')
    await running.run({
      type: 'changeTeam',
      team,
      iterations: { startsOn: '2026-11-09', days: 14 },
    })
    const iterations = [
      { startsOn: '2026-09-14', stories: 1, points: 3 },
      { startsOn: '2026-09-28', stories: 1, points: 8 },
      { startsOn: '2026-10-12', stories: 1, points: 3 },
      { startsOn: '2026-10-26', stories: 1, points: 8 },
    ]
    expect(running.flowOf(team)).toMatchObject({ weeks, iterations })
    expect((await openAt(storage, NOW)).flowOf(team)).toEqual(running.flowOf(team))
    // The day after it is Monday: a week more is over, and with it an iteration.
    expect((await openAt(storage, NEXT_DAY)).flowOf(team)).toMatchObject({
      weeks: [...weeks, 0],
      iterations: [...iterations, { startsOn: '2026-11-09', stories: 0, points: 0 }],
    })
  })
})

async function openAt(storage: Storage, now: number) {
  const workspaces = createWorkspaces({ storage, now: () => now, log: pino({ level: 'silent' }) })
  const workspace = must(await workspaces.open('acme'), 'workspace')
  return {
    teams: () => (must(workspace.snapshot(areaList('acme'), ANA), 'area').info as AreaInfo).teams,
    run: (command: object) => workspace.run(ANA, { id: crypto.randomUUID(), ...command }),
    flowOf: (team: string) =>
      (must(workspace.snapshot(teamList(team), ANA), 'backlog').info as TeamInfo).flow,
  }
}

async function withSamples(storage: Storage): Promise<Storage> {
  await storage.workspaces.create({ id: 'acme', name: 'Acme', keyPrefix: 'ACME', at: NOW })
  await storage.people.createUser({
    id: 'ana',
    email: 'ana@example.com',
    name: 'Ana',
    passwordHash: 'x',
    colour: 0,
    createdAt: NOW,
  })
  await storage.people.addMember({
    workspace: 'acme',
    user: 'ana',
    roles: ['owner'],
    joinedAt: NOW,
  })
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  return storage
}
