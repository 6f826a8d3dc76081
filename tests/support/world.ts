import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { AreaView } from '#lib/client/client.ts'
import { mayWrite } from '#lib/domain/permissions.ts'
import type { Member, WorkspaceState } from '#lib/domain/state.ts'
import type { Story } from '#lib/domain/story.ts'
import { readsStory, seesTeam } from '#lib/domain/visibility.ts'
import { Crowd } from './crowd.ts'
import { BEGINNING } from './crowdCommands.ts'
import { foldEach } from './foldLog.ts'
import { Intruder } from './intruder.ts'
import { Onlooker } from './onlooker.ts'
import { type Random, randomFrom } from './random.ts'
import { startServer, type TestServer } from './sync.ts'

const STORIES = ['s0', 's1', 's2']
/** Goes to the secret team, too: its text then is nobody else's. */
const CONFIDED = 's3'
const ALL = [...STORIES, CONFIDED]
/** After this long nothing that was saved is still under way. */
const QUIET_MS = 5_000
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
    this.#crowd = new Crowd(PEOPLE, { all: ALL, open: STORIES }, server, this.#random)
    this.#intruder = new Intruder(this.#random)
  }

  /**
   * Makes a world, lets it live for `turns`, waits until it is quiet, and gives what is wrong with it (nothing) and how
   * much happened in it.
   */
  static async live(seed: number, turns: number): Promise<{ faults: string[]; deeds: Deeds }> {
    const server = await startServer()
    for (const person of [...PEOPLE.slice(1), 'mal']) await server.addPerson(person)
    for (const story of ALL) await server.capture(story)
    await begin(server)
    const world = new World(server, seed)
    try {
      world.#onlooker.watch(server)
      world.#intruder.enter(server)
      await world.#crowd.arrive()
      for (let turn = 0; turn < turns; turn += 1) await world.#turn()
      await world.#crowd.settle()
      return {
        faults: await world.#lastFaults(),
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

  /** What is still wrong when nothing comes any more: what was read in a document is told a moment after it is saved. */
  async #lastFaults(): Promise<string[]> {
    const end = performance.now() + QUIET_MS
    for (;;) {
      const faults = await this.#faults()
      if (faults.length === 0 || performance.now() > end) return faults
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async #faults(): Promise<string[]> {
    const { workspaces, documents } = this.#server.faults.storage
    const events = await workspaces.events('w1', 0, 1_000_000)
    const faults: string[] = []
    events.forEach(({ seq }, index) => {
      if (seq !== index + 1) faults.push(`event ${index + 1} has sequence number ${seq}`)
    })
    const folds = foldEach(events)
    const { stories, settings } = folds.at(-1)!
    const members = await membersOf(this.#server)
    for (const { who, view } of this.#crowd.views()) {
      faults.push(...disagreements({ settings, members }, stories, members.get(who)!, view))
    }
    faults.push(...this.#onlooker.disagreements(folds.map((fold) => fold.stories)))
    faults.push(...this.#crowd.brokenPromises(events))
    faults.push(...this.#crowd.leaks())
    for (const story of ALL) {
      for (const who of this.#crowd.stuck(story)) {
        if (mayWrite({ settings, members }, members.get(who)!, stories.get(story)!))
          faults.push(`${who} may write in ${story}, and it does not get through`)
      }
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

/** Carries out what the workspace begins with. */
async function begin(server: TestServer): Promise<void> {
  const workspace = await server.workspaces.open('w1')
  const actor = await server.auth.actorIn('w1', 'ana')
  for (const [index, command] of BEGINNING.entries()) {
    const result = await workspace!.run(actor!, { id: `begin${index}`, ...command })
    if (!result.ok) throw new Error(result.message)
  }
}

async function membersOf(server: TestServer): Promise<ReadonlyMap<string, Member>> {
  const members = await server.faults.storage.people.members('w1')
  return new Map(members.map(({ user: { id, name }, roles }) => [id, { id, name, roles }]))
}

/** Gives where somebody's view is not what the log amounts to for them (I8). */
function disagreements(
  world: Pick<WorkspaceState, 'settings' | 'members'>,
  stories: ReadonlyMap<string, Story>,
  reader: Member,
  view: AreaView,
): string[] {
  if (view.phase === 'loading') return [`${reader.id} sees nothing`]
  const expected = [...stories].filter(
    ([, story]) => story.trashedAt === null && readsStory(world, story, reader),
  )
  const teams = [...world.settings.teams].filter(([, team]) => seesTeam(team, reader))
  const faults: string[] = []
  if (!isDeepStrictEqual(new Map(view.stories), new Map(expected))) {
    faults.push(`${reader.id}'s stories differ`)
  }
  if (!isDeepStrictEqual(view.settings, { ...world.settings, teams: new Map(teams) })) {
    faults.push(`${reader.id}'s settings differ`)
  }
  const backlogs = [...view.backlogs.values()].flatMap((backlog) => backlog.stories)
  const placed = [...Object.values(view.columns).flat(), ...backlogs]
  if (placed.length !== expected.length) faults.push(`${reader.id} has a story twice or nowhere`)
  return faults
}
