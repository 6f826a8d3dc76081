import { refuse, type Refusal } from '../domain/refusal.ts'
import { must } from '../domain/must.ts'
import { type Command, isAboutStory, type NewCommand } from '../domain/command.ts'
import type { Decision } from '../domain/decide.ts'
import type { DocumentFacts } from '../domain/facts.ts'
import { Answers } from './answers.ts'
import type { AreaView, InboxView, Me, Readable, RefusedCommand, Sent, TalkView } from './client.ts'
import type { Departure } from './departures.ts'
import type { Environment } from './environment.ts'
import { Gathering } from './gathering.ts'
import type { ListMessage } from './lists.ts'
import type { StoredCommand } from './localStore.ts'
import { isUnsettled, Outbox } from './outbox.ts'
import { Picture } from './picture.ts'
import { Value } from './readable.ts'
import { talkedAbout } from './talkLists.ts'
import { TalkViews } from './talkViews.ts'
import type { Tabs } from './tabs.ts'
import type { Thread } from '../domain/talk/thread.ts'
import type { TalkInfo } from '../schema/wire.ts'
import { titleOf } from './titleOf.ts'
import type { World } from './world.ts'
import type { WholeWorkspace, WorkspaceStore } from './workspaceStore.ts'

/** A command goes out at the latest this long after it was given, kept on disk or not, ms. */
const KEEP_PATIENCE = 250

/** The lists and what is done to them here: each command is judged, shown, kept and sent. */
export class Workspace {
  /** How many commands the server has not answered. */
  readonly unsettled = new Value(0)
  readonly outbox = new Outbox()
  readonly answers: Answers
  readonly #options: WorkspaceParts
  readonly #picture: Picture
  readonly #talks: TalkViews
  readonly #gathering = new Gathering(() => this.#publish())
  readonly #patience = new Set<ReturnType<typeof setTimeout>>()

