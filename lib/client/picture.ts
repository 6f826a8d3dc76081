import type { Decision } from '../domain/decide.ts'
import { isAboutStory } from '../domain/command.ts'
import { areaList, filedList, teamList } from '../domain/lists.ts'
import type { Story } from '../domain/story.ts'
import type { Talk, Thread } from '../domain/talk/thread.ts'
import type { AreaInfo, MemberInfo, TalkInfo } from '../schema/wire.ts'
import { AllLists, type Fates, type ReplicaView } from './allLists.ts'
import { viewOf } from './areaView.ts'
import type { AreaView, InboxView, Me, Readable } from './client.ts'
import { concernedBy } from './concernedLists.ts'
import { type Departure, idsOf, type Received } from './departures.ts'
import { kept, keptMap } from './equal.ts'
import { Inbox, showsInInbox } from './inbox.ts'
import type { ListMessage } from './lists.ts'
import { doneAt, isUnsettled, type Outbox, type OutboxEntry } from './outbox.ts'
import { type PendingCommand, Prediction } from './prediction.ts'
import { Value } from './readable.ts'
import { type KeptTalk, talkedAbout, TalkLists } from './talkLists.ts'
import { emptyWorld, type World, worldOf } from './world.ts'
import type { KeptList } from './workspaceStore.ts'

/** How the workspace looks from this device: the server's lists, with the commands of the outbox on top. */
export class Picture {
  readonly view = new Value<AreaView>({ phase: 'loading' })
  readonly inbox: Readable<InboxView>
  /** The names of the lists to follow: the area, the teams that its header names, and closed stories that were asked for. */
  readonly followed: Value<readonly string[]>
  readonly #me: Me
  readonly #area: string
  readonly #workspaceId: string
  readonly #outbox: Outbox
  readonly #now: () => number
  readonly #lists = new AllLists()
  /** Somebody here has needed closed stories that were filed: from then on their lists are followed. */
  #followsFiled = false
  readonly #talks = new TalkLists()
  readonly #inbox: Inbox
  readonly #prediction: Prediction
  #world: World
  #members: ReadonlyMap<string, MemberInfo> = new Map()
  #pending: ReadonlySet<string> = new Set()

