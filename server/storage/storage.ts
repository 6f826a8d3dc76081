import type { MailStore } from './mailStore.ts'
import type { TextStore } from './textStore.ts'
import type { EventType, WorkspaceEvent } from '#lib/domain/event.ts'
import type { EntriesOfStory } from '#lib/domain/inbox/followers.ts'
import type { Readiness } from '#lib/domain/readiness.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { BallotChange } from '#lib/domain/sessions/ballot.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Language } from '#lib/language/languages.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'

/**
 * What Sluice keeps, whatever the database. One contract suite (tests/contract) runs on each implementation.
 * Every method either has its whole effect, durably, before its promise resolves, or rejects and has none.
 */
export interface Storage {
  readonly engine: 'sqlite' | 'postgres'
  readonly documents: DocumentStore
  readonly workspaces: WorkspaceStore
  readonly people: PeopleStore
  readonly files: FileStore
  readonly mail: MailStore
  readonly texts: TextStore
  /** Resolves when the database answers; rejects with the reason when it does not. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Prose: an append-only log of Yjs updates per document, folded into a snapshot from time to time. */
export interface DocumentStore {
  /** Appends updates of any number of documents in one transaction, in order. Also records the first owner of each new Yjs client id. */
  append(updates: readonly DocumentUpdate[]): Promise<void>
  /** Gives snapshot, log behind it (in order) and owners of client ids; null for a document never written. */
  load(workspace: string, name: string): Promise<StoredDocument | null>
  /**
   * In one transaction: stores the snapshot and deletes exactly the log rows with position up to `upTo` (I1). Has no
   * effect when a stored snapshot already reaches further. Throws when the log ends before `upTo`.
   */
  compact(workspace: string, name: string, snapshot: Uint8Array, upTo: number): Promise<void>
  /** Removes a document with all that belongs to it; has no effect when there is none. */
  remove(workspace: string, name: string): Promise<void>
}

export interface DocumentUpdate {
  readonly workspace: string
  readonly name: string
  readonly update: Uint8Array
  /** Who wrote it: a user's id. */
  readonly by: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Yjs client ids that appear in this document for the first time with this update; they belong to `by` from now on. */
  readonly newClients: readonly number[]
}

export interface StoredDocument {
  /** That of the last row its log ever had; 0 before the first. */
  readonly position: number
  readonly snapshot: Uint8Array | null
  /** `by`: who wrote it, a user's id. */
  readonly log: readonly {
    readonly position: number
    readonly update: Uint8Array
    readonly by: string
  }[]
  /** Yjs client id to the id of the user who owns it. */
  readonly owners: ReadonlyMap<number, string>
}

/**
 * Decisions: one log of events per workspace, the stories and settings they fold to, the commands already carried out,
 * and the versions of documents that were kept on the way.
 */
export interface WorkspaceStore {
  create(workspace: NewWorkspace): Promise<Workspace>
  find(id: string): Promise<Workspace | null>
  rename(id: string, name: string): Promise<void>
  /** Gives what the log folds to: every story, trashed ones too, and the settings; the last sequence number, and the next story number. */
  load(id: string): Promise<WorkspaceContents | null>
  /**
   * In one transaction: appends the events of one command, stores the stories they lead to, and does what else they
   * say (settings; the roles of members, `RolesChanged`; the end of a story and its document, `StoryPurged`). Rejects
   * with `SequenceConflict` when the log does not end at `expectedSeq` (another writer: I2).
   */
  commit(commit: Commit): Promise<void>
  /** Gives the result of a command of this person that was carried out before, or null. */
  findCommand(workspace: string, user: string, command: string): Promise<{ seq: number } | null>
  /** Gives up to `limit` events after `since`, in order; only those of `types`, when given. */
  events(
    workspace: string,
    since: number,
    limit: number,
    types?: readonly EventType[],
  ): Promise<WorkspaceEvent[]>
  /** Gives events, newest first. */
  history(query: HistoryQuery): Promise<WorkspaceEvent[]>
  /** Gives the ids of the workspaces with a Won't do story that is to be looked at again on some day. */
  withRevisits(): Promise<string[]>
  /** Gives the ids of the workspaces with a round of votes whose deadline has come at `now` (ms). */
  withRoundsDue(now: number): Promise<string[]>
  /** Gives the versions of a story's document that were kept, newest first. */
  versions(workspace: string, story: string): Promise<Version[]>
  /** Gives the document of a version as one Yjs update; null when there is no such version of the story. */
  versionBytes(workspace: string, story: string, seq: number): Promise<Uint8Array | null>
  /** True when a document (as one Yjs update) says what the story's newest version says. */
  isKept(workspace: string, story: string, bytes: Uint8Array): Promise<boolean>
  /** Gives the stories with versions that kept themselves and have no name, more than one each. */
  thinnable(): Promise<{ workspace: string; story: string }[]>
  /** Takes versions of a story away for good; the others keep their text. Who had written in them is told of the next one. */
  dropVersions(workspace: string, story: string, seqs: readonly number[]): Promise<void>
}

/** Another process wrote to this workspace's log: the writer's picture is stale and must be dropped. */
export class SequenceConflict extends Error {
  override name = 'SequenceConflict'
}

export interface NewWorkspace {
  readonly id: string
  readonly name: string
  readonly keyPrefix: string
  readonly at: number
}

export interface Workspace extends NewWorkspace {}

export interface WorkspaceContents {
  readonly workspace: Workspace
  readonly seq: number
  readonly nextNumber: number
  readonly stories: readonly { readonly story: Story; readonly seq: number }[]
  readonly threads: readonly StoredThread[]
  /** What everybody's inboxes hold, by story. */
  readonly inbox: ReadonlyMap<string, EntriesOfStory>
  readonly settings: Settings
  readonly sessions: readonly { readonly session: Session; readonly seq: number }[]
  /** What was voted and is not revealed. */
  readonly ballots: readonly BallotChange[]
}

/** A thread of a story's discussion as JSON; `state` null: it ended with its last comment at `seq`. */
export interface StoredThread {
  readonly story: string
  readonly id: string
  /** The event that last touched it. */
  readonly seq: number
  readonly state: string | null
}

export interface Commit {
  readonly workspace: string
  readonly expectedSeq: number
  /** May be empty: a command without an effect is still recorded, so that a repeat gets the same answer. */
  readonly events: readonly WorkspaceEvent[]
  /** The stories after the events, one each, without those that are gone for good. */
  readonly stories: readonly Story[]
  /** The threads after the events, one each; null: it is over. */
  readonly threads?: readonly {
    readonly story: string
    readonly id: string
    readonly thread: Thread | null
  }[]
  readonly versions?: readonly NewVersion[]
  /** What inboxes hold after the events of the stories where that changed. */
  readonly inbox?: ReadonlyMap<string, EntriesOfStory>
  /** The live sessions after the events, one each. The ballots of rounds that are over go with it. */
  readonly sessions?: readonly Session[]
  /** What somebody voted. */
  readonly ballot?: BallotChange
  readonly nextNumber: number
  readonly command: { readonly id: string; readonly user: string; readonly at: number }
}

/** What a story's document said when an event happened. */
export interface NewVersion {
  /** The event's position. */
  readonly seq: number
  readonly story: string
  /** The event's type. */
  readonly cause: EventType
  readonly by: string
  readonly at: number
  /** As it was judged then. */
  readonly readiness: Readiness
  readonly name: string | null
  /** The whole document as one Yjs update. What is stored is what it has that the version before it had not. */
  readonly bytes: Uint8Array
  readonly writers: Writers
}

/** Who wrote what is in a document. */
export interface Writers {
  /** Yjs client id to the user who owns it. */
  readonly owners: ReadonlyMap<number, string>
  /** Who wrote last, a user's id: whoever only deletes leaves no other trace. Null when nobody can tell any more. */
  readonly last: string | null
}

export interface Version extends Omit<NewVersion, 'bytes' | 'writers'> {
  /** The first version with this text: its own position, or an earlier one since which nothing was written. */
  readonly sameAs: number
  /** Who has written since the version before it, as far as that is known: user ids. */
  readonly authors: readonly string[]
}

/** Which events; all that is given has to fit. */
export interface HistoryQuery {
  readonly workspace: string
  readonly story?: string | undefined
  readonly types?: readonly EventType[] | undefined
  /** None of these types; at least one. */
  readonly without?: readonly EventType[]
  /** A user's id. */
  readonly by?: string | undefined
  /** Events that are somebody's own business only (`PRIVATE_EVENTS`): this person's; absent: everybody's. */
  readonly privateTo?: string | undefined
  /** Milliseconds since the epoch: not before this time, and before that one. */
  readonly since?: number | undefined
  readonly until?: number | undefined
  /** Only before this position: the last one of the page before. */
  readonly before?: number | undefined
  readonly limit: number
}

/** What files stories have. Their bytes are in blobs (server/files), which the files of a workspace share. */
export interface FileStore {
  find(workspace: string, story: string, id: string): Promise<StoredFile | null>
  /** Gives the files of this id, one a story, the oldest first. */
  called(workspace: string, id: string): Promise<StoredFile[]>
  ofStory(workspace: string, story: string): Promise<StoredFile[]>
  /** Gives false, with no effect, when the story has a file of this id. */
  add(file: StoredFile): Promise<boolean>
  /** Says since when nothing shows these files; null: something does. */
  markUnused(
    workspace: string,
    story: string,
    ids: readonly string[],
    since: number | null,
  ): Promise<void>
  remove(workspace: string, story: string, ids: readonly string[]): Promise<void>
  /** Gives up to `limit` stories that have files, behind `last`. */
  stories(
    last: { readonly workspace: string; readonly story: string } | null,
    limit: number,
  ): Promise<{ workspace: string; story: string }[]>
  /** Records a blob before its bytes are stored, so that a sweep finds them whatever happens. */
  addBlob(blob: StoredBlob): Promise<void>
  findBlob(workspace: string, digest: string): Promise<StoredBlob | null>
  /** Gives up to `limit` blobs that no file has, and that nobody asked for since `before`. */
  unusedBlobs(before: number, limit: number): Promise<StoredBlob[]>
  removeBlob(workspace: string, digest: string): Promise<void>
  /** Gives how many files there are, and the bytes of their blobs; null: of all workspaces. */
  totals(workspace: string | null): Promise<{ files: number; bytes: number }>
}

export interface StoredFile {
  readonly workspace: string
  readonly story: string
  readonly id: string
  readonly name: string
  /** As its bytes say: a picture's type, or `application/octet-stream`. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string
  /** Pixels; null for what is no picture. */
  readonly width: number | null
  readonly height: number | null
  /** A user's id. */
  readonly by: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly unusedSince: number | null
}

export interface StoredBlob {
  readonly workspace: string
  readonly digest: string
  readonly size: number
  readonly at: number
}

/** Users, memberships, sessions, invitations and API tokens. Only hashes of secrets reach this interface. */
export interface PeopleStore {
  countUsers(): Promise<number>
  /** Rejects with `EmailTaken` when another user has this e-mail (compared in lower case). */
  createUser(user: NewUser): Promise<User>
  findUser(id: string): Promise<User | null>
  findUserByEmail(email: string): Promise<(User & { passwordHash: string }) | null>
  /** Gives the language of somebody's mails; null until it is known, and for nobody. */
  languageOf(user: string): Promise<Language | null>
  setLanguage(user: string, language: Language): Promise<void>
  /** Sets it where it is not known yet, and else changes nothing. */
  setFirstLanguage(user: string, language: Language): Promise<void>
  /** Sets a password and, in the same transaction, deletes the user's sessions, all of them or all but one. */
  setPassword(user: string, passwordHash: string, keepSession: string | null): Promise<void>

