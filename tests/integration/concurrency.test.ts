import { expect, test } from 'vitest'
import { listOf } from '#lib/domain/lists.ts'
import { must } from '#lib/domain/must.ts'
import type { Story } from '#lib/domain/story.ts'
import { foldLog } from '#tests/support/foldLog.ts'
import { randomFrom } from '#tests/support/random.ts'
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

test('[I2] two people move one story to different places at once: the first to arrive wins, the other is told, nothing happens twice', async () => {
  await bench.server.addPerson('kim', ['product-manager'])
  await bench.server.addPerson('lee', ['product-manager'])
  await decideAs(
    bench.server,
    'ana',
    { type: 'createTeam', team: 'web', name: 'Web' },
    { type: 'createTeam', team: 'app', name: 'App' },
    { type: 'changeRoles', member: 'bo', roles: ['product-manager'] },
  )
  const people = ['ana', 'bo', 'kim', 'lee'].map((person) => bench.browser(person).open('area:w1'))
  for (const one of people) await subscribe(one)
  for (let round = 0; round < 25; round += 1) {
    const story = `r${round}`
    await bench.server.capture(story)
    await decideAs(bench.server, 'ana', ...toReady(story))
    const moves = [
      { type: 'assignToTeam', team: 'web' },
      { type: 'assignToTeam', team: 'app' },
      { type: 'bounceStory', reason: 'Unclear' },
      { type: 'dismissStory', reason: 'No' },
    ]
    const answers = await Promise.all(
      people.map((person, index) => person.command({ story, ...moves[(index + round) % 4] })),
    )
    // What is legal from where the winner put it may still follow; what contradicts it is refused with the reason.
    const winners = answers.filter(({ ok }) => ok)
    expect(winners.length).toBeGreaterThan(0)
    for (const answer of answers) {
      if (!answer.ok) {
        expect(['alreadyThere', 'moveNotAllowed', 'notAllowed']).toContain(answer.code)
        expect(answer.message).toContain(`ST-${round + 2}`)
      }
    }
    const events = await bench.server.faults.storage.workspaces.history({
      workspace: 'w1',
      story,
      types: ['StoryMoved', 'StoryAssigned', 'StorySentBack'],
      limit: 100,
    })
    // The two that made it ready, and one for each command that was accepted.
    expect(events).toHaveLength(2 + winners.length)
    expect(new Set(events.map(({ command }) => command)).size).toBe(2 + winners.length)
  }
  const events = await bench.server.faults.storage.workspaces.events('w1', 0, 10_000)
  const { stories } = foldLog(events)
  const workspace = await openWorkspace(bench.server)
  for (const [id, story] of stories) expect(workspace.story(id)).toEqual(story)
  const numbers = changesIn(people[0]!).map(({ seq }) => seq)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
})

test(
  '[RK2] 10,000 random reorders by many at once leave every order with unique ranks, strictly as asked',
  { timeout: 300_000 },
  async () => {
    const random = randomFrom(271_828)
    const workspace = await openWorkspace(bench.server)
    const ana = await actorOf(bench.server, 'ana')
    await decideAs(bench.server, 'ana', { type: 'createTeam', team: 'web', name: 'Web' })
    const stories = Array.from({ length: 120 }, (_, index) => `n${index}`)
    for (const [index, story] of stories.entries()) {
      await bench.server.capture(story)
      if (index % 3 === 0) {
        await decideAs(bench.server, 'ana', ...toReady(story), {
          type: 'assignToTeam',
          story,
          team: 'web',
        })
      } else if (index % 3 === 1) {
        await decideAs(bench.server, 'ana', { type: 'startRefining', story })
      }
    }
    // The log is the same whether it is written down for good or not; 10,000 flushes of a disk prove nothing more.
    const { workspaces } = bench.server.faults.storage
    workspaces.commit = async () => undefined
    workspaces.findCommand = async () => null
    const pending: Promise<unknown>[] = []
    for (let step = 0; step < 10_000; step += 1) {
      const story = random.pick(stories)
      const place = { after: random.chance(0.15) ? null : random.pick(stories) }
      pending.push(workspace.run(ana, { id: `c${step}`, type: 'rankStory', story, place }))
      if (pending.length === 200) await Promise.all(pending.splice(0))
    }
    await Promise.all(pending)
    const homes = new Map<string, Story[]>()
    for (const id of stories) {
      const story = must(workspace.story(id), id)
      const home = `${must(listOf(story, 'w1'), id)} ${story.stage ?? ''}`
      homes.set(home, [...(homes.get(home) ?? []), story])
    }
    expect([...homes.values()].map(({ length }) => length)).toEqual([40, 40, 40])
    for (const [home, inside] of homes) {
      const ranks = inside.map(({ rank }) => rank)
      expect(new Set(ranks).size, home).toBe(ranks.length)
    }
    // The last word on each story holds: it stands where its last command put it.
    const [first, second] = stories.filter((id) => workspace.story(id)?.stage === 'idea')
    await workspace.run(ana, {
      id: 'last',
      type: 'rankStory',
      story: first,
      place: { after: second },
    })
    const order = [...homes.values()]
      .flat()
      .map(({ id }) => must(workspace.story(id), id))
      .filter(({ stage }) => stage === 'idea')
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ id }) => id)
    expect(order.indexOf(first!)).toBe(order.indexOf(second!) + 1)
    const longest = Math.max(...stories.map((id) => must(workspace.story(id), id).rank.length))
    console.log(`[RK2] the longest of 120 ranks after 10,000 reorders has ${longest} characters`)
  },
)
