import { assertNever } from '#lib/domain/must.ts'
import type { Workspaces } from '#server/commands/workspaces.ts'
import { type BlobStore, BlobsUnavailable } from '#server/files/blobs.ts'
import { BackupNotWritten, BadBackup } from '#server/storage/backup.ts'
import { StorageUnavailable } from '#server/storage/errors.ts'
import type { OpenedStorage } from '#server/storage/open.ts'
import { backup, restore } from './backups.ts'
import { createUser, endSessions, setPassword } from './people.ts'
import { type Change, refuseVerb, type VerbAnswer, type VerbRequest } from './request.ts'
import { createTeam } from './teams.ts'
import { createToken } from './tokens.ts'
import { createWorkspace } from './workspaces.ts'

/** What the verbs work with. */
export interface VerbParts {
  readonly storage: OpenedStorage
  readonly blobs: BlobStore
  readonly workspaces: Pick<Workspaces, 'open'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Makes the id of a workspace. */
  readonly newId: () => string
  /** Told after storage has changed, so that a running server refreshes what it holds in memory and its open sockets. */
  readonly changed: (change: Change) => unknown
}

export interface Verbs {
  /** Carries out a verb. Rejects only on a bug: a refusal and storage that is down are answers. */
  run(request: VerbRequest): Promise<VerbAnswer>
  /** Passes on what another process changed in the same database. */
  announce(changes: readonly Change[]): Promise<void>
}

/** Makes the administration verbs of the shell. */
export function createVerbs(parts: VerbParts): Verbs {
  return {
    async run(request) {
      try {
        return await carryOut(parts, request)
      } catch (error) {
        if (!isForPeople(error)) throw error
        return refuseVerb(error.message)
      }
    },
    async announce(changes) {
      for (const change of changes) await parts.changed(change)
    },
  }
}

function carryOut(parts: VerbParts, request: VerbRequest): Promise<VerbAnswer> {
  switch (request.verb) {
    case 'workspace create':
      return createWorkspace(parts, request)
    case 'user create':
      return createUser(parts, request)
    case 'team create':
      return createTeam(parts, request)
    case 'user password':
      return setPassword(parts, request)
    case 'token create':
      return createToken(parts, request)
    case 'sessions end':
      return endSessions(parts, request)
    case 'backup':
      return backup(parts, request)
    case 'restore':
      return restore(parts, request)
    default:
      return assertNever(request)
  }
}

function isForPeople(error: unknown): error is Error {
  return (
    error instanceof StorageUnavailable ||
    error instanceof BlobsUnavailable ||
    error instanceof BackupNotWritten ||
    error instanceof BadBackup
  )
}
