import { refuse, type Refusal } from '../domain/refusal.ts'
import { must } from '../domain/must.ts'
import type { Command, NewCommand } from '../domain/command.ts'
import type { CommandResult, ServerMessage } from '../schema/wire.ts'
import { AreaPicture } from './areaPicture.ts'
import type { AreaStore, WholeArea } from './areaStore.ts'
import { storedCommand } from './areaStore.ts'
import type { AreaView, Me, Readable, RefusedCommand, Sent } from './client.ts'
import type { Environment } from './environment.ts'
import type { StoredCommand } from './localStore.ts'
import { isUnsettled, Outbox, type OutboxEntry } from './outbox.ts'
import { Value } from './readable.ts'
import type { TabMessage, Tabs } from './tabs.ts'

/** An accepted command stays on top of a list that does not reach its number for at most this long, ms. */
const REACH_PATIENCE = 10_000
/** A command goes out at the latest this long after it was given, kept on disk or not, ms. */
const KEEP_PATIENCE = 250
/** What the server says shows at once, and what follows within this time together: a long paste by anyone, ms. */
const GATHER = 50

type Answer = { readonly ok: true } | Refusal

/** The refinement area and what is done to it here: commands on their way, their answers, the refused ones. */
export class Area {
  readonly refused = new Value<readonly RefusedCommand[]>([])
  /** How many commands the server has not answered. */
  readonly unsettled = new Value(0)
  readonly outbox = new Outbox()
  readonly #options: AreaOptions
  readonly #picture: AreaPicture
  readonly #settling = new Map<
    string,
    { promise: Promise<Answer>; resolve: (answer: Answer) => void }
  >()
  /** Not to be taken up again from the local store or another tab, whichever was slower. */
  readonly #answered = new Set<string>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  /** Whether something was shown a moment ago, and whether more has come since. */
  #gathering: 'no' | 'nothing' | 'more' = 'no'

