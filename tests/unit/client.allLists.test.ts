import { describe, expect, test } from 'vitest'
import { AllLists, type Fate, type Fates } from '#lib/client/allLists.ts'
import type { ListMessage } from '#lib/client/lists.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { filedList, listOf, teamList } from '#lib/domain/lists.ts'
import { must } from '#lib/domain/must.ts'
import type { Story } from '#lib/domain/story.ts'
import type { ListChange } from '#lib/schema/wire.ts'
import { AREA, ListServer } from '#tests/support/clientLists.ts'
import { type Random, randomFrom } from '#tests/support/random.ts'

const WEB = teamList('web')
const OPS = teamList('ops')

/** A device: its lists, and the stories as a prediction would have them. */
class Reader {
  readonly lists = new AllLists()
  readonly stories = new Map<string, Story>()
  readonly fates: [string, Fate][] = []

  constructor(...names: string[]) {
    this.#apply((fates) => this.lists.follow(names, fates))
  }

  take(name: string, message: ListMessage): void {
    this.#apply((fates) => this.lists.take(name, message, fates))
  }

  follow(...names: string[]): void {
    this.#apply((fates) => this.lists.follow(names, fates))
  }

  deny(name: string): void {
    this.#apply((fates) => this.lists.deny(name, fates))
  }

  /** Where a story stands, in a word. */
  where(id: string): string | null {
    const story = this.stories.get(id)
    return story ? (story.stage ?? `${story.team} ${story.step}`) : null
  }

  #apply(work: (fates: Fates) => unknown): void {
    const fates: Fates = new Map()
    work(fates)
    for (const [id, fate] of fates) {
      this.fates.push([id, fate])
      if (typeof fate === 'object') this.stories.set(id, fate)
      else this.stories.delete(id)
    }
  }
}

const changes = (...all: ListChange[]): ListMessage => ({ changes: all })

function told(server: ListServer, ...names: string[]): Reader {
  const reader = new Reader(...names)
  for (const name of names) reader.take(name, server.snapshot(name))
  return reader
}

describe('[I7] a story that moves between lists', () => {
  test('is where the list known further has it, whichever speaks first', () => {
    const server = new ListServer()
    server.team('web')
    server.ready('s1')
    for (const order of ['set first', 'gone first']) {
      const reader = told(server, AREA, WEB)
      const said = new ListServer()
      said.team('web')
      said.ready('s1')
      const moved = said.run({ type: 'assignToTeam', story: 's1', team: 'web' })
      if (order === 'gone first') {
        moved.reverse()
        // Its new list has not answered on this connection: nobody can say that it is gone.
        reader.lists.lost(WEB)
      }
      const seen: (string | null)[] = []
      for (const { list, change } of moved) {
        reader.take(list, changes(change))
        seen.push(reader.where('s1'))
      }
      expect(seen).toEqual(order === 'set first' ? ['web todo', 'web todo'] : ['ready', 'web todo'])
    }
  })

  test('and is let go of by the only list that had it, is gone once every list has answered', () => {
    const server = new ListServer()
    server.team('web')
    server.ready('s1')
    const reader = told(server, AREA, WEB)
    reader.lists.lost(WEB)
    const [trashed] = server.run({ type: 'trashStory', story: 's1' })
    reader.take(AREA, changes(must(trashed, 'the change').change))
    expect(reader.where('s1')).toBe('ready')
    reader.take(WEB, changes({ seq: server.flow.events.length, set: {}, gone: [] }))
    expect(reader.where('s1')).toBeNull()
    expect(reader.fates.at(-1)).toEqual(['s1', 'gone'])
  })

  test('a list kept on this device from long ago does not take it back', () => {
    const server = new ListServer()
    server.team('web', ['s1'])
    const old = server.snapshot(WEB)
    server.run({ type: 'bounceStory', story: 's1', reason: 'Unclear' })
    const reader = new Reader(AREA, WEB)
    reader.take(AREA, server.snapshot(AREA))
    if (!('snapshot' in old)) throw new Error('no snapshot')
    const fates: Fates = new Map()
    reader.lists.load(WEB, { ...old.snapshot, stories: old.snapshot.items }, fates)
    expect(fates.get('s1')).toMatchObject({ stage: 'refinement' })
  })

  const first = Number(process.env.SEED ?? Date.now() % 1_000_000_000)
  test(`is never nowhere and never in two places, wherever the connection is cut (SEED=${first})`, () => {
    for (let seed = first; seed < first + 40; seed += 1) {
      expect(liveThrough(seed), `seed ${seed}`).toEqual([])
    }
  })
})

/**
 * One reader follows three lists through a life of moves, each list behind by as much as chance wants. Gives what was
 * wrong meanwhile and at the end.
 */
