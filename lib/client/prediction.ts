import { apply } from '../domain/apply.ts'
import type { Command, CommandType } from '../domain/command.ts'
import { type Decision, decide } from '../domain/decide.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Actor } from '../domain/roles.ts'
import type { Story } from '../domain/story.ts'
import { type Columns, changeColumns, EMPTY_COLUMNS, isLive, type StoryChange } from './columns.ts'
import { equal } from './lists.ts'

/** A command as the view needs it. */
export interface PendingCommand {
  readonly command: Command
  /** Milliseconds since the epoch, this device's clock. */
  readonly at: number
}

export interface Board {
  readonly stories: ReadonlyMap<string, Story>
  readonly columns: Columns
}

/**
 * The server's list with pending commands on top: the domain's own rules, run again in the order of the commands
 * (I3). A change costs itself and the pending commands that speak of it, however many there are.
 */
export class Prediction {
  readonly #base = new Map<string, Story>()
  /** Stories the list let go of while this page was open, so that "restore" can be judged here. */
  readonly #trash = new Map<string, Story>()
  /** What pending commands make of stories. */
  readonly #overlay = new Map<string, Story>()
  /** Base, trash and overlay together: what `decide` sees. */
  readonly #now = new Map<string, Story>()
  readonly #touched = new Map<string, readonly string[]>()
  #pending: readonly PendingCommand[] = []
  #board: Board = { stories: new Map(), columns: EMPTY_COLUMNS }
  /** Changes since the board was last put together: each story as that board has it. */
  readonly #since = new Map<string, Story | undefined>()

  keyPrefix = ''
  actor: Actor

  constructor(actor: Actor) {
    this.actor = actor
  }

