import type { InboxItem } from '#lib/domain/inbox/item.ts'
import { inboxList, talkList } from '#lib/domain/lists.ts'
import type { ListChange, ListItem } from '#lib/schema/wire.ts'
import type { ListNews, News, OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Attachment } from './attachment.ts'
import { inboxJson } from './inboxJson.ts'

/** A message that was made once for everyone it is for, in UTF-8, and the header in it. */
interface Shared {
  readonly message: Uint8Array
  readonly info: string
}

/** A snapshot made longer ago than this, in ms, is made anew: the flow in a team's header moves with time. */
const SNAPSHOT_MS = 60 * 60_000

/**
 * Who follows which list of a workspace. A subscriber gets a snapshot or what it lacks, and from the same turn on
 * every change, so none is lost between the two and none comes twice. Headers differ with what their reader may know;
 * each is made once for all who get the same.
 */
export class ListSubscribers {
  readonly #workspace: OpenWorkspace
  /** By list: the subscribers, each with the header it was sent last. */
  readonly #subscribers = new Map<string, Map<Attachment, string>>()
  readonly #stop: () => void
  /**
   * By list and audience. A snapshot is some megabytes of JSON for a large board: whoever comes before the next change
   * gets the same.
   */
  readonly #snapshots = new Map<string, Map<string, Shared & { readonly madeAt: number }>>()

  constructor(workspace: OpenWorkspace) {
    this.#workspace = workspace
    this.#stop = workspace.onNews((news) => this.#publish(news))
  }

  /** Starts (or starts anew) at `since`; null asks for everything. Gives false when there is no such list for them. */
  subscribe(attachment: Attachment, since: number | null): boolean {
    const list = attachment.name
    const shared = this.#catchUp(attachment, list, since)
    if (shared === null) return false
    attachment.sendStateless(shared.message)
    let subscribers = this.#subscribers.get(list)
    if (!subscribers) this.#subscribers.set(list, (subscribers = new Map()))
    subscribers.set(attachment, shared.info)
    return true
  }

  unsubscribe(attachment: Attachment): void {
    const subscribers = this.#subscribers.get(attachment.name)
    if (subscribers?.delete(attachment) && subscribers.size === 0) {
      this.#subscribers.delete(attachment.name)
      // There is a discussion for every story: nobody's is kept for whoever may come.
      if (attachment.name.startsWith(talkList(''))) this.#snapshots.delete(attachment.name)
    }
  }

  close(): void {
    this.#stop()
    this.#subscribers.clear()
  }

  #catchUp(attachment: Attachment, list: string, since: number | null): Shared | null {
    if (since !== null) {
      const missed = this.#workspace.changesSince(list, since, attachment.actor)
      if (missed === null) return null
      if (missed !== 'snapshot needed') {
        const { info: header, ...change } = missed
        const info = JSON.stringify(header)
        return { message: changeMessage(change, info), info }
      }
    }
    const audience = this.#workspace.audience(list, attachment.actor)
    if (audience === null) return null
    let snapshots = this.#snapshots.get(list)
    if (!snapshots) this.#snapshots.set(list, (snapshots = new Map()))
    const known = snapshots.get(audience)
    if (known && performance.now() - known.madeAt < SNAPSHOT_MS) return known
    const snapshot = this.#workspace.snapshot(list, attachment.actor)
    if (snapshot === null) return null
    const info = JSON.stringify(snapshot.info)
    const message = encode(`{"snapshot":${withInfo({ ...snapshot, info: undefined }, info)}}`)
    const made = { message, info, madeAt: performance.now() }
    // One person's is asked for once in a while, and kept for nobody else.
    if (!isInbox(list)) snapshots.set(audience, made)
    return made
  }

  #publish({ lists, rights }: News): void {
    for (const news of lists) {
      this.#snapshots.delete(news.list)
      const subscribers = this.#subscribers.get(news.list)
      if (!subscribers) continue
      if (news.withInfo || rights) this.#tellEach(news, subscribers)
      else if (isInbox(news.list)) {
        const change = inboxJson(news.change as ListChange<InboxItem>)
        const message = encode(`{"changes":[${change}]}`)
        for (const attachment of subscribers.keys()) attachment.sendStateless(message)
      } else {
        const message = changeMessage(news.change, null)
        for (const attachment of subscribers.keys()) attachment.sendStateless(message)
      }
    }
    if (rights) this.#tellInboxes()
  }

  /** What people may read has changed: what their inboxes hold of it comes into sight or goes, all at once. */
  #tellInboxes(): void {
    for (const [list, subscribers] of this.#subscribers) {
      if (!isInbox(list)) continue
      for (const attachment of subscribers.keys()) {
        const shared = this.#catchUp(attachment, list, null)
        if (shared) attachment.sendStateless(shared.message)
      }
    }
  }

  /** Tells each what they may know: who may not read the list any more gets nothing, nor who would see no difference. */
  #tellEach({ list, change }: ListNews, subscribers: Map<Attachment, string>): void {
    const headers = new Map<string, string>()
    const messages = new Map<string | null, Uint8Array>()
    const isEmpty = Object.keys(change.set).length === 0 && change.gone.length === 0
    for (const [attachment, known] of subscribers) {
      const audience = this.#workspace.audience(list, attachment.actor)
      if (audience === null) continue
      let info = headers.get(audience)
      if (info === undefined) {
        info = JSON.stringify(this.#workspace.info(list, attachment.actor))
        headers.set(audience, info)
      }
      const isKnown = info === known
      if (isKnown && isEmpty) continue
      const part = isKnown ? null : info
      let message = messages.get(part)
      if (!message) messages.set(part, (message = changeMessage(change, part)))
      attachment.sendStateless(message)
      subscribers.set(attachment, info)
    }
  }
}

function isInbox(list: string): boolean {
  return list.startsWith(inboxList(''))
}

function changeMessage(change: ListChange<ListItem>, info: string | null): Uint8Array {
  return encode(`{"changes":[${info === null ? JSON.stringify(change) : withInfo(change, info)}]}`)
}

/** Puts a header that is JSON already into an object. */
function withInfo(object: object, info: string): string {
  return `${JSON.stringify(object).slice(0, -1)},"info":${info}}`
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
