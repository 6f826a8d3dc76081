import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { apply } from '#lib/domain/apply.ts'
import type { StoryEvent } from '#lib/domain/event.ts'
import { isInArea } from '#lib/domain/lists.ts'
import type { Story } from '#lib/domain/story.ts'
import { Crowd } from './crowd.ts'
import { Intruder } from './intruder.ts'
import { Onlooker } from './onlooker.ts'
import { type Random, randomFrom } from './random.ts'
import { startServer, type TestServer } from './sync.ts'

const STORIES = ['s0', 's1', 's2']
const PEOPLE = ['ana', 'bo', 'kim']

/** How much happened, so that a test can tell a quiet world from a sound one. */
export interface Deeds {
  readonly words: number
  readonly commands: number
  readonly attacks: number
}

/**
 * One run of the simulation: people with real clients behind bad lines, a server on real storage that is stopped and
 * crashed, an intruder with a valid session, and an onlooker who writes down every change the server ever told of.
 * Chance decides who does what; the same seed decides the same.
 */
export class World {
  readonly #random: Random
  readonly #crowd: Crowd
  readonly #onlooker = new Onlooker()
  readonly #intruder: Intruder
  #server: TestServer

  private constructor(server: TestServer, seed: number) {
    this.#random = randomFrom(seed)
    this.#server = server
    this.#crowd = new Crowd(PEOPLE, STORIES, server, this.#random)
    this.#intruder = new Intruder(this.#random)
  }

  /**
   * Makes a world, lets it live for `turns`, waits until it is quiet, and gives what is wrong with it (nothing) and how
   * much happened in it.
   */
  static async live(seed: number, turns: number): Promise<{ faults: string[]; deeds: Deeds }> {
    const server = await startServer()
    for (const person of [...PEOPLE.slice(1), 'mal']) await server.addPerson(person)
    for (const story of STORIES) await server.capture(story)
    const world = new World(server, seed)
    try {
      world.#onlooker.watch(server)
      world.#intruder.enter(server)
      await world.#crowd.arrive()
      for (let turn = 0; turn < turns; turn += 1) await world.#turn()
      await world.#crowd.settle()
      return {
        faults: await world.#faults(),
        deeds: { ...world.#crowd.deeds, attacks: world.#intruder.attacks },
      }
    } finally {
      world.#intruder.leave()
      world.#onlooker.leave()
      await world.#crowd.leave()
      await world.#server.stop()
    }
  }

  async #turn(): Promise<void> {
    const roll = this.#random.next()
    if (roll < 0.04) await this.#restart('crash')
    else if (roll < 0.06) await this.#restart('stop')
    else if (roll < 0.14) await this.#intruder.attack(this.#random.pick(STORIES))
    else await this.#crowd.act()
    // A breath now and then: most things happen while others are still under way.
    if (this.#random.chance(0.5)) {
      await new Promise((resolve) => setTimeout(resolve, this.#random.below(12)))
    }
  }

  async #restart(how: 'crash' | 'stop'): Promise<void> {
    const { dataDir, port } = this.#server
    if (how === 'crash') await this.#server.crash()
    else await this.#server.stop({ keep: true })
    this.#server = await startServer({ dataDir, port })
    this.#onlooker.watch(this.#server)
    this.#intruder.enter(this.#server)
  }

  async #faults(): Promise<string[]> {
    const { workspaces, documents } = this.#server.faults.storage
    const events = await workspaces.events('w1', 0, 1_000_000)
    const faults: string[] = []
    events.forEach(({ seq }, index) => {
      if (seq !== index + 1) faults.push(`event ${index + 1} has sequence number ${seq}`)
    })
    const stages = foldAll(events)
    const folded = stages.at(-1)!
    for (const { who, stories } of this.#crowd.areas()) {
      const expected = new Map([...folded].filter(([, story]) => isInArea(story)))
      if (!isDeepStrictEqual(new Map(stories), expected)) faults.push(`${who}'s board differs`)
    }
    faults.push(...this.#onlooker.disagreements(stages))
    faults.push(...this.#crowd.brokenPromises(events))
    for (const story of STORIES) {
      const stored = await documents.load('w1', `story:${story}`)
      const doc = new Y.Doc()
      if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot)
      for (const { update } of stored?.log ?? []) Y.applyUpdate(doc, update)
      const kept = doc.getXmlFragment('body').toString()
      if (kept.includes(Intruder.MARK)) faults.push(`the intruder wrote into ${story}`)
      for (const { who, text } of this.#crowd.texts(story)) {
        if (text !== kept) faults.push(`${who}'s ${story} is "${text}", stored is "${kept}"`)
      }
      faults.push(...this.#crowd.lostWords(story, kept))
    }
    return faults
  }
}

/** The stories after each event; index 0 is before the first. */
function foldAll(events: readonly StoryEvent[]): ReadonlyMap<string, Story>[] {
  const stages: Map<string, Story>[] = [new Map()]
  for (const event of events) {
    const stories = new Map(stages.at(-1))
    stories.set(event.story, apply(stories.get(event.story), event))
    stages.push(stories)
  }
  return stages
}