  /** Gives the stories and columns now. What did not change keeps its identity. */
  get board(): Board {
    if (this.#since.size === 0) return this.#board
    const changes: StoryChange[] = []
    let stories: Map<string, Story> | null = null
    for (const [id, before] of this.#since) {
      const after = this.#now.get(id)
      if (after === before) continue
      changes.push({ before, after })
      stories ??= new Map(this.#board.stories)
      if (isLive(after)) stories.set(id, after)
      else stories.delete(id)
    }
    this.#since.clear()
    if (stories) this.#board = { stories, columns: changeColumns(this.#board.columns, changes) }
    return this.#board
  }

  get stories(): ReadonlyMap<string, Story> {
    return this.#now
  }

  /** The stories as the server last said, without pending commands. */
  get base(): ReadonlyMap<string, Story> {
    return this.#base
  }

  /** Ids of the stories a pending command changes. */
  touchedBy(commandId: string): readonly string[] {
    return this.#touched.get(commandId) ?? []
  }

  judge(command: Command): Decision {
    if (!(command.type in KNOWN)) return { ok: true, events: [] }
    return decide(
      { keyPrefix: this.keyPrefix, nextNumber: null, stories: this.#now },
      command,
      this.actor,
    )
  }

  /** Puts one more command on top. Gives its refusal when the view does not allow it; it then has no effect. */
  push(pending: PendingCommand): Refusal | null {
    this.#pending = [...this.#pending, pending]
    return this.#predict(pending)
  }

  /** The list changed, and these are the commands still pending. `null` for a story: the list let it go. */
  update(
    changes: ReadonlyMap<string, Story | null>,
    pending: readonly PendingCommand[],
    at: number,
  ): void {
    const changed = new Set(changes.keys())
    for (const [id, story] of changes) this.#setBase(id, story, at)
    const staying = new Set(pending.map(({ command }) => command.id))
    for (const { command } of this.#pending) {
      if (staying.has(command.id)) continue
      for (const id of this.touchedBy(command.id)) changed.add(id)
      this.#touched.delete(command.id)
    }
    const isAppended =
      this.#pending.filter(({ command }) => staying.has(command.id)).length === pending.length
    this.#pending = pending
    if (isAppended) this.#judgeAgain(this.#concernedBy(changed), changed)
    else this.#judgeAll(changed)
  }

  /** Everything is judged again: the person's roles changed. */
  judgeAgain(): void {
    this.#judgeAll(new Set())
  }

  #judgeAll(changed: Set<string>): void {
    for (const id of this.#overlay.keys()) changed.add(id)
    this.#judgeAgain(this.#pending, changed)
  }

  /**
   * Gives the pending commands that a change of these stories may make come out differently, in their order: those
   * that speak of one of them, and those that speak of what these make. Widens `changed` by the stories they are about.
   */
  #concernedBy(changed: Set<string>): readonly PendingCommand[] {
    let known = -1
    let concerned: readonly PendingCommand[] = []
    while (known < changed.size) {
      known = changed.size
      concerned = this.#pending.filter(({ command }) => this.#speaksOf(command, changed))
      for (const { command } of concerned) {
        if ('story' in command) changed.add(command.story)
        for (const id of this.touchedBy(command.id)) changed.add(id)
      }
    }
    return concerned
  }

  /** Judges these commands again. `changed` has every story that they and what has changed since are about. */
  #judgeAgain(commands: readonly PendingCommand[], changed: ReadonlySet<string>): void {
    const before = new Map<string, Story>()
    for (const id of changed) {
      const old = this.#overlay.get(id)
      if (old) before.set(id, old)
      this.#overlay.delete(id)
      this.#refresh(id)
    }
    for (const { command } of commands) this.#touched.delete(command.id)
    for (const each of commands) this.#predict(each)
    // The same prediction as before stays the same object, so that its card does not render again.
    for (const [id, old] of before) {
      const story = this.#overlay.get(id)
      if (!story || !equal(old, story)) continue
      this.#overlay.set(id, old)
      this.#refresh(id)
    }
  }

  #predict({ command, at }: PendingCommand): Refusal | null {
    const decision = this.judge(command)
    if (!decision.ok) return decision
    const touched: string[] = []
    for (const event of decision.events) {
      const after = apply(this.#now.get(event.story), {
        ...event,
        seq: 0,
        at,
        by: this.actor.id,
        command: command.id,
      })
      this.#overlay.set(event.story, after)
      this.#refresh(event.story)
      touched.push(event.story)
    }
    this.#touched.set(command.id, touched)
    return null
  }

  #setBase(id: string, story: Story | null, at: number): void {
    if (story) {
      this.#base.set(id, story)
      this.#trash.delete(id)
      return
    }
    const last = this.#base.get(id)
    if (last) this.#trash.set(id, { ...last, trashedAt: at })
    this.#base.delete(id)
  }

  #refresh(id: string): void {
    const before = this.#now.get(id)
    const after = this.#overlay.get(id) ?? this.#base.get(id) ?? this.#trash.get(id)
    if (after === before) return
    if (!this.#since.has(id)) this.#since.set(id, before)
    if (after) this.#now.set(id, after)
    else this.#now.delete(id)
  }

  #speaksOf(command: Command, ids: ReadonlySet<string>): boolean {
    if (ids.size === 0) return false
    return command.type === 'removeSamples' || mentioned(command).some((id) => ids.has(id))
  }
}

/** A newer page may have left commands in the outbox that this one does not know: the server judges those. */
const KNOWN: Readonly<Record<CommandType, true>> = {
  captureStory: true,
  renameStory: true,
  startRefining: true,
  returnToIdea: true,
  markReady: true,
  bounceStory: true,
  dismissStory: true,
  reopenStory: true,
  rankStory: true,
  trashStory: true,
  restoreStory: true,
  removeSamples: true,
}

/** Gives the ids of the stories a command names: its own, the one it is put behind, the one it repeats. */
export function mentioned(command: Command): string[] {
  if (command.type === 'removeSamples') return []
  const ids = [command.story]
  if ('place' in command && command.place?.after) ids.push(command.place.after)
  if ('duplicateOf' in command && command.duplicateOf) ids.push(command.duplicateOf)
  return ids
}
