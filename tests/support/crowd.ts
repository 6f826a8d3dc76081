import * as Y from 'yjs'
import type { AreaView, StoryHandle, WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { StoryEvent } from '#lib/domain/event.ts'
import type { Story } from '#lib/domain/story.ts'
import { Device, until } from './clientDevice.ts'
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

/** People with real clients, each on a device whose disk outlives its tabs, behind a line that can be cut. */
export class Crowd {
  readonly #random: Random
  readonly #stories: readonly string[]
  readonly #people: Person[]
  readonly #promised = new Map<string, 'accepted'>()
  readonly #written = new Map<string, Set<string>>()
  #count = 0

  constructor(
    who: readonly string[],
    stories: readonly string[],
    server: { url: string },
    random: Random,
  ) {
    this.#random = random
    this.#stories = stories
    this.#people = who.map((name) => {
      const device = new Device(server, name, name === 'ana' ? ['owner'] : ['member'])
      const line = new SimulatedLine(random, 3)
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

  /** Heals every line and waits until everything anybody did is saved and everyone has seen it. */
  async settle(): Promise<void> {
    for (const person of this.#people) this.#heal(person)
    for (const { tab, who } of this.#people) {
      await until(tab.sync, ({ kind }) => kind === 'saved', PATIENCE_MS).catch((error: Error) => {
        throw new Error(`${who} is not saved: ${error.message}`)
      })
    }
    const [reference] = this.#people
    for (const story of this.#stories) {
      await Promise.all(this.#people.map(({ handles }) => isOpen(handles.get(story)!)))
    }
    await eventually(() => {
      const last = this.#seen(reference!)
      return this.#people.every((person) => this.#seen(person) === last)
    })
  }

  areas(): { who: string; stories: ReadonlyMap<string, Story> }[] {
    return this.#people.map(({ who, tab }) => {
      const view = tab.area.get()
      return { who, stories: view.phase === 'ready' ? view.stories : new Map() }
    })
  }

  texts(story: string): { who: string; text: string }[] {
    return this.#people.map(({ who, handles }) => ({ who, text: textOf(handles.get(story)!) }))
  }

  /** Commands the server accepted that have more or less than one event. */
  brokenPromises(events: readonly StoryEvent[]): string[] {
    const counts = new Map<string, number>()
    for (const { command } of events) counts.set(command, (counts.get(command) ?? 0) + 1)
    const found: string[] = []
    for (const [command, count] of counts)
      if (count > 1) found.push(`${command} happened ${count} times`)
    for (const command of this.#promised.keys()) {
      if (!counts.has(command)) found.push(`${command} was accepted and never happened`)
    }
    return found
  }

  /** Words somebody wrote, that nobody deleted, and that are not there. */
  lostWords(story: string, kept: string): string[] {
    return [...(this.#written.get(story) ?? [])]
      .filter((word) => !kept.includes(word))
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
    const handles = new Map(this.#stories.map((story) => [story, tab.openStory(story)]))
    return { tab, handles }
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
    if (state.phase !== 'ready') return
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
    const command = this.#anyCommand(view)
    const sent = person.tab.send(command)
    if (!sent.ok) return
    this.deeds.commands += 1
    void sent.settled.then(({ ok }) => {
      // Ordering a story to where it stands by then has no event, and rightly so.
      if (ok && command.type !== 'rankStory' && command.type !== 'renameStory') {
        this.#promised.set(sent.id, 'accepted')
      }
    })
  }

  #anyCommand(view: Extract<AreaView, { phase: 'ready' }>): NewCommand {
    const random = this.#random
    const ids = [...view.stories.keys(), 's0']
    const story = random.pick(ids)
    const place = { after: random.chance(0.3) ? null : random.pick(ids) }
    const reason = 'Not this year'
    const fresh = `n${(this.#count += 1)}`
    return random.pick<NewCommand>([
      { type: 'captureStory', story: fresh, title: `Captured ${fresh}` },
      { type: 'renameStory', story, title: `Renamed ${fresh}` },
      { type: 'startRefining', story, place },
      { type: 'returnToIdea', story },
      { type: 'markReady', story, place },
      { type: 'bounceStory', story, reason },
      { type: 'dismissStory', story, reason },
      { type: 'reopenStory', story },
      { type: 'rankStory', story, place },
      { type: 'rankStory', story, place },
    ])
  }

  /** Everything a person sees, in one comparable text. */
  #seen({ tab, handles }: Person): string {
    const view = tab.area.get()
    const cards = view.phase === 'ready' ? [...view.stories.values()] : []
    cards.sort((a, b) => (a.id < b.id ? -1 : 1))
    return JSON.stringify([cards, [...handles.values()].map(textOf)])
  }
}

function textOf(handle: StoryHandle): string {
  const state = handle.state.get()
  return state.phase === 'ready' ? state.doc.getXmlFragment('body').toString() : `(${state.phase})`
}

function isOpen({ state }: StoryHandle): Promise<unknown> {
  return until(state, ({ phase }) => phase === 'ready', PATIENCE_MS)
}

/** Waits until everyone sees the same; what is then still different is for the faults to tell. */
async function eventually(test: () => boolean): Promise<void> {
  const end = performance.now() + 3_000
  while (!test() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 3))
}
