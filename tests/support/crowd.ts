import * as Y from 'yjs'
import type { AreaView, StoryHandle, WorkspaceClient } from '#lib/client/client.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { Device, until } from './clientDevice.ts'
import { alwaysHappens, anyCommand, SECRET } from './crowdCommands.ts'
import type { Random } from './random.ts'
import { SimulatedLine } from './simulatedNetwork.ts'
import { ORIGIN } from './sync.ts'

interface Person {
  readonly who: string
  readonly device: Device
  readonly line: SimulatedLine
  tab: WorkspaceClient
  handles: Map<string, StoryHandle>
}

const PATIENCE_MS = 20_000

/** Who is in no private team, and never may know of one. */
const OUTSIDER = 'bo'

/** People with real clients, each on a device whose disk outlives its tabs, behind a line that can be cut. */
export class Crowd {
  readonly #random: Random
  readonly #stories: readonly string[]
  readonly #publicStories: readonly string[]
  readonly #people: Person[]
  readonly #promised = new Map<string, 'accepted'>()
  readonly #written = new Map<string, Set<string>>()
  /** What somebody outside of the secret team came to know of it. */
  readonly #leaks = new Set<string>()
  #count = 0

  /** Everybody is in the text of all the `stories`; the public ones among them never go to the secret team. */
  constructor(
    who: readonly string[],
    { all, open }: { all: readonly string[]; open: readonly string[] },
    server: { url: string },
    random: Random,
  ) {
    this.#random = random
    this.#stories = all
    this.#publicStories = open
    this.#people = who.map((name) => {
      const device = new Device(server, name, name === 'ana' ? ['owner'] : ['member'])
      const line = new SimulatedLine(random, 3, (frame) => this.#overhear(name, frame))
      const { tab, handles } = this.#openTab(device, line)
      return { who: name, device, line, tab, handles }
    })
  }

  /** What was written and sent so far. */
  readonly deeds = { words: 0, commands: 0 }

  /** Waits until everyone is in. */
  async arrive(): Promise<void> {
    for (const { tab, handles } of this.#people) {
      await until(tab.area, ({ phase }) => phase === 'ready', PATIENCE_MS)
      await Promise.all([...handles.values()].map(isOpen))
    }
  }

  /** Somebody does something. */
  async act(): Promise<void> {
    const person = this.#random.pick(this.#people)
    const roll = this.#random.next()
    if (roll < 0.5) this.#write(person)
    else if (roll < 0.82) this.#command(person)
    else if (roll < 0.89) person.line.cut()
    else if (roll < 0.96) this.#heal(person)
    else await this.#reload(person)
  }

  /**
   * Heals every line and waits until everything anybody did is saved, but for text whose author may not write there any
   * more, and everyone has seen it.
   */
  async settle(): Promise<void> {
    for (const person of this.#people) this.#heal(person)
    for (const { tab, who, handles } of this.#people) {
      // Looked at again and again: which texts are stuck may change while their number stays.
      const isSettled = () => {
        const { kind } = tab.sync.get()
        return kind === 'saved' || (kind === 'stuck' && tab.unsavedCount() === tab.stuck.get().size)
      }
      if (!(await eventually(isSettled, PATIENCE_MS))) {
        const view = tab.area.get()
        const texts = [...handles].map(([id, { state }]) => `${id} ${state.get().phase}`)
        const waiting = view.phase === 'ready' ? [...view.pending] : [view.phase]
        throw new Error(
          `${who} is not saved but ${JSON.stringify(tab.sync.get())}; stuck: ${[...tab.stuck.get()].join()}; commands on: ${waiting.join()}; texts: ${texts.join()}`,
        )
      }
    }
    for (const story of this.#stories) {
      for (const { tab, handles, who } of this.#people) {
        const { state } = handles.get(story)!
        // Their own changes are saved; another's may still be on the way that takes the story out of their sight.
        const isSettled = () => state.get().phase === 'ready' || !sees(tab, story)
        if (await eventually(isSettled, PATIENCE_MS)) continue
        throw new Error(`${who} sees ${story}, and it is ${state.get().phase}`)
      }
    }
    // What is then still different is for the faults to tell.
    const isSame = () => new Set(this.#people.map((person) => this.#seen(person))).size === 1
    await eventually(isSame, 3_000)
  }

  /** What each sees of the workspace. */
  views(): { who: string; view: AreaView }[] {
    return this.#people.map(({ who, tab }) => ({ who, view: tab.area.get() }))
  }

  /** A story's text as each has it who may write in it. */
  texts(story: string): { who: string; text: string }[] {
    return this.#people.flatMap(({ who, tab, handles }) => {
      const isTheirs = !tab.stuck.get().has(story)
      const state = handles.get(story)!.state.get()
      return isTheirs && state.phase === 'ready' ? [{ who, text: textOf(handles.get(story)!) }] : []
    })
  }

  /** Who has text in a story that the server does not take. */
  stuck(story: string): string[] {
    return this.#people.filter(({ tab }) => tab.stuck.get().has(story)).map(({ who }) => who)
  }

  /** What somebody outside of the secret team came to know of it, by any frame or view. */
  leaks(): string[] {
    return [...this.#leaks]
  }

  /** Commands the server accepted that have more or less than one event. */
  brokenPromises(events: readonly WorkspaceEvent[]): string[] {
    const counts = new Map<string, number>()
    for (const { command, type } of events) {
      // What was read in the document comes along with a command.
      if (type !== 'StoryDescribed') counts.set(command, (counts.get(command) ?? 0) + 1)
    }
    const found: string[] = []
    for (const [command, count] of counts)
      if (count > 1) found.push(`${command} happened ${count} times`)
    for (const command of this.#promised.keys()) {
      if (!counts.has(command)) found.push(`${command} was accepted and never happened`)
    }
    return found
  }

  /** Words somebody wrote, that nobody deleted, and that are neither there nor kept where they were written. */
  lostWords(story: string, kept: string): string[] {
    const unsent = this.#people
      .filter(({ tab }) => tab.stuck.get().has(story))
      .map(({ handles }) => textOf(handles.get(story)!))
    return [...(this.#written.get(story) ?? [])]
      .filter((word) => ![kept, ...unsent].some((text) => text.includes(word)))
      .map((word) => `${word} is lost from ${story}`)
  }

  async leave(): Promise<void> {
    await Promise.all(this.#people.map(({ device }) => device.shut()))
  }

  #openTab(device: Device, line: SimulatedLine): Pick<Person, 'tab' | 'handles'> {
    const headers = () => ({
      cookie: `person=${device.me.id}; session=${device.session}`,
      origin: ORIGIN,
    })
    const tab = device.open({ environment: { WebSocket: line.socketClass(headers) } })
    tab.area.subscribe(() => this.#oversee(device.me.id, tab.area.get()))
    const handles = new Map(this.#stories.map((story) => [story, tab.openStory(story)]))
    return { tab, handles }
  }

  #overhear(who: string, frame: ArrayBuffer): void {
    if (who === OUTSIDER && Buffer.from(frame).includes(SECRET))
      this.#leaks.add('a frame tells of it')
  }

  #oversee(who: string, view: AreaView): void {
    if (who !== OUTSIDER || view.phase === 'loading') return
    if (view.settings.teams.has(SECRET)) this.#leaks.add('the team is in a view')
    for (const { id, team } of view.stories.values()) {
      if (team === SECRET) this.#leaks.add(`${id} is in a view`)
    }
  }

  async #reload(person: Person): Promise<void> {
    await person.tab.close()
    Object.assign(person, this.#openTab(person.device, person.line))
  }

  #heal(person: Person): void {
    person.line.heal()
    person.device.online()
  }

  /** A word of its own, so that it can be told afterwards whether it is still there. */
  #write(person: Person): void {
    const story = this.#random.pick(this.#stories)
    const state = person.handles.get(story)!.state.get()
    if (state.phase !== 'ready' || state.readOnly) return
    const body = state.doc.getXmlFragment('body')
    const paragraphs = body.toArray().filter((node) => node instanceof Y.XmlText)
    const word = `${person.who}${(this.#count += 1)}.`
    const words = this.#written.get(story) ?? new Set()
    this.#written.set(story, words.add(word))
    this.deeds.words += 1
    if (paragraphs.length === 0 || this.#random.chance(0.2)) {
      body.insert(this.#random.below(body.length + 1), [new Y.XmlText(word)])
      return
    }
    // Between words: a word that is split by another is not lost, but could not be found.
    const text = this.#random.pick(paragraphs)
    text.insert(this.#random.chance(0.5) ? 0 : text.length, word)
  }

  #command(person: Person): void {
    const view = person.tab.area.get()
    if (view.phase !== 'ready') return
    const fresh = `n${(this.#count += 1)}`
    const wish = () => anyCommand(this.#random, view, fresh, this.#publicStories)
    let command = wish()
    // Most things are not possible at most times: a few wishes, until one is.
    for (let more = 0; more < 5 && person.tab.judge(command) !== null; more += 1) command = wish()
    const sent = person.tab.send(command)
    if (!sent.ok) return
    this.deeds.commands += 1
    void sent.settled.then((answer) => {
      const isMine = answer.ok && !answer.wasDone
      if (isMine && alwaysHappens(command)) this.#promised.set(sent.id, 'accepted')
    })
  }

  /** Everything that everybody sees, as one person sees it, in one comparable text. */
  #seen({ tab }: Person): string {
    const view = tab.area.get()
    const cards = view.phase === 'ready' ? [...view.stories.values()] : []
    const shared = cards
      .filter(({ team }) => team !== SECRET)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    const texts = this.#stories.map((story) => [
      ...new Set(this.texts(story).map(({ text }) => text)),
    ])
    return JSON.stringify([shared, texts.every(({ length }) => length <= 1) || texts])
  }
}

function textOf(handle: StoryHandle): string {
  const state = handle.state.get()
  const doc = state.phase === 'ready' ? state.doc : state.phase === 'gone' ? state.unsaved : null
  return doc?.getXmlFragment('body').toString() ?? `(${state.phase})`
}

function isOpen({ state }: StoryHandle): Promise<unknown> {
  return until(state, ({ phase }) => phase === 'ready', PATIENCE_MS)
}

function sees({ area }: WorkspaceClient, story: string): boolean {
  const view = area.get()
  return view.phase === 'ready' && view.stories.has(story)
}

/** Waits until `test` holds, for so many ms; gives whether it does. */
async function eventually(test: () => boolean, patience: number): Promise<boolean> {
  const end = performance.now() + patience
  while (!test() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 3))
  return test()
}
