import type { StoryEvent } from '#lib/domain/event.ts'
import { FlowLog, FLOW_EVENTS } from '#lib/domain/flow.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import type { Story } from '#lib/domain/story.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import type { Storage, Workspace } from '#server/storage/storage.ts'
import type { Folded } from './fold.ts'
import { BallotBox } from './ballotBox.ts'
import { Inboxes } from './inboxes.ts'
import { FiledCounts } from './filedCounts.ts'
import { PLACE_EVENTS, Places } from './places.ts'
import { TalkBook } from './talkBook.ts'

/** A member as lists show them; the roles are known to be roles. */
export type KnownMember = MemberInfo & { readonly roles: readonly Role[] }

/**
 * A workspace in memory: what storage holds and nothing else. It changes only after a commit, so it is never ahead
 * of the log.
 */
export class Picture implements WorkspaceState {
  readonly stories = new Map<string, Story>()
  /** The event that last touched each story; catching up is a look through these. */
  readonly lastSeq = new Map<string, number>()
  readonly talks = new TalkBook()
  readonly flow = new FlowLog()
  readonly places: Places
  /** Whose text is to be in a story's, in the order in which that was decided: duplicates, and what it was split off. */
  readonly merges = new Map<string, readonly Merge[]>()
  /** The ids of stories that were removed for good: they are never given again. */
  readonly purged = new Set<string>()
  readonly inbox: Inboxes
  /** Live sessions, those that are over included. */
  readonly sessions = new Map<string, Session>()
  /** What was voted and is not revealed. */
  readonly ballots = new BallotBox()
  /** The event that last touched each session. */
  readonly sessionSeq = new Map<string, number>()
  /** How many closed stories each list lacks because they were filed. */
  readonly filed: FiledCounts
  /** When stories last came out of the trash, milliseconds since the epoch: from then on they are closed anew (CL1). */
  readonly restored = new Map<string, number>()
  /** The day of which a story was last reminded, `YYYY-MM-DD` (IN7). */
  readonly reminded = new Map<string, string>()
  workspace: Workspace
  members: ReadonlyMap<string, KnownMember>
  settings: Settings
  seq: number
  nextNumber: number
  /** The time of the newest event: the log's clock never runs backwards. */
  at: number

  constructor(start: {
    workspace: Workspace
    members: ReadonlyMap<string, KnownMember>
    settings: Settings
    seq: number
    nextNumber: number
    at: number
  }) {
    this.workspace = start.workspace
    this.members = start.members
    this.settings = start.settings
    this.seq = start.seq
    this.nextNumber = start.nextNumber
    this.at = start.at
    this.places = new Places(start.workspace.id)
    this.filed = new FiledCounts(start.workspace.id)
    this.inbox = new Inboxes(start.seq)
  }

  get keyPrefix(): string {
    return this.workspace.keyPrefix
  }

  /** Takes over events that are committed. */
  take(folded: Folded): void {
    const { events, stories, threads, settings, members, nextNumber, inbox, sessions } = folded
    for (const event of events) {
      this.seq = event.seq
      this.at = event.at
      if (event.story === null) continue
      this.follow(event)
    }
    for (const change of threads) this.talks.take(change, this.seq)
    for (const [id, story] of stories) {
      this.filed.take(this.stories.get(id), story)
      if (story) {
        this.stories.set(id, story)
        this.lastSeq.set(id, this.seq)
      } else {
        this.stories.delete(id)
        this.lastSeq.delete(id)
      }
    }
    for (const [id, session] of sessions) {
      this.sessions.set(id, session)
      this.sessionSeq.set(id, this.seq)
      this.ballots.follow(session)
    }
    for (const [story, entries] of inbox) this.inbox.set(story, entries)
    for (const [id, story] of stories) if (!story) this.inbox.forget(id, this.seq)
    if (settings.teams !== this.settings.teams || members !== this.members) {
      this.inbox.rightsChanged(this.seq)
    }
    this.settings = settings
    this.members = members
    this.nextNumber = nextNumber
  }

  /** Follows what stories' rows do not tell: their ways through the lists, and what was merged into them. */
  follow(event: StoryEvent): void {
    this.places.take(event)
    this.flow.take(event)
    if (event.type === 'StoryPurged') {
      this.purged.add(event.story)
      this.merges.delete(event.story)
      this.talks.forget(event.story)
      this.restored.delete(event.story)
    }
    if (event.type === 'StoryRestored') this.restored.set(event.story, event.at)
    if (event.type === 'CriteriaDealt') {
      const { from, by, seq, criteria } = event
      this.#bring(event.story, { from, by, seq, criteria })
    }
    if (event.type === 'RevisitCame') this.reminded.set(event.story, event.on)
    if (event.type !== 'StoryMerged') return
    const { from, by, seq } = event
    this.#bring(event.story, { from, by, seq, criteria: null })
  }

  #bring(into: string, merge: Merge): void {
    this.merges.set(into, [...(this.merges.get(into) ?? []), merge])
  }
}

/** A story whose text comes into another one, and who decided that. */
export interface Merge {
  readonly from: string
  readonly by: string
  /** The event's place in the log. */
  readonly seq: number
  /** Only these criteria; null: the whole text. */
  readonly criteria: readonly string[] | null
}

/** Reads a workspace; null when there is none with this id. Rejects when storage does not answer. */
export async function loadPicture(storage: Storage, id: string): Promise<Picture | null> {
  const contents = await storage.workspaces.load(id)
  if (!contents) return null
  const [members, newest] = await Promise.all([
    loadMembers(storage, id),
    storage.workspaces.events(id, Math.max(0, contents.seq - 1), 1),
  ])
  const picture = new Picture({ ...contents, members, at: newest[0]?.at ?? 0 })
  for (const { story, seq } of contents.stories) {
    picture.stories.set(story.id, story)
    picture.lastSeq.set(story.id, seq)
    picture.filed.take(undefined, story)
  }
  picture.talks.load(contents.threads)
  for (const [story, entries] of contents.inbox) picture.inbox.set(story, entries)
  for (const { session, seq } of contents.sessions) {
    picture.sessions.set(session.id, session)
    picture.sessionSeq.set(session.id, seq)
  }
  for (const ballot of contents.ballots) picture.ballots.take(ballot)
  await followAll(storage, picture)
  return picture
}

/** Reads who belongs to a workspace, as lists show them. */
export async function loadMembers(
  storage: Storage,
  id: string,
): Promise<ReadonlyMap<string, KnownMember>> {
  const members = await storage.people.members(id)
  return new Map(
    members.map(({ user: { id, name, colour }, roles }) => [id, { id, name, colour, roles }]),
  )
}

/** True when both name the same roles, in whatever order. */
export function sameRoles(a: readonly string[] | null, b: readonly string[]): boolean {
  return a !== null && [...a].sort().join() === [...b].sort().join()
}

const FOLLOWED = [
  ...new Set([
    ...FLOW_EVENTS,
    ...PLACE_EVENTS,
    'StoryMerged' as const,
    'CriteriaDealt' as const,
    'RevisitCame' as const,
  ]),
]
/** Events read at a time. */
const PAGE = 5_000

async function followAll(storage: Storage, picture: Picture): Promise<void> {
  for (let since = 0; ;) {
    const page = await storage.workspaces.events(picture.workspace.id, since, PAGE, FOLLOWED)
    for (const event of page) {
      // What came after the stories were read belongs to the next commit's conflict.
      if (event.story === null || event.seq > picture.seq) continue
      picture.follow(event)
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    since = last.seq
  }
}
