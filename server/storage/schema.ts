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
  documents: DocumentTable
  updates: UpdateTable
  snapshots: SnapshotTable
  clients: ClientTable
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
  /** SHA-256 of the bytes, hexadecimal. */
  digest: string
  bytes: Uint8Array | null
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

export interface UserTable {
  id: string
  email: string
  /** The e-mail as it is compared: lower case, no blanks around it. */
  email_key: string
  name: string
  password_hash: string
  colour: number
  created_at: number
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