function liveThrough(seed: number): string[] {
  const random = randomFrom(seed)
  const server = new ListServer()
  const stories = ['a', 'b', 'c', 'd', 'e']
  for (const team of ['web', 'ops']) server.team(team)
  for (const story of stories) server.ready(story)
  const names = [AREA, WEB, OPS]
  const reader = told(server, ...names)
  /** What is on its way to the reader, in order. A cut loses it; the lists are then asked for again, in any order. */
  let underWay: { list: string; message: ListMessage }[] = []
  let behind: string[] = []
  const faults: string[] = []
  for (let step = 0; step < 120; step += 1) {
    if (random.chance(0.5)) {
      const story = must(server.flow.stories.get(random.pick(stories)), 'a story')
      const told = server.run(moveOf(story, random))
      // Of a list that is not followed the server tells nothing.
      for (const { list, change } of told)
        if (!behind.includes(list)) underWay.push({ list, message: changes(change) })
    } else if (random.chance(0.15)) {
      underWay = []
      behind = [...names].sort(() => random.next() - 0.5)
      for (const name of names) reader.lists.lost(name)
    } else if (random.chance(0.6) && behind.length > 0) {
      const list = must(behind.shift(), 'a list')
      const since = reader.lists.get(list)?.seq ?? 0
      const missed = (server.said.get(list) ?? []).filter(({ seq }) => seq > since)
      const now = { seq: server.flow.events.length, set: {}, gone: [] }
      const message = random.chance(0.3) ? server.snapshot(list) : changes(...missed, now)
      underWay.push({ list, message })
    } else {
      for (const { list, message } of underWay.splice(0, 1 + random.below(3)))
        reader.take(list, message)
    }
    for (const id of stories)
      if (!reader.stories.has(id)) faults.push(`step ${step}: ${id} is nowhere`)
  }
  for (const { list, message } of underWay) reader.take(list, message)
  for (const name of behind) reader.take(name, server.snapshot(name))
  for (const id of stories) {
    const story = must(server.flow.stories.get(id), id)
    if (reader.stories.get(id) !== story) faults.push(`${id} is not what it is on the server`)
    if (reader.lists.homeOf(id) !== listOf(story, 'w1')) faults.push(`${id} is on another list`)
  }
  return faults
}

function moveOf({ id: story, stage, team }: Story, random: Random): NewCommand {
  if (stage === 'ready') return { type: 'assignToTeam', story, team: random.pick(['web', 'ops']) }
  if (stage !== null) return { type: 'markReady', story, confirmed: true }
  if (random.chance(0.4)) return { type: 'bounceStory', story, reason: 'Unclear' }
  return { type: 'reassignStory', story, team: team === 'web' ? 'ops' : 'web' }
}

describe('[I8] a list that may not be seen any more', () => {
  test('takes its stories with it, but for those another list has by now', () => {
    const server = new ListServer()
    server.team('web', ['s1', 's2'])
    const reader = told(server, AREA, WEB)
    const moved = server.run({ type: 'bounceStory', story: 's2', reason: 'Unclear' })
    const toArea = must(
      moved.find(({ list }) => list === AREA),
      'the change of the area',
    )
    reader.take(AREA, changes(toArea.change))
    reader.follow(AREA)
    expect(reader.where('s1')).toBeNull()
    expect(reader.where('s2')).toBe('refinement')
    expect(reader.fates.filter(([id]) => id === 's1').at(-1)).toEqual(['s1', 'hidden'])
    expect(reader.lists.get(WEB)).toBeUndefined()
  })

  test('and is denied, knows nothing any more and is not waited for', () => {
    const server = new ListServer()
    server.team('web', ['s1'])
    server.ready('s2')
    const reader = told(server, AREA, WEB)
    reader.deny(WEB)
    expect(reader.where('s1')).toBeNull()
    expect(reader.lists.get(WEB)?.seq).toBeNull()
    const [trashed] = server.run({ type: 'trashStory', story: 's2' })
    reader.take(AREA, changes(must(trashed, 'the change').change))
    expect(reader.where('s2')).toBeNull()
  })
})

describe('[CL5] closed stories that are filed', () => {
  const FILED = filedList('w1')

  function oneStory(): { server: ListServer; gone: ListChange; story: Story } {
    const server = new ListServer()
    server.run({ type: 'captureStory', story: 's1', title: 'One' })
    const story = { ...must(server.flow.stories.get('s1'), 's1'), filedAt: 1 }
    const seq = server.flow.events.length + 1
    return { server, story, gone: { seq, set: {}, gone: ['s1'], filed: ['s1'] } }
  }

  test('are not taken for gone where their list is not followed', () => {
    const { server, gone } = oneStory()
    const reader = told(server, AREA)
    reader.take(AREA, changes(gone))
    expect(reader.fates.at(-1)).toEqual(['s1', 'filed'])
    expect(reader.where('s1')).toBeNull()
  })

  test('are never nowhere where it is', () => {
    const { server, gone, story } = oneStory()
    const reader = told(server, AREA)
    reader.follow(AREA, FILED)
    const info = { of: 'w1' }
    reader.take(FILED, { snapshot: { seq: gone.seq - 1, items: [], info } })
    reader.take(FILED, changes({ seq: gone.seq, set: { s1: story }, gone: [] }))
    reader.take(AREA, changes(gone))
    expect(reader.fates.slice(1).map(([, fate]) => typeof fate)).not.toContain('string')
    expect(reader.stories.get('s1')).toEqual(story)
  })

  test('of a list that is told anew nobody knows where they went, if some were filed', () => {
    const { server } = oneStory()
    const reader = told(server, AREA)
    const filed = { places: { idea: 1 }, themes: {}, personas: {} }
    const info = { ...server.info(AREA), filed }
    reader.take(AREA, { snapshot: { seq: 9, items: [], info } })
    expect(reader.fates.at(-1)).toEqual(['s1', 'filed'])
    const other = told(server, AREA)
    other.take(AREA, { snapshot: { seq: 9, items: [], info: server.info(AREA) } })
    expect(other.fates.at(-1)).toEqual(['s1', 'gone'])
  })
})