  constructor(options: AreaOptions) {
    this.#options = options
    this.#picture = new AreaPicture(options.me, this.outbox, options.environment.now)
    options.tabs.onMessage((message) => this.#hear(message))
  }

  get view(): Readable<AreaView> {
    return this.#picture.view
  }

  /** The last change contained in the list; null while nothing is known. */
  get seq(): number | null {
    return this.#picture.seq
  }

  /** Takes what this device has kept. Shows it at once. */
  async load(): Promise<void> {
    const kept = await this.#options.store().load()
    if (!kept) return
    for (const { order, stored } of kept.outbox) {
      if (!this.#answered.has(stored.id)) this.outbox.add(stored, order)
    }
    const known = new Set(this.refused.get().map(({ command }) => command.id))
    const earlier = kept.refused.filter(
      ({ command }) => !known.has(command.id) && !this.#answered.has(command.id),
    )
    this.refused.set([...earlier, ...this.refused.get()])
    this.#picture.load(kept.list)
    this.#publish()
  }

  /** See `WorkspaceClient.send`. */
  send(command: NewCommand): Sent {
    return must(this.sendAll([command])[0], 'the answer to one command')
  }

  /** See `WorkspaceClient.sendAll`. */
  sendAll(commands: readonly NewCommand[]): readonly Sent[] {
    if (commands.length > 0 && this.view.get().phase === 'loading') {
      return [
        refuse(
          'notFound',
          'The workspace is not loaded yet. Nothing was changed; try again in a moment.',
        ),
      ]
    }
    const sent: Sent[] = []
    const taken: StoredCommand[] = []
    for (const command of commands) {
      const { answer, stored } = this.#judge(command)
      sent.push(answer)
      if (stored) taken.push(stored)
      if (!answer.ok) break
    }
    if (taken.length > 0) {
      this.#publish()
      void this.#dispatch(taken)
    }
    return sent
  }

  /** Judges a command and puts it on top of the list. `stored` is what has to be kept and sent, if anything. */
  #judge(newCommand: NewCommand): { answer: Sent; stored?: StoredCommand } {
    const { environment } = this.#options
    const command = { ...newCommand, id: environment.newId() } as Command
    const decision = this.#picture.judge(command)
    // A story in the trash is in no list of this device: whether it can be restored, the server knows.
    const isForServer = command.type === 'restoreStory' && !this.#picture.stories.has(command.story)
    if (!decision.ok && !isForServer) return { answer: decision }
    if (decision.ok && decision.events.length === 0) {
      return { answer: { ok: true, id: command.id, settled: Promise.resolve({ ok: true }) } }
    }
    const stored = storedCommand(command, environment.now(), this.#titleFor(command))
    this.outbox.add(stored, null)
    this.#picture.push(stored)
    const settled = this.#settledOf(command.id)
    return { answer: { ok: true, id: command.id, settled }, stored }
  }

  dismissRefusal(id: string): void {
    if (!this.#forgetRefusal(id)) return
    this.#options.store().dismissed(id)
    this.#options.tabs.tell({ kind: 'dismissed', id })
  }

  /** A message of the server on the list's document. */
  receive(message: ServerMessage): void {
    if ('result' in message) return this.#answer(message.result)
    const taken = this.#picture.receive(message)
    if (taken) {
      this.#options.store().listChanged(taken.changes, taken.done)
      this.#publishSoon()
    }
    this.#options.upToDate()
  }

  /** The person may no longer see the list: it leaves this device. What they did here stays. */
  wipe(): void {
    this.#picture.wipe()
    void this.#options.store().wipeList()
  }

  /** True while the capture of a story waits for the server: it has no document there yet. */
  isCapturePending(storyId: string): boolean {
    return this.outbox.entries.some(
      (entry) => isUnsettled(entry) && isCaptureOf(entry.stored.command, storyId),
    )
  }

  /** Gives the refusal of a story's capture that the person has not dismissed. */
  refusedCapture(storyId: string): RefusedCommand | undefined {
    return this.refused.get().find(({ command }) => isCaptureOf(command, storyId))
  }

  /** For writing everything again. */
  whole(): WholeArea {
    const list = this.#picture.whole()
    return { list, outbox: this.outbox.entries, refused: this.refused.get() }
  }

  /** A command is on disk: its place among all tabs is known. */
  ordered(id: string, order: number): void {
    this.outbox.ordered(id, order)
    const entry = this.outbox.get(id)
    if (entry) this.#options.tabs.tell({ kind: 'queued', stored: entry.stored, order })
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  /** Shows what the server said: the first at once, what follows closely together. */
  #publishSoon(): void {
    if (this.#gathering !== 'no') {
      this.#gathering = 'more'
      // That all is answered is told at once, and what is then shown is what was answered.
      if (this.unsettled.get() > 0 && this.outbox.unsettled === 0) this.#publish()
      return
    }
    this.#publish()
    this.#gathering = 'nothing'
    this.#later(GATHER, () => {
      const hasMore = this.#gathering === 'more'
      this.#gathering = 'no'
      if (hasMore) this.#publishSoon()
    })
  }

  async #dispatch(stored: readonly StoredCommand[]): Promise<void> {
    const patience = new Promise<void>((resolve) => this.#later(KEEP_PATIENCE, resolve))
    await Promise.race([this.#options.store().add(...stored), patience])
    this.#options.look()
  }

  #answer(result: CommandResult): void {
    const entry = this.outbox.get(result.id)
    if (!entry || !isUnsettled(entry)) return
    if (result.ok) {
      this.#accepted(result.id, result.seq)
      this.#options.tabs.tell({ kind: 'accepted', id: result.id, seq: result.seq })
    } else if (result.code === 'unavailable') {
      const { now, chance } = this.#options.environment
      this.outbox.unavailable(result.id, now(), chance())
    } else {
      const { code, message, who } = result
      // The wire's codes are the domain's; an unknown one of a newer server is shown all the same.
      this.#refuse(entry, refuse(code as Refusal['code'], message, who))
    }
    this.#options.look()
  }

  #accepted(id: string, seq: number): void {
    this.#answered.add(id)
    this.outbox.accepted(id, seq)
    this.#settle(id, { ok: true })
    if (this.seq !== null && this.seq >= seq) this.#drop([id])
    else this.#later(REACH_PATIENCE, () => this.outbox.get(id) && this.#drop([id]))
    this.#publishSoon()
  }

  #drop(ids: readonly string[]): void {
    this.outbox.remove(ids)
    this.#picture.predictAgain()
    this.#options.store().settled(ids)
    this.#publishSoon()
  }

