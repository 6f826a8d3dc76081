import { isAboutStory } from '../domain/command.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import type { CommandResult } from '../schema/wire.ts'
import type { RefusedCommand } from './client.ts'
import type { Environment } from './environment.ts'
import type { ListMessage } from './lists.ts'
import { isUnsettled, type Outbox, type OutboxEntry } from './outbox.ts'
import type { Picture } from './picture.ts'
import { Value } from './readable.ts'
import { type Answer, Settling } from './settling.ts'
import type { TabMessage, Tabs } from './tabs.ts'
import type { WorkspaceStore } from './workspaceStore.ts'

/** An accepted command stays on top of a list that does not reach its number for at most this long, ms. */
const REACH_PATIENCE = 10_000

export interface AnswersOptions {
  readonly outbox: Outbox
  readonly picture: Picture
  readonly environment: Pick<Environment, 'now' | 'chance'>
  readonly tabs: Tabs
  store(): WorkspaceStore
  /** Something is to be shown: at once, or together with what comes in the next moment. */
  show(when: 'now' | 'soon'): void
  /** Something may be sent now. */
  look(): void
}

/** What becomes of the commands that were sent from this browser: accepted ones leave, refused ones stay to be seen. */
export class Answers {
  readonly refused = new Value<readonly RefusedCommand[]>([])
  readonly #options: AnswersOptions
  readonly #settling = new Settling()
  /** Not to be taken up again from the local store or another tab, whichever was slower. */
  readonly #answered = new Set<string>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()

  constructor(options: AnswersOptions) {
    this.#options = options
    options.tabs.onMessage((message) => this.#hear(message))
  }

  /** Gives the server's answer to a command, once there is one. */
  to(id: string): Promise<Answer> {
    return this.#settling.answerTo(id)
  }

  has(id: string): boolean {
    return this.#answered.has(id)
  }

  /** Takes the refusals that this device has kept. */
  load(kept: readonly RefusedCommand[]): void {
    const known = new Set(this.refused.get().map(({ command }) => command.id))
    const earlier = kept.filter(({ command: { id } }) => !known.has(id) && !this.has(id))
    this.refused.set([...earlier, ...this.refused.get()])
  }

  /** Takes the server's answer. */
  take(result: CommandResult): void {
    const { outbox, picture, tabs, environment, look } = this.#options
    const entry = outbox.get(result.id)
    if (!entry || !isUnsettled(entry)) return
    if (result.ok) {
      this.#accepted(entry, result.seq, { hasArrived: picture.hasArrived(entry) })
      tabs.tell({ kind: 'accepted', id: result.id, seq: result.seq })
    } else if (result.code === 'unavailable') {
      outbox.unavailable(result.id, environment.now(), environment.chance())
    } else if (result.code === 'alreadyThere' && !('reason' in entry.stored.command)) {
      // Somebody else did the same a moment before: that it is done is all that was wanted.
      this.#settling.settle(result.id, { ok: true, wasDone: true })
      this.#accepted(entry, 0, { hasArrived: true })
      tabs.tell({ kind: 'accepted', id: result.id, seq: 0 })
    } else this.#refuse(entry, refusalIn(result))
    look()
  }

  /** With this message the lists contain what these commands did. Those that had no answer yet have it by that. */
  arrived(ids: readonly string[], message: ListMessage<unknown, unknown>): void {
    const changes = 'changes' in message ? message.changes : []
    for (const id of ids) {
      if (this.#answered.has(id)) continue
      this.#answered.add(id)
      this.#settling.settle(id, { ok: true })
      const seq = (changes.find(({ command }) => command === id) ?? changes.at(-1))?.seq
      if (seq !== undefined) this.#options.tabs.tell({ kind: 'accepted', id, seq })
    }
    if (ids.length > 0) this.#options.look()
  }

  /** See `WorkspaceClient.dismissRefusal`. */
  dismiss(id: string): void {
    if (!this.#forgetRefusal(id)) return
    this.#options.store().dismissed(id)
    this.#options.tabs.tell({ kind: 'dismissed', id })
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  /** `hasArrived`: what the server told before its answer has been taken here, so the lists contain the effect. */
  #accepted(entry: OutboxEntry, seq: number, { hasArrived }: { hasArrived: boolean }): void {
    const { outbox, picture, show } = this.#options
    const { id } = entry.stored
    this.#answered.add(id)
    outbox.accepted(id, seq)
    this.#settling.settle(id, { ok: true })
    if (hasArrived || picture.contained().includes(id)) this.#drop(id)
    else this.#dropLater(id)
    show('soon')
  }

  #drop(id: string): void {
    const { outbox, picture, show, store } = this.#options
    outbox.remove([id])
    picture.predictAgain()
    store().settled([id])
    show('soon')
  }

  #dropLater(id: string): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (this.#options.outbox.get(id)) this.#drop(id)
    }, REACH_PATIENCE)
    this.#timers.add(timer)
  }

  #refuse(entry: OutboxEntry, refusal: Refusal): void {
    const { outbox, environment, tabs, store } = this.#options
    const { command, title } = entry.stored
    const refused = { command, refusal, title, at: environment.now() }
    this.#takeRefusal(refused)
    store().refused(refused)
    tabs.tell({ kind: 'refused', refused })
    if (command.type !== 'captureStory') return
    // What was asked of a story that does not come to be cannot happen either, and says so by its own name.
    for (const dependent of outbox.entries) {
      const asked = dependent.stored.command
      if (!isAboutStory(asked) || asked.story !== command.story) continue
      const why = `"${title}" was not captured, so this was not done either. ${refusal.message}`
      this.#refuse(dependent, refuse('notFound', why, refusal.who))
    }
  }

  #takeRefusal(refused: RefusedCommand): void {
    const { outbox, picture, show } = this.#options
    const { id } = refused.command
    this.#answered.add(id)
    outbox.remove([id])
    this.refused.set([...this.refused.get().filter(({ command }) => command.id !== id), refused])
    picture.predictAgain()
    this.#settling.settle(id, refused.refusal)
    show('now')
  }

  #hear(message: TabMessage): void {
    switch (message.kind) {
      case 'accepted': {
        const entry = this.#options.outbox.get(message.id)
        // The answer came on that tab's connection: this one's may be behind it.
        if (entry) this.#accepted(entry, message.seq, { hasArrived: false })
        else this.#answered.add(message.id)
        return this.#options.look()
      }
      case 'refused':
        this.#takeRefusal(message.refused)
        return this.#options.look()
      case 'dismissed':
        this.#answered.add(message.id)
        this.#forgetRefusal(message.id)
        return
      case 'queued':
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
}

/** The wire's codes are the domain's; an unknown one of a newer server is shown all the same. */
export function refusalIn({
  code,
  message,
  who,
  missing,
}: Extract<CommandResult, { ok: false }>): Refusal {
  const refusal = refuse(code as Refusal['code'], message, who)
  return missing ? { ...refusal, missing } : refusal
}