  /** `now`: milliseconds since the epoch, this device's clock. */
  constructor(options: { workspaceId: string; me: Me; outbox: Outbox; now: () => number }) {
    this.#me = options.me
    this.#workspaceId = options.workspaceId
    this.#area = areaList(options.workspaceId)
    this.#outbox = options.outbox
    this.#now = options.now
    this.#world = emptyWorld(options.me)
    this.#inbox = new Inbox(options.me.id)
    this.#prediction = new Prediction(this.#world, this.#inbox)
    this.followed = new Value<readonly string[]>([this.#area])
    this.inbox = this.#inbox.view
    this.#lists.follow([this.#area], new Map())
  }

  /** The last change contained in a list; null while nothing is known of it. */
  seqOf(list: string): number | null {
    const story = talkedAbout(list)
    if (story !== null) return this.#talks.seqOf(story)
    if (list === this.#inbox.name) return this.#inbox.seq
    return this.#lists.get(list)?.seq ?? null
  }

  /** Every story a command is judged on: pending changes included, and what went to the trash while this page was open. */
  get stories(): ReadonlyMap<string, Story> {
    return this.#prediction.stories
  }

  /** What rights are judged by, pending changes of teams and roles included. */
  get world(): World {
    return this.#prediction.world
  }

  /** True while some closed stories that were filed are not here. */
  get isSomethingFiled(): boolean {
    const view = this.view.get()
    return view.phase === 'ready' && view.filed.size > 0
  }

  /** True for a story that went to the trash while this page was open. */
  isInTrash(storyId: string): boolean {
    return (this.#prediction.stories.get(storyId)?.trashedAt ?? null) !== null
  }

  judge(pending: PendingCommand): Decision {
    return this.#prediction.judge(pending)
  }

  /** Puts on top what was just added to the outbox; `show` shows it. */
  push(pending: PendingCommand): void {
    this.#pushIntoInbox(pending)
    this.#prediction.push(pending)
    if (this.#waitsForFiled()) this.bringFiled()
  }

  #pushIntoInbox(pending: PendingCommand): void {
    if (!showsInInbox(pending.command)) return
    const decision = this.#prediction.judge(pending)
    if (!decision.ok) return
    const { command, at } = pending
    const frame = { seq: 0, at, by: this.#me.id, command: command.id }
    for (const event of decision.events) {
      if (event.story !== null) this.#inbox.apply({ ...event, ...frame })
    }
  }

  /** Takes the lists that this device has kept, unless the server's are here already. Gives those that are not followed. */
  load(kept: readonly KeptList[]): readonly string[] {
    const fates: Fates = new Map()
    for (const list of kept) if (list.name === this.#inbox.name) this.#inbox.load(list)
    const area = kept.find(({ name }) => name === this.#area)
    if (kept.some(({ name }) => name.startsWith(FILED))) this.#followsFiled = true
    if (area && this.seqOf(area.name) === null) {
      this.#lists.load(area.name, area, fates)
      this.#takeHeader(fates)
    }
    const others = kept.filter(({ name }) => name !== this.#area)
    const followed = new Set(this.followed.get())
    for (const list of others) {
      if (followed.has(list.name) && this.seqOf(list.name) === null)
        this.#lists.load(list.name, list, fates)
    }
    this.#predict(fates)
    return kept
      .map(({ name }) => name)
      .filter((name) => !followed.has(name) && name !== this.#inbox.name)
  }

  /**
   * Takes what the server says of a list, and takes the commands it contains by now out of the outbox. Null when it was
   * about a list not known here.
   */
  receive(name: string, message: ListMessage): Received | null {
    if (name === this.#inbox.name) return this.#receiveInbox(message)
    const fates: Fates = new Map()
    const update = this.#lists.take(name, message, fates)
    const list = this.#lists.get(name)
    if (!update || !list || list.seq === null || !list.info) return null
    const dropped = name === this.#area ? this.#takeHeader(fates) : []
    const done = this.contained()
    this.#outbox.remove(done)
    this.#predict(fates)
    const { seq, info } = list
    const items = update.whole ? new Map(list.items) : update.items
    const changes = { ...update, name, seq, info, items }
    if (this.#waitsForFiled()) this.bringFiled()
    return { changes, done, dropped, hidden: idsOf('hidden', fates), filed: idsOf('filed', fates) }
  }

  /** Follows the closed stories that were filed from now on: all that this person may see, and what is filed later. */
  bringFiled(): void {
    if (this.#followsFiled) return
    this.#followsFiled = true
    const fates: Fates = new Map()
    this.#followLists(fates)
    this.#predict(fates)
  }

  /** True when a command that waits here is about a story that no list has: it may be among those that were filed. */
  #waitsForFiled(): boolean {
    if (!this.#lists.isCurrent) return false
    const { stories } = this.#prediction
    return this.#outbox.entries.some(({ stored: { command } }) => {
      if (!isAboutStory(command) || command.type === 'captureStory') return false
      return command.type !== 'restoreStory' && !stories.has(command.story)
    })
  }

  get #areaInfo(): AreaInfo | null {
    return (this.#lists.get(this.#area)?.info as AreaInfo | null | undefined) ?? null
  }

  #receiveInbox(message: ListMessage): Received | null {
    const { views } = this.#inbox
    const changes = this.#inbox.take(message)
    if (!changes) return null
    if (this.#inbox.views !== views) this.#takeWorld()
    const done = this.contained()
    this.#outbox.remove(done)
    this.predictAgain()
    return { changes, done, dropped: [], hidden: [], filed: [] }
  }

  /** Gives a discussion with pending commands on top; undefined while nothing is known of it. */
  talk(story: string): Talk | undefined {
    return this.#prediction.talk(story)
  }

  /** A discussion is looked at from now on. */
  openTalk(story: string): void {
    this.#talks.open(story)
  }

  /** A discussion is looked at no longer, or may not be seen any more. */
  closeTalk(story: string): void {
    this.#talks.close(story)
    this.#takeTalk(story)
  }

  /** Nothing of a discussion may be known any more; where somebody looks at it, it stays open. */
  forgetTalk(story: string): void {
    const isOpen = this.#talks.isOpen(story)
    this.closeTalk(story)
    if (isOpen) this.#talks.open(story)
  }

  /** Takes what this device has kept of a discussion, unless the server's is here already. */
  loadTalk(kept: KeptTalk): void {
    if (this.#talks.load(kept)) this.#takeTalk(kept.story)
  }

  /** As `receive`, for a discussion. */
  receiveTalk(
    story: string,
    message: ListMessage<Thread, TalkInfo>,
  ): { readonly kept: KeptTalk; readonly done: readonly string[] } | null {
    const kept = this.#talks.take(story, message)
    if (!kept) return null
    const done = this.contained()
    this.#outbox.remove(done)
    this.#takeTalk(story)
    return { kept, done }
  }

  #takeTalk(story: string): void {
    this.#prediction.takeTalk(story, this.#talks.talk(story))
    this.predictAgain()
  }

  /** True when everything that the server has done about a command has arrived here. */
  hasArrived(entry: OutboxEntry): boolean {
    return this.#concerned(entry).every((name) => {
      const story = talkedAbout(name)
      if (name === this.#inbox.name) return this.#inbox.hasAnswered
      return story === null ? this.#lists.hasAnswered(name) : this.#talks.hasAnswered(story)
    })
  }

  /** The outbox has other commands than before. */
  predictAgain(): void {
    this.#predict(new Map())
  }

  /** A list may be behind the server. */
  lost(name: string): void {
    const story = talkedAbout(name)
    if (name === this.#inbox.name) this.#inbox.lost()
    else if (story === null) this.#lists.lost(name)
    else this.#talks.lost(story)
  }

  /** True when every list is as the server has it: a story that is in none of them is not to be seen. */
  get isCurrent(): boolean {
    return this.#lists.isCurrent
  }

  /** The server does not open a list for this person. Gives what leaves this device with it. */
  deny(name: string): Departure {
    if (name === this.#inbox.name) return { dropped: [], hidden: [], filed: [] }
    const fates: Fates = new Map()
    let dropped: readonly string[] = [name]
    this.#lists.deny(name, fates)
    if (name === this.#area) {
      dropped = [name, ...this.#lists.follow([this.#area], fates)]
      this.#world = emptyWorld(this.#me)
      this.#prediction.takeWorld(this.#world)
      this.followed.set([this.#area])
      this.view.set({ phase: 'loading' })
    }
    if (!name.startsWith(FILED)) {
      this.#prediction.forgetTrash(name === this.#area ? 'all' : teamOf(name))
    }
    this.#predict(fates)
    return { dropped, hidden: idsOf('hidden', fates), filed: [] }
  }

  /** The lists without pending commands, for writing them again. */
  get lists(): Iterable<ReplicaView> {
    return this.#inbox.seq === null ? this.#lists.all : [...this.#lists.all, this.#inbox.kept]
  }

  /** Brings the view up to date. What did not change keeps its identity. */
  show(): void {
    this.#inbox.show()
    const info = this.#areaInfo
    if (!info) return
    this.#takePending()
    const { stories, orders } = this.#prediction.board
    const parts = {
      info,
      members: this.#shownMembers(),
      settings: this.#prediction.settings,
      stories,
      orders,
      pending: this.#pending,
      list: (name: string) => this.#lists.get(name),
    }
    this.view.set(viewOf(parts, this.view.get()))
  }

  #predict(fates: Fates): void {
    const pending = this.#outbox.entries.map(({ stored }) => stored)
    this.#prediction.update(fates, pending, this.#now())
    this.#inbox.reset()
    for (const stored of pending) this.#pushIntoInbox(stored)
  }

  /** Takes the area's header: who is who, and which teams there are. Gives the lists that are not followed any more. */
  #takeHeader(fates: Fates): readonly string[] {
    const info = this.#areaInfo
    if (!info) return []
    this.#members = keptMap(
      this.#members,
      info.members.map((member) => [member.id, member]),
    )
    this.#takeWorld()
    return this.#followLists(fates)
  }

  #followLists(fates: Fates): readonly string[] {
    const info = this.#areaInfo
    if (!info) return []
    const teams = info.teams.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id)
    const filed = this.#followsFiled ? [this.#workspaceId, ...teams].map(filedList) : []
    const names = [this.#area, ...teams.map(teamList), ...filed]
    const dropped = this.#lists.follow(names, fates)
    for (const name of dropped) {
      if (!name.startsWith(FILED)) this.#prediction.forgetTrash(teamOf(name))
    }
    this.followed.set(kept(this.followed.get(), names))
    return dropped
  }

  #takeWorld(): void {
    const info = this.#areaInfo
    if (!info) return
    this.#world = worldOf(info, this.#me, this.#inbox.views, this.#world)
    this.#prediction.takeWorld(this.#world)
  }

  /** Gives the commands whose effect the lists have. */
  contained(): string[] {
    const contained: string[] = []
    for (const entry of this.#outbox.entries) {
      const seq = doneAt(entry)
      if (seq === null) continue
      const isIn = (name: string) => (this.seqOf(name) ?? -1) >= seq
      if (this.#concerned(entry).every(isIn)) contained.push(entry.stored.id)
    }
    return contained
  }

  #concerned(entry: OutboxEntry): readonly string[] {
    const { stories } = this.#prediction
    return concernedBy(entry.stored, {
      workspaceId: this.#workspaceId,
      inbox: this.#inbox.name,
      touched: this.#prediction.touchedBy(entry.stored.id),
      stories,
      views: this.#world.settings.views,
      homeOf: (story) => this.#lists.homeOf(story),
      isFollowed: (name) => this.#lists.get(name) !== undefined,
      isTalkOpen: (story) => this.#talks.isOpen(story),
    })
  }

  /** The members as the header tells them, with the roles that pending commands give them. */
  #shownMembers(): ReadonlyMap<string, MemberInfo> {
    const { members } = this.#prediction.world
    if (members === this.#world.members) return this.#members
    const shown = [...this.#members.values()].flatMap((info): [string, MemberInfo][] => {
      const member = members.get(info.id)
      if (!member) return []
      const isSame = member === this.#world.members.get(info.id)
      return [[info.id, isSame ? info : { ...info, roles: member.roles }]]
    })
    return new Map(shown)
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
}

const FILED = filedList('')

function teamOf(list: string): string {
  return list.slice(teamList('').length)
}
