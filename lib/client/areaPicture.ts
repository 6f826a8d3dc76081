import type { Decision } from '../domain/decide.ts'
import type { Command } from '../domain/command.ts'
import { ROLES, type Role } from '../domain/roles.ts'
import type { Story } from '../domain/story.ts'
import type { AreaInfo, MemberInfo, ServerMessage } from '../schema/wire.ts'
import type { KeptArea, ListChanges, WholeArea } from './areaStore.ts'
import type { AreaView, Me } from './client.ts'
import { ListReplica, type ListUpdate } from './lists.ts'
import { isUnsettled, type Outbox } from './outbox.ts'
import { type PendingCommand, Prediction } from './prediction.ts'
import { Value } from './readable.ts'

type ListMessage = Exclude<ServerMessage, { result: unknown }>

/** How the refinement area looks from this device: the server's list, with the commands of the outbox on top. */
export class AreaPicture {
  readonly view = new Value<AreaView>({ phase: 'loading' })
  readonly #me: Me
  readonly #outbox: Outbox
  readonly #now: () => number
  readonly #list = new ListReplica()
  readonly #prediction: Prediction
  #members: ReadonlyMap<string, MemberInfo> = new Map()
  #pending: ReadonlySet<string> = new Set()

  /** `now`: milliseconds since the epoch, this device's clock. */
  constructor(me: Me, outbox: Outbox, now: () => number) {
    this.#me = me
    this.#outbox = outbox
    this.#now = now
    this.#prediction = new Prediction({ id: me.id, name: me.name, roles: knownRoles(me.roles) })
  }

  /** The last change contained in the list; null while nothing is known. */
  get seq(): number | null {
    return this.#list.seq
  }

  /** Every story a command is judged on: pending changes included, and what went to the trash while this page was open. */
  get stories(): ReadonlyMap<string, Story> {
    return this.#prediction.stories
  }

  judge(command: Command): Decision {
    return this.#prediction.judge(command)
  }

  /** Puts on top what was just added to the outbox; `show` shows it. */
  push(pending: PendingCommand): void {
    this.#prediction.push(pending)
  }

  /** Takes the list that this device has kept, unless the server's is here already. */
  load(kept: KeptArea['list']): void {
    if (!kept || this.#list.seq !== null) return this.predictAgain()
    this.#list.load(kept)
    this.#takeInfo(kept.info)
    this.#predict(new Map(kept.stories.map((story) => [story.id, story])))
  }

  /**
   * Takes what the server says of the list, and takes the commands it contains by now out of the outbox. Gives both for
   * the disk; null when it was about a list not known here.
   */
  receive(message: ListMessage): { changes: ListChanges; done: readonly string[] } | null {
    const update: ListUpdate =
      'snapshot' in message
        ? this.#list.snapshot(message.snapshot, this.#prediction.base)
        : this.#list.changes(message.changes)
    const { seq, info } = this.#list
    if (seq === null || !info) return null
    const done = this.#outbox.containedIn(seq)
    this.#outbox.remove(done)
    this.#takeInfo(info)
    this.#predict(update.items)
    const items = update.whole ? this.#prediction.base : update.items
    return { changes: { ...update, seq, info, items: new Map(items) }, done }
  }

  /** The outbox has other commands than before. */
  predictAgain(): void {
    this.#predict(new Map())
  }

  /** The person may no longer see the list. */
  wipe(): void {
    const gone = new Map([...this.#prediction.base.keys()].map((id) => [id, null] as const))
    this.#list.seq = null
    this.#list.info = null
    this.#predict(gone)
    this.view.set({ phase: 'loading' })
  }

  /** The list without pending commands, for writing it again. */
  whole(): WholeArea['list'] {
    const { seq, info } = this.#list
    return seq !== null && info ? { seq, info, stories: this.#prediction.base.values() } : null
  }

  /** Brings the view up to date. What did not change keeps its identity. */
  show(): void {
    const { info } = this.#list
    if (!info) return
    const { workspace } = info
    const { stories, columns } = this.#prediction.board
    this.#takePending()
    const last = this.view.get()
    const isSame =
      last.phase === 'ready' &&
      last.stories === stories &&
      last.columns === columns &&
      last.pending === this.#pending &&
      last.members === this.#members &&
      last.workspace === workspace
    if (isSame) return
    const [members, pending] = [this.#members, this.#pending]
    this.view.set({ phase: 'ready', workspace, members, stories, columns, pending })
  }

  #predict(items: ReadonlyMap<string, Story | null>): void {
    const pending = this.#outbox.entries.map(({ stored }) => stored)
    this.#prediction.update(items, pending, this.#now())
  }

  #takePending(): void {
    const pending = new Set(
      this.#outbox.entries
        .filter(isUnsettled)
        .flatMap(({ stored }) => this.#prediction.touchedBy(stored.id)),
    )
    if (pending.size !== this.#pending.size || [...pending].some((id) => !this.#pending.has(id))) {
      this.#pending = pending
    }
  }

  #takeInfo({ workspace, members }: AreaInfo): void {
    this.#prediction.keyPrefix = workspace.keyPrefix
    const before = [...this.#members.values()]
    if (
      before.length !== members.length ||
      before.some((member, index) => member !== members[index])
    ) {
      this.#members = new Map(members.map((member) => [member.id, member]))
    }
    const roles = knownRoles(this.#members.get(this.#me.id)?.roles ?? this.#me.roles)
    if (roles.join() === this.#prediction.actor.roles.join()) return
    this.#prediction.actor = { ...this.#prediction.actor, roles }
    this.#prediction.judgeAgain()
  }
}

/** Roles of a newer server that this page does not know give no rights here. */
function knownRoles(roles: readonly string[]): Role[] {
  return ROLES.filter((role) => roles.includes(role))
}