  /**
   * Creates a workspace and makes a user its owner, in one transaction: by id, or a new one, who is created with it.
   * Rejects with `EmailTaken`, with no effect, like `createUser`.
   */
  foundWorkspace(workspace: NewWorkspace, owner: string | NewUser): Promise<Workspace>
  /** Someone who is a member already keeps the roles they have. */
  addMember(member: NewMember): Promise<void>
  findMember(workspace: string, user: string): Promise<Member | null>
  members(workspace: string): Promise<Member[]>
  memberships(user: string): Promise<{ workspace: Workspace; roles: Role[] }[]>

  createSession(session: SessionRow): Promise<void>
  findSession(idHash: string): Promise<{ session: SessionRow; user: User } | null>
  sessionsOf(user: string): Promise<SessionRow[]>
  extendSession(idHash: string, expiresAt: number): Promise<void>
  deleteSession(idHash: string): Promise<void>
  deleteSessionsOf(user: string): Promise<void>
  deleteExpiredSessions(now: number): Promise<void>

  createInvitation(invitation: InvitationRow): Promise<void>
  findInvitation(tokenHash: string): Promise<InvitationRow | null>
  /**
   * Makes someone a member with the roles of an invitation, and counts one use of it, in one transaction. `user` is the
   * id of a user, or a new one, who is created with it. Gives false, with no effect, when the invitation was used up,
   * revoked or expired at `now`. Who is a member already uses nothing up and stays as they are. Rejects with
   * `EmailTaken`, with no effect, like `createUser`.
   */
  acceptInvitation(tokenHash: string, user: string | NewUser, now: number): Promise<boolean>
  invitations(workspace: string): Promise<InvitationRow[]>
  revokeInvitation(workspace: string, id: string, now: number): Promise<void>

