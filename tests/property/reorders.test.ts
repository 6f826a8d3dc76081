import { describe, expect, it } from 'vitest'
import type { NewCommand } from '#lib/domain/command.ts'
import { areaList, listOf, teamList } from '#lib/domain/lists.ts'
import { isInArea } from '#tests/support/inArea.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import { ana, bo, Flow, kim } from '#tests/support/domain.ts'
import { foldLog } from '#tests/support/foldLog.ts'
import { randomFrom } from '#tests/support/random.ts'
import { anyMove, sharedRanks } from '#tests/support/reorders.ts'
import { startServer } from '#tests/support/sync.ts'

const MOVES = Number(process.env.MOVES ?? 10_000)
const STORIES = 40
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

/** Everything that lives in a workspace, in one order, as a picture somebody has of it. */
const pictureOf = (stories: Iterable<Story>) => [...stories]

describe(`[RK2] [I8] ${MOVES} moves of the same stories by several people (SEED=${seed})`, () => {
  it('[RK2] [ST9] by the rules alone: one event each, ranks unique, nobody else moved', () => {
    console.log(`reorders: SEED=${seed}`)
    const random = randomFrom(seed)
    const flow = new Flow().join(bo)
    const team = { kim: 'member', bo: 'backlog-owner' } as const
    flow.found('web', team).found('app', team)
    for (let index = 0; index < STORIES; index += 1) flow.put(`s${index}`)
    /** What each person sees, and what they have sent that has not arrived. */
    const people = [ana, bo, kim].map((actor) => ({
      actor,
      seen: pictureOf(flow.stories.values()),
      sent: [] as ReturnType<typeof anyMove>[],
    }))
    let [accepted, refused, without] = [0, 0, 0]
    for (let move = 0; move < MOVES;) {
      const person = random.pick(people)
      if (random.chance(0.6)) person.seen = pictureOf(flow.stories.values())
      if (person.sent.length < 4 && random.chance(0.5)) {
        person.sent.push(anyMove(person.seen, random))
        continue
      }
      const command = person.sent.shift()
      if (!command) continue
      move += 1
      const before = new Map(flow.stories)
      const events = flow.events.length
      const decision = flow.run(command, person.actor)
      if (!decision.ok) refused += 1
      else if (decision.events.length === 0) without += 1
      else accepted += 1
      expect(flow.events.length - events).toBe(decision.ok ? decision.events.length : 0)
      expect(flow.events.length - events).toBeLessThanOrEqual(1)
      for (const [id, story] of flow.stories) {
        if (story !== before.get(id) && id !== command.story) throw new Error(`${id} moved, too`)
      }
      if (move % 50 === 0) expect(sharedRanks(flow.stories.values())).toEqual([])
    }
    expect(sharedRanks(flow.stories.values())).toEqual([])
    expect(foldLog(flow.events).stories).toEqual(flow.stories)
    const longest = Math.max(...[...flow.stories.values()].map(({ rank }) => rank.length))
    console.log(
      `reorders: ${accepted} done, ${without} without effect, ${refused} overtaken; the longest rank has ${longest} characters`,
    )
    expect(accepted).toBeGreaterThan(MOVES / 4)
    expect(refused).toBeGreaterThan(MOVES / 20)
  })

  it('[RK2] [CM1] [I8] in a real workspace, many at once, some sent twice: one event each, the fold is the lists', async () => {
    const random = randomFrom(seed)
    const server = await startServer()
    try {
      const workspace = (await server.workspaces.open('w1'))!
      const people = await settle(server, workspace)
      const told: number[] = []
      workspace.onNews(({ lists }) => told.push(...lists.map(({ change }) => change.seq)))
      let seen = seenIn(workspace)
      let sent = 0
      while (sent < MOVES) {
        const batch = Math.min(random.below(12) + 1, MOVES - sent)
        const wave = Array.from({ length: batch }, async () => {
          const id = `m${(sent += 1)}`
          const command = { id, ...anyMove(seen, random) }
          const actor = random.pick(people)
          const first = workspace.run(actor, command)
          if (!random.chance(0.1)) return first
          // As after a broken connection: the same again, before there was an answer.
          const [answer, again] = await Promise.all([first, workspace.run(actor, command)])
          if (answer.ok) expect(again).toEqual(answer)
          return answer
        })
        await Promise.all(wave)
        if (random.chance(0.7)) seen = seenIn(workspace)
      }
      const events = await server.faults.storage.workspaces.events('w1', 0, 10 * MOVES)
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
      const commands = events.map(({ command }) => command).filter((id) => /^m\d/.test(id))
      expect(new Set(commands).size).toBe(commands.length)
      expect(commands.length).toBeGreaterThan(MOVES / 4)
      expect(told).toEqual([...told].sort((a, b) => a - b))

      const folded = foldLog(events).stories
      expect(sharedRanks(folded.values())).toEqual([])
      for (const list of [areaList('w1'), teamList('web'), teamList('app')]) {
        const items = workspace.snapshot(list, ana)?.items ?? []
        const wanted = [...folded.values()].filter((story) => listOf(story, 'w1') === list)
        expect(byId(items)).toEqual(byId(wanted))
      }
      expect([...folded.values()].some(isInArea)).toBe(true)
    } finally {
      await server.stop()
    }
  })
})

function byId(stories: readonly Story[]): Story[] {
  return [...stories].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function seenIn(workspace: OpenWorkspace): Story[] {
  return Array.from({ length: STORIES }, (_, index) => workspace.story(`s${index}`)!)
}

/** Lets Bo and Kim in, makes both teams and the stories. Gives everybody. */
async function settle(
  server: Awaited<ReturnType<typeof startServer>>,
  workspace: OpenWorkspace,
): Promise<Actor[]> {
  for (const person of ['bo', 'kim']) await server.addPerson(person)
  await workspace.refreshMembers()
  const people = await Promise.all(
    ['ana', 'bo', 'kim'].map(async (person) => (await server.auth.actorIn('w1', person))!),
  )
  let count = 0
  const run = async (command: NewCommand) => {
    const result = await workspace.run(people[0]!, { id: `made-${(count += 1)}`, ...command })
    if (!result.ok) throw new Error(result.message)
  }
  for (const team of ['web', 'app']) {
    await run({ type: 'createTeam', team, name: team })
    await run({ type: 'setTeamMember', team, member: 'bo', role: 'backlog-owner' })
    await run({ type: 'setTeamMember', team, member: 'kim', role: 'member' })
  }
  for (let index = 0; index < STORIES; index += 1) {
    await run({ type: 'captureStory', story: `s${index}`, title: `Story ${index}` })
  }
  return people
}