  constructor(options: WorkspaceParts) {
    const { workspaceId, me, environment, tabs } = options
    this.#options = options
    this.#picture = new Picture({ workspaceId, me, outbox: this.outbox, now: environment.now })
    this.#talks = new TalkViews({
      outbox: this.outbox,
      talk: (story) => this.#picture.talk(story),
      opened: (story) => this.#picture.openTalk(story),
      closed: (story) => this.#picture.closeTalk(story),
      kept: (story) => options.store().loadTalk(story),
      loaded: (kept) => this.#picture.loadTalk(kept),
      isCapturePending: (story) => this.isCapturePending(story),
    })
    this.answers = new Answers({
      outbox: this.outbox,
      picture: this.#picture,
      environment,
      tabs,
      store: () => options.store(),
      show: (when) => this.#show(when),
      look: () => options.look(),
    })
    tabs.onMessage((message) => message.kind === 'queued' && this.#queued(message))
  }

  get view(): Readable<AreaView> {
    return this.#picture.view
  }

  /** The names of the lists to follow. */
  get followed(): Readable<readonly string[]> {
    return this.#picture.followed
  }

  get inbox(): Readable<InboxView> {
    return this.#picture.inbox
  }

  /** The names of the discussions to follow. */
  get followedTalks(): Readable<readonly string[]> {
    return this.#talks.followed
  }

  /** See `WorkspaceClient.talk`. */
  talk(storyId: string): Readable<TalkView> {
    return this.#talks.of(storyId)
  }

  /** The last change contained in a list; null while nothing is known of it. */
  seqOf(list: string): number | null {
    return this.#picture.seqOf(list)
  }

  /** What rights are judged by, pending changes included. */
  get world(): World {
    return this.#picture.world
  }

  /** Takes what this device has kept. Shows it at once. */
  async load(): Promise<void> {
    const kept = await this.#options.store().load()
    if (!kept) return
    for (const { order, stored } of kept.outbox) {
      if (!this.answers.has(stored.id)) this.outbox.add(stored, order)
    }
    this.answers.load(kept.refused)
    const strange = this.#picture.load(kept.lists)
    if (strange.length > 0) this.#options.store().dropped(strange)
    this.#publish()
  }

  /** See `WorkspaceClient.send`. */
  send(command: NewCommand): Sent {
    return must(this.sendAll([command])[0], 'the answer to one command')
  }

  /** See `WorkspaceClient.sendAll`. */
  sendAll(commands: readonly NewCommand[]): readonly Sent[] {
    if (commands.length > 0 && this.view.get().phase === 'loading') return [NOT_LOADED]
    const sent: Sent[] = []
    const taken: StoredCommand[] = []
    for (const command of commands) {
      const { answer, stored } = this.#take(command)
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

  /** See `WorkspaceClient.judge`. */
  judge(newCommand: NewCommand): Refusal | null {
    if (this.view.get().phase === 'loading') return NOT_LOADED
    const command = { ...newCommand, id: 'judged' } as Command
    const facts = this.#factsFor(command, 'soon')
    const decision = this.#picture.judge({ command, at: this.#options.environment.now(), facts })
    return decision.ok || this.#isForServer(command, decision) ? null : decision
  }

  /** See `WorkspaceClient.bringFiled`. */
  bringFiled(): void {
    this.#picture.bringFiled()
    this.#publish()
  }

  /** True for a story that went to the trash while this page was open. */
  isInTrash(storyId: string): boolean {
    return this.#picture.isInTrash(storyId)
  }

  /** A message of the server about a list. */
  receive(list: string, message: ListMessage): void {
    if ('changes' in message) this.outbox.hear(message.changes)
    const story = talkedAbout(list)
    if (story !== null) return this.#receiveTalk(story, message)
    const received = this.#picture.receive(list, message)
    if (!received) return
    this.#options.store().listChanged(received.changes, received.done)
    this.answers.arrived(received.done, message)
    this.#leave(received)
    if (received.filed.length > 0) this.#options.filed(received.filed)
    this.#show('soon')
  }

  /** The server does not open a list for this person: it leaves this device. What they did here stays. */
  deny(list: string): void {
    const story = talkedAbout(list)
    if (story !== null) {
      this.#forgetTalks([story])
      return this.#publish()
    }
    this.#leave(this.#picture.deny(list))
    this.#publish()
  }

  /** A list is not followed any more, for a while. */
  lost(list: string): void {
    this.#picture.lost(list)
  }

  /** True when every list is as the server has it. */
  get isCurrent(): boolean {
    return this.#picture.isCurrent
  }

  /** True while the capture of a story waits for the server: it has no document there yet. */
  isCapturePending(storyId: string): boolean {
    return this.outbox.entries.some(
      (entry) => isUnsettled(entry) && isCaptureOf(entry.stored.command, storyId),
    )
  }

  /** Gives the refusal of a story's capture that the person has not dismissed. */
  refusedCapture(storyId: string): RefusedCommand | undefined {
    return this.answers.refused.get().find(({ command }) => isCaptureOf(command, storyId))
  }

  /** For writing everything again. */
  whole(): WholeWorkspace {
    const { lists } = this.#picture
    return { lists, outbox: this.outbox.entries, refused: this.answers.refused.get() }
  }

  /** A command is on disk: its place among all tabs is known. */
  ordered(id: string, order: number): void {
    this.outbox.ordered(id, order)
    const entry = this.outbox.get(id)
    if (entry) this.#options.tabs.tell({ kind: 'queued', stored: entry.stored, order })
  }

  close(): void {
    this.#gathering.close()
    this.answers.close()
    for (const timer of this.#patience) clearTimeout(timer)
    this.#talks.close()
  }

  /** What the server says of a discussion are threads, not stories. */
  #receiveTalk(story: string, message: ListMessage): void {
    const received = this.#picture.receiveTalk(
      story,
      message as ListMessage<never> as ListMessage<Thread, TalkInfo>,
    )
    if (!received) return
    this.#options.store().talkChanged(received.kept, received.done)
    this.answers.arrived(received.done, message)
    this.#show('soon')
  }

  /** They stay open where somebody looks at them, and nothing of them is known. */
  #forgetTalks(stories: readonly string[]): void {
    for (const story of stories) this.#picture.forgetTalk(story)
    this.#options.store().talksDropped(stories)
  }

  /** Judges a command and puts it on top of the lists. `stored` is what has to be kept and sent, if anything. */
  #take(newCommand: NewCommand): { answer: Sent; stored?: StoredCommand } {
    const { environment } = this.#options
    const command = { ...newCommand, id: environment.newId() } as Command
    const { id } = command
    const facts = this.#factsFor(command, 'now')
    const pending = { command, at: environment.now(), facts }
    const decision = this.#picture.judge(pending)
    const isForServer = this.#isForServer(command, decision)
    if (!decision.ok && !isForServer) return { answer: decision }
    if (decision.ok && decision.events.length === 0 && !isForServer) {
      return { answer: { ok: true, id, settled: Promise.resolve({ ok: true }) } }
    }
    const title = titleOf(command, this.#picture.stories, this.world.settings)
    const stored: StoredCommand = { id, title, ...pending }
    this.outbox.add(stored, null)
    this.#picture.push(stored)
    return { answer: { ok: true, id, settled: this.answers.to(id) }, stored }
  }

  /** What is in the trash, or was filed, is in no list of this device: what can be done about it, the server knows. */
  #isForServer(command: Command, decision: Decision): boolean {
    if (command.type === 'purgeTrash') return decision.ok || decision.code === 'notFound'
    if (!isAboutStory(command) || command.type === 'captureStory') return false
    if (this.#picture.stories.has(command.story)) return false
    return command.type === 'restoreStory' || this.#picture.isSomethingFiled
  }

  #factsFor(command: Command, when: 'now' | 'soon'): DocumentFacts | undefined {
    if (!isAboutStory(command) || !READ_DOCUMENT.has(command.type)) return undefined
    return this.#options.facts(command.story, when) ?? undefined
  }

  async #dispatch(stored: readonly StoredCommand[]): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, KEEP_PATIENCE)
    this.#patience.add(timer)
    await Promise.race([this.#options.store().add(...stored), promise])
    clearTimeout(timer)
    this.#patience.delete(timer)
    this.#options.look()
  }

  #leave({ dropped, hidden }: Departure): void {
    if (dropped.length > 0) this.#options.store().dropped(dropped)
    if (hidden.length === 0) return
    this.#forgetTalks(hidden)
    this.#options.hidden(hidden)
  }

  /** Another tab has given a command. */
  #queued({ stored, order }: { readonly stored: StoredCommand; readonly order: number }): void {
    if (this.answers.has(stored.id) || this.outbox.get(stored.id)) return
    this.outbox.add(stored, order)
    this.#picture.predictAgain()
    this.#publish()
    this.#options.look()
  }

  #show(when: 'now' | 'soon'): void {
    // That all is answered is told at once, and what is then shown is what was answered.
    const isAllAnswered = this.unsettled.get() > 0 && this.outbox.unsettled === 0
    if (when === 'now') this.#publish()
    else this.#gathering.add({ now: isAllAnswered })
  }

  #publish(): void {
    this.unsettled.set(this.outbox.unsettled)
    this.#picture.show()
    this.#talks.show()
  }
}

export interface WorkspaceParts {
  readonly workspaceId: string
  readonly me: Me
  readonly environment: Environment
  readonly tabs: Tabs
  /** The store is made after the workspace, since it asks the workspace for everything it holds. */
  store(): WorkspaceStore
  /** Gives what the document of a story says that is open here: as it is now, or as it was a moment ago. */
  facts(storyId: string, when: 'now' | 'soon'): DocumentFacts | null
  /** Something may be sent now. */
  look(): void
  /** These stories may not be seen any more. */
  hidden(stories: readonly string[]): void
  /** These are on a list of closed stories now, which is not followed here. */
  filed(stories: readonly string[]): void
}

const NOT_LOADED: Refusal = {
  ...refuse(
    'notFound',
    'The workspace is not loaded yet. Nothing was changed; try again in a moment.',
  ),
  action: 'load',
}

/** The commands that are judged by what the story's document says. */
const READ_DOCUMENT: ReadonlySet<string> = new Set<Command['type']>([
  'markReady',
  'moveToStep',
  'sizeStory',
  'acknowledgeChange',
])

function isCaptureOf(command: Command, storyId: string): boolean {
  return command.type === 'captureStory' && command.story === storyId
}