  createToken(token: TokenRow): Promise<void>
  findToken(tokenHash: string): Promise<{ token: TokenRow; user: User } | null>
  tokensOf(user: string): Promise<TokenRow[]>
  deleteToken(user: string, id: string): Promise<void>
}

export class EmailTaken extends Error {
  override name = 'EmailTaken'
}

export interface NewUser {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number
  readonly createdAt: number
}
export type User = Omit<NewUser, 'passwordHash'>

export interface NewMember {
  readonly workspace: string
  readonly user: string
  readonly roles: readonly Role[]
  readonly joinedAt: number
}

export interface Member {
  readonly user: User
  readonly roles: readonly Role[]
  readonly joinedAt: number
}

export interface SessionRow {
  /** SHA-256 of the session id, hexadecimal. The id itself is never stored. */
  readonly idHash: string
  readonly user: string
  readonly createdAt: number
  readonly expiresAt: number
  /** What the browser called itself, at most 200 characters. */
  readonly device: string
}

export interface InvitationRow {
  readonly id: string
  readonly tokenHash: string
  readonly workspace: string
  readonly roles: readonly Role[]
  readonly createdBy: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly usesLeft: number
  readonly revokedAt: number | null
}

export interface TokenRow {
  readonly id: string
  readonly tokenHash: string
  readonly user: string
  readonly name: string
  readonly createdAt: number
}
