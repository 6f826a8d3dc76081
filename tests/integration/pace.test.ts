import { expect, test } from 'vitest'
import { must } from '#lib/domain/must.ts'
import type { TeamInfo } from '#lib/schema/wire.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import {
  actorOf,
  changesIn,
  decideAs,
  openWorkspace,
  subscribe,
  toReady,
} from '#tests/support/syncTeams.ts'

const bench = useSyncBench()
const DAY = 86_400_000

/** The Monday of a time's week, at its midnight (UTC); all in ms since the epoch. */
function mondayBefore(at: number): number {
  const day = Math.floor(at / DAY)
  return (day - ((day + 3) % 7)) * DAY
}

test('[FC1] [CP1] a subscriber hears how fast the team is, when something is done and when it plans by other iterations', async () => {
  await decideAs(bench.server, 'ana', { type: 'createTeam', team: 'web', name: 'Web' })
  const monday = mondayBefore(Date.now() + bench.server.clock.ahead)
  const deeds = (day: number, ...wanted: Record<string, unknown>[]) => {
    bench.server.clock.ahead = monday + day * DAY - Date.now() + 3_600_000
    return decideAs(bench.server, 'ana', ...wanted)
  }
  const assign = { type: 'assignToTeam', team: 'web' }
  await deeds(7, ...toReady('s1'), { ...assign, story: 's1' })
  await decideAs(
    bench.server,
    'ana',
    { type: 'captureStory', story: 's2', title: 'Chart a column' },
    ...toReady('s2'),
    { ...assign, story: 's2' },
    { type: 'sizeStory', story: 's1', size: '5' },
  )
  await deeds(8, { type: 'moveToStep', story: 's1', step: 'done' })
  const list = bench.browser('bo').open('team:web')
  await subscribe(list)
  expect(list.messages[0]?.snapshot).toMatchObject({ info: { flow: { weeks: [] } } })
  const startsOn = new Date(monday).toISOString().slice(0, 10)
  await deeds(21, { type: 'moveToStep', story: 's2', step: 'done' })
  await deeds(28, { type: 'changeTeam', team: 'web', iterations: { startsOn, days: 7 } })
  await until(() => changesIn(list).length === 2)
  const [done, planned] = changesIn(list)
  const { flow } = must(planned?.info as TeamInfo | undefined, 'the header')
  expect(done).toMatchObject({ info: { flow: { completed: 2, weeks: [1, 0] } } })
  expect(done?.info).not.toHaveProperty('flow.iterations')
  expect(planned).toMatchObject({
    info: {
      flow: {
        weeks: [1, 0, 1],
        iterations: [
          { stories: 1, points: 5 },
          { stories: 0, points: 0 },
          { stories: 1, points: null },
        ],
      },
    },
  })
  // It stands in what is sent with every change: it must not grow.
  expect(JSON.stringify(flow).length).toBeLessThan(600)
  const { ahead } = bench.server.clock
  await bench.restart()
  bench.server.clock.ahead = ahead
  const workspace = await openWorkspace(bench.server)
  const again = workspace.snapshot('team:web', await actorOf(bench.server, 'ana'))
  const { weeks, iterations } = flow
  expect(again?.info).toMatchObject({ flow: { weeks, iterations } })
})
