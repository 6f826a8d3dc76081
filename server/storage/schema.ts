/**
 * The tables as Kysely sees them, the same on both databases. Times are milliseconds since the epoch; `roles`,
 * `body`, `state` and `readiness` are JSON. Keys are the product's own ids, so a backup moves between databases unchanged.
 */
export interface Schema {
  workspaces: WorkspaceTable
  stories: StoryTable
  events: EventTable
  commands: CommandTable
  settings: SettingTable
  versions: VersionTable
  threads: ThreadTable
  comment_words: CommentWordsTable
  version_marks: VersionMarkTable
  inbox: InboxTable
  live_sessions: LiveSessionTable
  ballots: BallotTable
  mail_wishes: MailWishTable
  mail_cursors: MailCursorTable
  documents: DocumentTable
  updates: UpdateTable
  snapshots: SnapshotTable
  clients: ClientTable
  text_words: TextWordsTable
  files: FileTable
  blobs: BlobTable
  users: UserTable
  members: MemberTable
  sessions: SessionTable
  invitations: InvitationTable
  tokens: TokenTable
}

export interface WorkspaceTable {
  id: string
  name: string
  key_prefix: string
  created_at: number
  /** The position of the last event. */
  seq: number
  next_number: number
}

export interface StoryTable {
  workspace: string
  id: string
  number: number | null
  title: string
  /** Null for a story on a team's backlog, which has a team instead. */
  stage: string | null
  team: string | null
  trashed_at: number | null
  /** The position of the last event about this story. */
  seq: number
  state: string
}

export interface EventTable {
  workspace: string
  seq: number
  /** Null for what happened to the workspace itself. */
  story: string | null
  type: string
  by_user: string
  at: number
  body: string
}

export interface CommandTable {
  workspace: string
  by_user: string
  command: string
  seq: number
  at: number
}

/** The policy, a team, a theme or a persona, as the last event about it left it. */
export interface SettingTable {
  workspace: string
  kind: string
  id: string
  seq: number
  state: string
}

/** A story's document as it was at an event. */
export interface VersionTable {
  workspace: string
  /** The position of the event. */
  seq: number
  story: string
  /** The type of the event. */
  cause: string
  by_user: string
  at: number
  readiness: string
  /** The version that has the bytes: this one, or the earlier one since which nothing was written. */
  held_by: number
  /** The whole document, or what it has that the one of `base` had not; null where another version has the same text. */
  bytes: Uint8Array | null
  /** The version whose text these bytes stand on; null: on none. */
  base: number | null
  /** The version with the whole document that this one's text goes back to, by way of its bases. */
  frame: number | null
  /** How many texts there were in the frame before this one. */
  place: number
  name: string | null
  /** JSON: who has written since the version before it, user ids. */
  authors: string
  /** 1: it has had its time (VE4), and is here only because others stand on its text. */
  outlived: number
}

/** What a story's document says. Not in backups: it is read in the document again. */
export interface TextWordsTable {
  workspace: string
  /** Of the document. */
  name: string
  /** The end of the document's log when it was read. */
  position: number
  text: string
  /** Its different words, folded, a space before each. */
  folded: string
}

/** Which edits the newest text of a story's versions has (`markOf`). Not in backups: it is found in that text again. */
export interface VersionMarkTable {
  workspace: string
  story: string
  /** The version whose text it is. */
  seq: number
  bytes: Uint8Array
}

/** A thread of a story's discussion, as the last event about it left it. */
export interface ThreadTable {
  workspace: string
  story: string
  id: string
  seq: number
  /** Null: it ended with its last comment. */
  state: string | null
}

/** What people said, apart from the event they said it in: events stay, words can be erased. */
export interface CommentWordsTable {
  workspace: string
  /** The position of the event. */
  seq: number
  story: string
  comment: string
  words: string
}

/** What everybody's inboxes hold of a story; `state` is JSON, see `inbox.ts`. */
export interface InboxTable {
  workspace: string
  story: string
  state: string
}

/** A refinement meeting or planning session, as the last event about it left it. */
export interface LiveSessionTable {
  workspace: string
  id: string
  /** The position of the last event about it. */
  seq: number
  /** When the next round of it ends by itself, in ms; null: none does. */
  due_at: number | null
  state: string
}

/** What somebody voted in a round that is not revealed. Erased when it is over. */
export interface BallotTable {
  workspace: string
  session: string
  story: string
  person: string
  round: number
  ballot: string
}

/** What somebody wants to be mailed. `mentions`: 0 or 1; `zone`: of the IANA; `hour`: 0 to 23. */
export interface MailWishTable {
  user_id: string
  mentions: number
  digest: string
  zone: string
  hour: number
  /** Signs the links that end the mails. */
  secret: string
}

/** How far the mails of one person and workspace have got in the log; `digest_at`: when a digest was last due, in ms. */
export interface MailCursorTable {
  workspace: string
  user_id: string
  mentions_seq: number
  digest_seq: number
  digest_at: number
}

export interface DocumentTable {
  workspace: string
  name: string
  /** The position of the last update ever appended; compaction does not turn it back. */
  position: number
}

export interface UpdateTable {
  workspace: string
  name: string
  position: number
  bytes: Uint8Array
  by_user: string
  at: number
}

export interface SnapshotTable {
  workspace: string
  name: string
  /** The snapshot holds every update up to this position. */
  position: number
  bytes: Uint8Array
}

/** Who owns a Yjs client id in a document. */
export interface ClientTable {
  workspace: string
  name: string
  client: number
  owner: string
}

/** A file of a story. */
export interface FileTable {
  workspace: string
  story: string
  /** Chosen by the client that sent it. */
  id: string
  name: string
  /** As its bytes say. */
  type: string
  size: number
  /** SHA-256 of the bytes, hexadecimal: the blob that has them. */
  digest: string
  width: number | null
  height: number | null
  by_user: string
  at: number
  /** Since when no document and no version shows it; null while one does. */
  unused_since: number | null
}

/** Bytes that the blob store holds, or is about to: shared by the files of a workspace. */
export interface BlobTable {
  workspace: string
  digest: string
  size: number
  /** When it was last asked for. */
  at: number
}

export interface UserTable {
  id: string
  email: string
  /** The e-mail as it is compared: lower case, no blanks around it. */
  email_key: string
  name: string
  password_hash: string
  colour: number
  created_at: number
  /** The language of their mails; null until it is known. */
  language: string | null
}

export interface MemberTable {
  workspace: string
  user_id: string
  roles: string
  joined_at: number
}

export interface SessionTable {
  id_hash: string
  user_id: string
  created_at: number
  expires_at: number
  device: string
}

export interface InvitationTable {
  id: string
  token_hash: string
  workspace: string
  roles: string
  created_by: string
  created_at: number
  expires_at: number
  uses_left: number
  revoked_at: number | null
}

export interface TokenTable {
  id: string
  token_hash: string
  user_id: string
  name: string
  created_at: number
}
