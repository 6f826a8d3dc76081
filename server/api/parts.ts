import type { HttpBindings } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Actor } from '#lib/domain/roles.ts'
import type { Authenticator, Identity } from '#server/auth/authenticator.ts'
import type { Limits } from '#server/auth/limits.ts'
import type { Sessions } from '#server/auth/sessions.ts'
import type { Setup } from '#server/auth/setup.ts'
import type { Workspaces } from '#server/commands/workspaces.ts'
import type { Env } from '#server/env.ts'
import type { BlobStore } from '#server/files/blobs.ts'
import type { Files } from '#server/files/files.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Visit } from './visit.ts'

/** What the routes work with. */
export interface ApiParts {
  readonly env: Pick<Env, 'trustProxy' | 'publicUrl' | 'metricsToken' | 'mail'>
  readonly storage: Storage
  readonly workspaces: Workspaces
  readonly authenticator: Authenticator
  readonly sessions: Sessions
  readonly setup: Setup
  readonly limits: Limits
  readonly files: Files
  readonly blobs: BlobStore
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: Logger
}

/** What the guards have found out by the time a route runs. */
export interface ApiEnv {
  Bindings: HttpBindings
  Variables: {
    visit: Visit
    /** Who asks; null for a stranger. */
    identity: Identity | null
  }
}

/** Behind `signedIn`. */
export interface SignedInEnv extends ApiEnv {
  Variables: ApiEnv['Variables'] & { me: Identity }
}

/** Behind `member`: `actor` acts in the workspace of the path. */
export interface MemberEnv extends ApiEnv {
  Variables: SignedInEnv['Variables'] & { actor: Actor }
}
