import type { Actor } from '#lib/domain/roles.ts'
import type { Storage, User } from '#server/storage/storage.ts'
import { hashSecret, TOKEN_PREFIX } from './secrets.ts'
import type { Sessions } from './sessions.ts'

/** Who sends a request or opens a socket, and by which right: a session or a token, never both. */
export interface Identity {
  readonly user: User
  readonly session: { readonly idHash: string } | null
  readonly token: { readonly id: string } | null
}

/** A session or an API token ended before its time: sockets that live on it close at once. */
export type Ended = EndedSessions | { readonly token: string }

export interface EndedSessions {
  readonly user: string
  /** Null: every session of the user. */
  readonly sessionIdHash: string | null
  /** The one session that goes on, when all others end (a changed password). */
  readonly exceptSessionIdHash?: string
}

/** Answers "who is this?" for HTTP and for sockets. Rejects only when storage does. */
export interface Authenticator {
  /** Gives the person behind the session cookie of a `Cookie` header, or null. */
  byCookie(cookieHeader: string | undefined): Promise<Identity | null>
  /** Gives the person behind an API token, or null. */
  byToken(token: string): Promise<Identity | null>
  /** Gives a person as they act in a workspace; null when they are not a member (or there is no such workspace). */
  actorIn(workspaceId: string, userId: string): Promise<Actor | null>
  /** Deletes an API token of a user, whose sockets close; has no effect when they have none with this id. */
  revokeToken(userId: string, tokenId: string): Promise<void>
  /**
   * Calls `listener` whenever sessions end by sign-out or a changed password, or a token is deleted. Gives the way to
   * stop listening.
   */
  onEnded(listener: (ended: Ended) => void): () => void
}

/** Makes the authenticator over `storage`; `sessions` tells it what ends. */
export function createAuthenticator(storage: Storage, sessions: Sessions): Authenticator {
  const { people } = storage
  const listeners = new Set<(ended: Ended) => void>()
  return {
    async byCookie(cookieHeader) {
      const found = await sessions.find(cookieHeader)
      return found && { user: found.user, session: { idHash: found.idHash }, token: null }
    },
    async byToken(token) {
      if (!token.startsWith(TOKEN_PREFIX)) return null
      const found = await people.findToken(hashSecret(token))
      return found && { user: found.user, session: null, token: { id: found.token.id } }
    },
    async actorIn(workspaceId, userId) {
      const member = await people.findMember(workspaceId, userId)
      return member && { id: member.user.id, name: member.user.name, roles: member.roles }
    },
    async revokeToken(userId, tokenId) {
      const own = await people.tokensOf(userId)
      if (!own.some(({ id }) => id === tokenId)) return
      await people.deleteToken(userId, tokenId)
      for (const listener of listeners) listener({ token: tokenId })
    },
    onEnded(listener) {
      listeners.add(listener)
      const stop = sessions.onEnded(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}
