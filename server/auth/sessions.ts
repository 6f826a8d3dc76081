import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { must } from '#lib/domain/must.ts'
import type { PeopleStore, User } from '#server/storage/storage.ts'
import type { EndedSessions } from './authenticator.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** How long a session lives after its last use, in days. Lucia extends it once half of that has passed. */
export const SESSION_DAYS = 30
const DEVICE_MAX_CHARACTERS = 200
const COOKIE = 'sluice_session'
/** Browsers accept this name only over HTTPS, from this very host: nobody can plant such a cookie from elsewhere. */
const SECURE_COOKIE = `__Host-${COOKIE}`

/** A session in force. `fresh` ones were just begun or extended: their cookie must be sent again. */
export interface LiveSession {
  readonly user: User
  readonly idHash: string
  readonly secret: string
  readonly fresh: boolean
}

/**
 * The browser sessions: Lucia keeps their time, the cookie carries a secret, and storage knows only the SHA-256 of
 * it, which is also Lucia's session id, so that whoever reads the database can take over nobody.
 */
export interface Sessions {
  /** Begins a session of `user` on `device` (a browser's own description) and gives it; storage failures reject. */
  begin(user: User, device: string): Promise<LiveSession>
  /** Gives the session of a `Cookie` header, extending it when half its time is over; null without a valid one. */
  find(cookieHeader: string | undefined): Promise<LiveSession | null>
  end(user: string, idHash: string): Promise<void>
  /** Ends every session of a user. */
  endAll(user: string): Promise<void>
  /** Tells the listeners that every session of a user but this one has been deleted. */
  othersEnded(user: string, kept: string | undefined): void
  /** Gives the `Set-Cookie` value for a session; `secure` when the visit is over HTTPS. */
  cookie(session: LiveSession, secure: boolean): string
  /** Gives the `Set-Cookie` values that make a browser forget the session. */
  blankCookies(secure: boolean): string[]
  /** Deletes what has expired from storage. */
  sweep(): Promise<void>
  onEnded(listener: (ended: EndedSessions) => void): () => void
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { row: User }>
    DatabaseSessionAttributes: { device: string }
    DatabaseUserAttributes: { row: User }
  }
}

/**
 * Makes the sessions over `people`. `onlySecure` (PUBLIC_URL is https): the plain cookie of an unencrypted visit is
 * not believed, because a network in between could have planted it.
 */
export function createSessions(people: PeopleStore, onlySecure: boolean): Sessions {
  const plain = luciaFor(people, false)
  const secure = luciaFor(people, true)
  const listeners = new Set<(ended: EndedSessions) => void>()
  const tell = (ended: EndedSessions) => {
    for (const listener of listeners) listener(ended)
  }
  return {
    async begin(user, device) {
      const secret = newSecret()
      const attributes = { device: device.slice(0, DEVICE_MAX_CHARACTERS) }
      const { id } = await plain.createSession(user.id, attributes, {
        sessionId: hashSecret(secret),
      })
      return { user, idHash: id, secret, fresh: true }
    },
    async find(cookieHeader) {
      if (cookieHeader === undefined) return null
      const secret =
        readCookie(cookieHeader, SECURE_COOKIE) ??
        (onlySecure ? null : readCookie(cookieHeader, COOKIE))
      if (secret === null) return null
      const { session, user } = await plain.validateSession(hashSecret(secret))
      return session && { user: user.row, idHash: session.id, secret, fresh: session.fresh }
    },
    async end(user, idHash) {
      await plain.invalidateSession(idHash)
      tell({ user, sessionIdHash: idHash })
    },
    async endAll(user) {
      await plain.invalidateUserSessions(user)
      tell({ user, sessionIdHash: null })
    },
    othersEnded: (user, kept) =>
      tell({ user, sessionIdHash: null, ...(kept !== undefined && { exceptSessionIdHash: kept }) }),
    cookie: (session, isSecure) =>
      (isSecure ? secure : plain).createSessionCookie(session.secret).serialize(),
    blankCookies: (isSecure) =>
      (isSecure ? [secure, plain] : [plain]).map((lucia) =>
        lucia.createBlankSessionCookie().serialize(),
      ),
    sweep: () => plain.deleteExpiredSessions(),
    onEnded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Not Lucia's own reader: that one throws when any cookie of this host, whoever set it, is malformed. */
function readCookie(header: string, name: string): string | null {
  const pair = header.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return pair?.trim().slice(name.length + 1) || null
}

function luciaFor(people: PeopleStore, secure: boolean) {
  return new Lucia(adapterFor(people), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    sessionCookie: {
      name: secure ? SECURE_COOKIE : COOKIE,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ row }) => ({ row }),
  })
}

function adapterFor(people: PeopleStore): Adapter {
  return {
    async getSessionAndUser(idHash) {
      const found = await people.findSession(idHash)
      if (!found) return [null, null]
      const { session, user } = found
      return [
        {
          id: idHash,
          userId: user.id,
          expiresAt: new Date(session.expiresAt),
          attributes: { device: session.device },
        },
        { id: user.id, attributes: { row: user } },
      ]
    },
    async getUserSessions(user) {
      return (await people.sessionsOf(user)).map((session) => ({
        id: session.idHash,
        userId: session.user,
        expiresAt: new Date(session.expiresAt),
        attributes: { device: session.device },
      }))
    },
    setSession: (session) =>
      people.createSession({
        idHash: session.id,
        user: session.userId,
        createdAt: Date.now(),
        expiresAt: session.expiresAt.getTime(),
        device: must(session.attributes, 'the attributes of a new session').device,
      }),
    updateSessionExpiration: (idHash, expiresAt) =>
      people.extendSession(idHash, expiresAt.getTime()),
    deleteSession: (idHash) => people.deleteSession(idHash),
    deleteUserSessions: (user) => people.deleteSessionsOf(user),
    deleteExpiredSessions: () => people.deleteExpiredSessions(Date.now()),
  }
}
