import { apply } from '../domain/apply.ts'
import { type Command, isAboutStory } from '../domain/command.ts'
import { type Decision, decide } from '../domain/decide.ts'
import { type DocumentFacts, NO_FACTS, sameFacts } from '../domain/facts.ts'
import { readinessOf } from '../domain/readiness.ts'
import type { Refusal } from '../domain/refusal.ts'
import { isOfSession } from '../domain/sessions/event.ts'
import type { Settings } from '../domain/settings.ts'
import type { WorkspaceState } from '../domain/state.ts'
import type { Story } from '../domain/story.ts'
import { leavesStory } from '../domain/inbox/event.ts'
import { isInTalk } from '../domain/talk/event.ts'
import type { Talk } from '../domain/talk/thread.ts'
import type { Fate } from './allLists.ts'
import { equal } from './equal.ts'
import { LayeredMap } from './layeredMap.ts'
import { concernsAll, isKnown, isOfEveryone, isThing, mentioned, thingOf } from './mentioned.ts'
import { changeOrders, type Orders, type StoryChange } from './orders.ts'
import { PredictedSettings } from './predictedSettings.ts'
import { PredictedTalks } from './predictedTalks.ts'
import type { World } from './world.ts'

/** A command as the view needs it. */
export interface PendingCommand {
  readonly command: Command
  /** Milliseconds since the epoch, this device's clock. */
  readonly at: number
  /** What the story's document said when the command was given, where it was open here (RD5). */
  readonly facts?: DocumentFacts
}

export interface Board {
  /** Without those in the trash. */
  readonly stories: LayeredMap<Story>
  readonly orders: Orders
}

/**
 * The server's lists with pending commands on top: the domain's own rules, run again in the order of the commands
 * (I3). A change costs itself and the pending commands that speak of it, however many there are.
 */
export class Prediction {
  readonly #base = new Map<string, Story>()
  /** Stories their list let go of while this page was open, so that "restore" can be judged here. */
  readonly #trash = new Map<string, Story>()
  /** What pending commands make of stories; null: removed for good. */
  readonly #overlay = new Map<string, Story | null>()
  /** Base, trash and overlay together: what `decide` sees. */
  readonly #now = new Map<string, Story>()
  readonly #settings = new PredictedSettings()
  readonly #talks = new PredictedTalks()
  /** Stories whose discussion the server has told anew. */
  readonly #talkNews = new Set<string>()
  readonly #touched = new Map<string, readonly string[]>()
  #pending: readonly PendingCommand[] = []
  #board: Board = { stories: LayeredMap.empty(), orders: new Map() }
  /** Changes since the board was last put together: each story as that board has it. */
  readonly #since = new Map<string, Story | undefined>()
  #world: World
  #isWorldNew = false

  readonly #inbox: WorkspaceState['inbox']

  /** `inbox`: one's own, pending commands included. */
  constructor(world: World, inbox?: WorkspaceState['inbox']) {
    this.#world = world
    this.#inbox = inbox
    this.#settings.take(world)
  }

