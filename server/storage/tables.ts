import type { Schema } from './schema.ts'

export type ColumnKind = 'text' | 'number' | 'bytes'

/** How a table goes into a backup. */
export interface ArchivedTable<Name extends keyof Schema = keyof Schema> {
  readonly columns: Readonly<Record<keyof Schema[Name] & string, ColumnKind>>
  readonly key: readonly (keyof Schema[Name] & string)[]
  readonly nullable: readonly (keyof Schema[Name] & string)[]
}

/**
 * What a backup holds, in the order in which it can be put back. Left out on purpose: `sessions` (a restored
 * instance signs nobody in), `version_marks` (they are found again in the versions) and `text_words` (in the documents).
 */
export const ARCHIVED = {
  workspaces: {
    columns: {
      id: 'text',
      name: 'text',
      key_prefix: 'text',
      created_at: 'number',
      seq: 'number',
      next_number: 'number',
    },
    key: ['id'],
    nullable: [],
  },
  users: {
    columns: {
      id: 'text',
      email: 'text',
      email_key: 'text',
      name: 'text',
      password_hash: 'text',
      colour: 'number',
      created_at: 'number',
      language: 'text',
    },
    key: ['id'],
    nullable: ['language'],
  },
  members: {
    columns: { workspace: 'text', user_id: 'text', roles: 'text', joined_at: 'number' },
    key: ['workspace', 'user_id'],
    nullable: [],
  },
  tokens: {
    columns: {
      id: 'text',
      token_hash: 'text',
      user_id: 'text',
      name: 'text',
      created_at: 'number',
    },
    key: ['id'],
    nullable: [],
  },
  invitations: {
    columns: {
      id: 'text',
      token_hash: 'text',
      workspace: 'text',
      roles: 'text',
      created_by: 'text',
      created_at: 'number',
      expires_at: 'number',
      uses_left: 'number',
      revoked_at: 'number',
    },
    key: ['id'],
    nullable: ['revoked_at'],
  },
  stories: {
    columns: {
      workspace: 'text',
      id: 'text',
      number: 'number',
      title: 'text',
      stage: 'text',
      team: 'text',
      trashed_at: 'number',
      seq: 'number',
      state: 'text',
    },
    key: ['workspace', 'id'],
    nullable: ['number', 'stage', 'team', 'trashed_at'],
  },
  events: {
    columns: {
      workspace: 'text',
      seq: 'number',
      story: 'text',
      type: 'text',
      by_user: 'text',
      at: 'number',
      body: 'text',
    },
    key: ['workspace', 'seq'],
    nullable: ['story'],
  },
  commands: {
    columns: { workspace: 'text', by_user: 'text', command: 'text', seq: 'number', at: 'number' },
    key: ['workspace', 'by_user', 'command'],
    nullable: [],
  },
  settings: {
    columns: { workspace: 'text', kind: 'text', id: 'text', seq: 'number', state: 'text' },
    key: ['workspace', 'kind', 'id'],
    nullable: [],
  },
  versions: {
    columns: {
      workspace: 'text',
      seq: 'number',
      story: 'text',
      cause: 'text',
      by_user: 'text',
      at: 'number',
      readiness: 'text',
      held_by: 'number',
      bytes: 'bytes',
      base: 'number',
      frame: 'number',
      place: 'number',
      name: 'text',
      authors: 'text',
      outlived: 'number',
    },
    key: ['workspace', 'seq'],
    nullable: ['bytes', 'base', 'frame', 'name'],
  },
  threads: {
    columns: { workspace: 'text', story: 'text', id: 'text', seq: 'number', state: 'text' },
    key: ['workspace', 'story', 'id'],
    nullable: ['state'],
  },
  comment_words: {
    columns: { workspace: 'text', seq: 'number', story: 'text', comment: 'text', words: 'text' },
    key: ['workspace', 'seq'],
    nullable: [],
  },
  inbox: {
    columns: { workspace: 'text', story: 'text', state: 'text' },
    key: ['workspace', 'story'],
    nullable: [],
  },
  live_sessions: {
    columns: { workspace: 'text', id: 'text', seq: 'number', due_at: 'number', state: 'text' },
    key: ['workspace', 'id'],
    nullable: ['due_at'],
  },
  ballots: {
    columns: {
      workspace: 'text',
      session: 'text',
      story: 'text',
      person: 'text',
      round: 'number',
      ballot: 'text',
    },
    key: ['workspace', 'session', 'story', 'person'],
    nullable: [],
  },
  mail_wishes: {
    columns: {
      user_id: 'text',
      mentions: 'number',
      digest: 'text',
      zone: 'text',
      hour: 'number',
      secret: 'text',
    },
    key: ['user_id'],
    nullable: [],
  },
  mail_cursors: {
    columns: {
      workspace: 'text',
      user_id: 'text',
      mentions_seq: 'number',
      digest_seq: 'number',
      digest_at: 'number',
    },
    key: ['workspace', 'user_id'],
    nullable: [],
  },
  documents: {
    columns: { workspace: 'text', name: 'text', position: 'number' },
    key: ['workspace', 'name'],
    nullable: [],
  },
  snapshots: {
    columns: { workspace: 'text', name: 'text', position: 'number', bytes: 'bytes' },
    key: ['workspace', 'name'],
    nullable: [],
  },
  updates: {
    columns: {
      workspace: 'text',
      name: 'text',
      position: 'number',
      bytes: 'bytes',
      by_user: 'text',
      at: 'number',
    },
    key: ['workspace', 'name', 'position'],
    nullable: [],
  },
  files: {
    columns: {
      workspace: 'text',
      story: 'text',
      id: 'text',
      name: 'text',
      type: 'text',
      size: 'number',
      digest: 'text',
      width: 'number',
      height: 'number',
      by_user: 'text',
      at: 'number',
      unused_since: 'number',
    },
    key: ['workspace', 'story', 'id'],
    nullable: ['width', 'height', 'unused_since'],
  },
  blobs: {
    columns: { workspace: 'text', digest: 'text', size: 'number', at: 'number' },
    key: ['workspace', 'digest'],
    nullable: [],
  },
  clients: {
    columns: { workspace: 'text', name: 'text', client: 'number', owner: 'text' },
    key: ['workspace', 'name', 'client'],
    nullable: [],
  },
} as const satisfies { [Name in keyof Schema]?: ArchivedTable<Name> }

export type ArchivedName = keyof typeof ARCHIVED

/** The names in the order in which they can be put back. */
export const ARCHIVED_NAMES = Object.keys(ARCHIVED) as ArchivedName[]

/** True for the name of a table that backups hold. */
export function isArchived(name: unknown): name is ArchivedName {
  return typeof name === 'string' && Object.hasOwn(ARCHIVED, name)
}

/** Gives a table's description without its name in the type, for code that treats all tables alike. */
export function archivedTable(name: ArchivedName): {
  readonly columns: Readonly<Record<string, ColumnKind>>
  readonly key: readonly string[]
  readonly nullable: readonly string[]
} {
  return ARCHIVED[name]
}