  #refuse(entry: OutboxEntry, refusal: Refusal): void {
    const { command, title } = entry.stored
    const refused = { command, refusal, title, at: this.#options.environment.now() }
    this.#takeRefusal(refused)
    this.#options.store().refused(refused)
    this.#options.tabs.tell({ kind: 'refused', refused })
    if (command.type !== 'captureStory') return
    // What was asked of a story that does not come to be cannot happen either, and says so by its own name.
    for (const dependent of this.outbox.entries) {
      if (
        !('story' in dependent.stored.command) ||
        dependent.stored.command.story !== command.story
      )
        continue
      const why = `"${title}" was not captured, so this was not done either. ${refusal.message}`
      this.#refuse(dependent, refuse('notFound', why, refusal.who))
    }
  }

  #takeRefusal(refused: RefusedCommand): void {
    const { id } = refused.command
    this.#answered.add(id)
    this.outbox.remove([id])
    this.refused.set([...this.refused.get().filter(({ command }) => command.id !== id), refused])
    this.#picture.predictAgain()
    this.#settle(id, refused.refusal)
    this.#publish()
  }

  #hear(message: TabMessage): void {
    switch (message.kind) {
      case 'queued':
        if (this.#answered.has(message.stored.id) || this.outbox.get(message.stored.id)) return
        this.outbox.add(message.stored, message.order)
        this.#picture.predictAgain()
        this.#publish()
        return this.#options.look()
      case 'accepted':
        if (this.outbox.get(message.id)) this.#accepted(message.id, message.seq)
        else this.#answered.add(message.id)
        return this.#options.look()
      case 'refused':
        this.#takeRefusal(message.refused)
        return this.#options.look()
      case 'dismissed':
        this.#answered.add(message.id)
        this.#forgetRefusal(message.id)
        return
      case 'prose':
      case 'writing':
      case 'leaving':
        return
    }
  }

  #forgetRefusal(id: string): boolean {
    const staying = this.refused.get().filter(({ command }) => command.id !== id)
    if (staying.length === this.refused.get().length) return false
    this.refused.set(staying)
    return true
  }

  #publish(): void {
    this.unsettled.set(this.outbox.unsettled)
    this.#picture.show()
  }

  #titleFor(command: Command): string {
    if (command.type === 'removeSamples') return 'Sample stories'
    if (command.type === 'captureStory') return command.title
    return this.#picture.stories.get(command.story)?.title ?? 'A story in the trash'
  }

  #settledOf(id: string): Promise<Answer> {
    let settling = this.#settling.get(id)
    if (!settling) {
      const { promise, resolve } = Promise.withResolvers<Answer>()
      this.#settling.set(id, (settling = { promise, resolve }))
    }
    return settling.promise
  }

  #settle(id: string, answer: Answer): void {
    this.#settling.get(id)?.resolve(answer)
    this.#settling.delete(id)
  }

  #later(delay: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, delay)
    this.#timers.add(timer)
  }
}

export interface AreaOptions {
  readonly me: Me
  readonly environment: Environment
  readonly tabs: Tabs
  /** The store is made after the area, since it asks the area for everything it holds. */
  store(): AreaStore
  /** Something may be sent now. */
  look(): void
  /** The list is as the server has it. */
  upToDate(): void
}

function isCaptureOf(command: Command, storyId: string): boolean {
  return command.type === 'captureStory' && command.story === storyId
}