  /** Gives the stories and their orders now. What did not change keeps its identity. */
  get board(): Board {
    if (this.#since.size === 0) return this.#board
    const changes: StoryChange[] = []
    const live: [string, Story | undefined][] = []
    for (const [id, before] of this.#since) {
      const after = this.#now.get(id)
      if (after === before) continue
      changes.push({ before, after })
      live.push([id, after?.trashedAt === null ? after : undefined])
    }
    this.#since.clear()
    if (changes.length === 0) return this.#board
    const { stories, orders } = this.#board
    this.#board = { stories: stories.with(live), orders: changeOrders(orders, changes) }
    return this.#board
  }

  /** Every story a command is judged on, those in the trash included as far as they are known here. */
  get stories(): ReadonlyMap<string, Story> {
    return this.#now
  }

  /** The stories as the server last said, without pending commands. */
  get base(): ReadonlyMap<string, Story> {
    return this.#base
  }

  get settings(): Settings {
    return this.#settings.now.settings
  }

  /** What rights are judged by, pending changes of teams and roles included. */
  get world(): World {
    return { ...this.#world, ...this.#settings.now }
  }

  /** Gives the discussion of a story with pending commands on top; undefined while it is unknown. */
  talk(story: string): Talk | undefined {
    return this.#talks.get(story)
  }

  /** Ids of the stories a pending command changes. */
  touchedBy(commandId: string): readonly string[] {
    return (this.#touched.get(commandId) ?? []).filter((id) => !isThing(id))
  }

  judge({ command, at, facts }: PendingCommand): Decision {
    if (!isKnown(command)) return { ok: true, events: [] }
    const state: WorkspaceState = {
      keyPrefix: this.#world.keyPrefix,
      nextNumber: null,
      stories: this.#now,
      talks: this.#talks,
      ...(this.#inbox && { inbox: this.#inbox }),
      ...this.#settings.now,
    }
    const story = isAboutStory(command) ? this.#now.get(command.story) : undefined
    if (!story || !facts) return decide(state, command, this.#world.actor, at)
    this.#now.set(story.id, this.#described(story, facts))
    try {
      return decide(state, command, this.#world.actor, at)
    } finally {
      this.#now.set(story.id, story)
    }
  }

  /** Puts one more command on top. Gives its refusal when the view does not allow it; it then has no effect. */
  push(pending: PendingCommand): Refusal | null {
    this.#pending = [...this.#pending, pending]
    return this.#predict(pending)
  }

  /** The workspace's header changed: who is who, the policy, teams, themes. `update` then judges by it. */
  takeWorld(world: World): void {
    if (world === this.#world) return
    this.#world = world
    this.#settings.take(world)
    this.#isWorldNew = true
  }

  /** The server told a story's discussion; undefined: it is not known any more. `update` then judges by it. */
  takeTalk(story: string, talk: Talk | undefined): void {
    this.#talks.take(story, talk)
    this.#talkNews.add(story)
  }

  /** The lists changed, and these are the commands still pending. `at`: milliseconds since the epoch. */
  update(fates: ReadonlyMap<string, Fate>, pending: readonly PendingCommand[], at: number): void {
    const changed = new Set([...fates.keys(), ...this.#talkNews])
    this.#talkNews.clear()
    for (const [id, fate] of fates) this.#setBase(id, fate, at)
    const staying = new Set(pending.map(({ command }) => command.id))
    const done = this.#pending.filter(({ command }) => !staying.has(command.id))
    for (const { command } of done) {
      for (const id of this.#touched.get(command.id) ?? []) changed.add(id)
      this.#touched.delete(command.id)
    }
    this.#dropEffects(done)
    const isAppended = this.#pending.length - done.length === pending.length
    const isJudgedAnew = this.#isWorldNew || !isAppended
    this.#isWorldNew = false
    this.#pending = pending
    if (isJudgedAnew) this.#judgeAll(changed)
    else this.#judgeAgain(this.#concernedBy(changed), changed)
  }

  /** Lets go of what is known of stories in the trash: of a team's, or of all. */
  forgetTrash(team: string | 'all'): void {
    for (const [id, story] of this.#trash) {
      if (team !== 'all' && story.team !== team) continue
      this.#trash.delete(id)
      this.#refresh(id)
    }
  }

  #judgeAll(changed: Set<string>): void {
    for (const id of this.#overlay.keys()) changed.add(id)
    this.#judgeAgain(this.#pending, changed)
  }

  /**
   * Gives the pending commands that a change of these may make come out differently, in their order: those that speak
   * of one of them, and those that speak of what these make. Widens `changed` by what they are about.
   */
  #concernedBy(changed: Set<string>): readonly PendingCommand[] {
    let known = -1
    let concerned: readonly PendingCommand[] = []
    while (known < changed.size) {
      known = changed.size
      concerned = [...changed].some(isOfEveryone)
        ? this.#pending
        : this.#pending.filter(({ command }) => speaksOf(command, changed))
      for (const { command } of concerned) {
        if (isAboutStory(command)) changed.add(command.story)
        for (const id of this.#touched.get(command.id) ?? []) changed.add(id)
      }
    }
    return concerned
  }

  /** Judges these commands again. `changed` has everything that they and what has changed since are about. */
  #judgeAgain(commands: readonly PendingCommand[], changed: ReadonlySet<string>): void {
    const before = new Map<string, Story>()
    for (const id of changed) {
      const old = this.#overlay.get(id)
      if (old) before.set(id, old)
      this.#overlay.delete(id)
      this.#refresh(id)
    }
    this.#dropEffects(commands)
    for (const { command } of commands) this.#touched.delete(command.id)
    for (const each of commands) this.#predict(each)
    // The same prediction as before stays the same object, so that its card does not render again.
    for (const [id, old] of before) {
      if (!equal(old, this.#overlay.get(id))) continue
      this.#overlay.set(id, old)
      this.#refresh(id)
    }
  }

  /** What these do beside changing stories. */
  #dropEffects(commands: readonly PendingCommand[]): void {
    const ids = commands.map(({ command }) => command.id)
    this.#settings.drop(ids)
    this.#talks.drop(ids)
  }

  #predict(pending: PendingCommand): Refusal | null {
    const decision = this.judge(pending)
    if (!decision.ok) return decision
    const { command, at, facts } = pending
    const frame = { seq: 0, at, by: this.#world.actor.id, command: command.id }
    const touched: string[] = []
    for (const event of decision.events) {
      if (isOfSession(event)) continue
      if (event.story === null) {
        const change = { ...event, ...frame }
        this.#settings.push(command.id, change)
        touched.push(thingOf(change))
        continue
      }
      // Inboxes have their own, see `Inbox`.
      if (leavesStory(event)) continue
      if (isInTalk(event)) this.#talks.push(command.id, { ...event, ...frame })
      const now = this.#now.get(event.story)
      const isDescribed = now && facts && isAboutStory(command) && now.id === command.story
      const before = isDescribed ? this.#described(now, facts) : now
      const after = apply(before, { ...event, ...frame }, this.settings.policy)
      this.#overlay.set(event.story, after)
      this.#refresh(event.story)
      touched.push(event.story)
    }
    this.#touched.set(command.id, touched)
    return null
  }

  /** Gives the story as its document describes it by now. */
  #described(story: Story, facts: DocumentFacts): Story {
    if (sameFacts(story.facts ?? NO_FACTS, facts)) return story
    return { ...story, facts, readiness: readinessOf({ ...story, facts }, this.settings.policy) }
  }

  #setBase(id: string, fate: Fate, at: number): void {
    const last = this.#base.get(id)
    if (fate !== 'gone') this.#trash.delete(id)
    if (typeof fate === 'object') {
      this.#base.set(id, fate)
      return
    }
    this.#base.delete(id)
    const { teams } = this.#world.settings
    const isSeen = last && (last.team === null || teams.has(last.team))
    if (fate === 'gone' && isSeen) this.#trash.set(id, { ...last, trashedAt: at })
  }

  #refresh(id: string): void {
    const before = this.#now.get(id)
    const predicted = this.#overlay.get(id)
    const after =
      predicted === null ? undefined : (predicted ?? this.#base.get(id) ?? this.#trash.get(id))
    if (after === before) return
    if (!this.#since.has(id)) this.#since.set(id, before)
    if (after) this.#now.set(id, after)
    else this.#now.delete(id)
  }
}

function speaksOf(command: Command, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0) return false
  return concernsAll(command) || mentioned(command).some((id) => ids.has(id))
}
