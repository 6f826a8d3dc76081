import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { fail } from '#server/auth/failure.ts'
import { failed } from './answers.ts'
import type { ApiEnv, ApiParts, MemberEnv, SignedInEnv } from './parts.ts'
import { isOwnOrigin, readVisit } from './visit.ts'

/** Bytes of a request's body; the longest command in characters of three bytes, and what is around it. */
export const BODY_MAX_BYTES = 200_000
/** A body of unknown length is read and dropped up to here: whoever still sends does not listen to the answer. */
const HEARD_OUT_MAX_BYTES = 10_000_000

/** Reads where the request comes from. */
export function visit({ env }: ApiParts) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    c.set('visit', readVisit(c.env.incoming, env))
    await next()
  })
}

/**
 * Refuses what a page of somebody else could make a browser send with its cookies: every change must come from our
 * own page, or carry a token instead of a cookie. A program without a browser (no Origin, no Sec-Fetch-Site) may
 * act without a cookie only.
 */
export function ownPagesOnly({ env }: ApiParts) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (!isChange(c) || c.req.header('authorization') !== undefined) return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const own =
      origin !== undefined
        ? isOwnOrigin(origin, c.env.incoming, env)
        : site !== undefined
          ? site === 'same-origin'
          : c.req.header('cookie') === undefined
    if (own) return next()
    const from = origin === undefined ? 'without an origin' : `from ${origin.slice(0, 200)}`
    return failed(
      c,
      fail(
        'originRefused',
        `A request ${from} may not act here. Use Sluice's own pages, or an API token; if this is Sluice's own ` +
          'address, set PUBLIC_URL to it.',
        origin === undefined
          ? { detail: 'originMissing' }
          : { detail: 'originForeign', values: { origin: origin.slice(0, 200) } },
      ),
    )
  })
}

/** Refuses bodies that are not JSON, or too large to be anything we understand. */
export const jsonOnly = createMiddleware<ApiEnv>(async (c, next) => {
  if (!isChange(c) || !hasBody(c) || isFile(c)) return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return next()
  const given = type === undefined ? 'without a content type' : `of type ${type.slice(0, 100)}`
  return failed(
    c,
    fail('notJson', `A body ${given} cannot be read. Send JSON as application/json.`),
  )
})

/** Reads the body of a change, and refuses one that is too large (whatever its length says) or is no text. */
export const smallBodies = createMiddleware<ApiEnv>(async (c, next) => {
  if (!isChange(c) || !hasBody(c) || isFile(c)) return next()
  if (Number(c.req.header('content-length') ?? 0) > BODY_MAX_BYTES) return tooLarge(c)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.body ?? []) {
    size += part.length
    if (size <= BODY_MAX_BYTES) parts.push(part)
    if (size > HEARD_OUT_MAX_BYTES) break
  }
  if (size > BODY_MAX_BYTES) return tooLarge(c)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
    const { method, headers } = c.req.raw
    c.req.raw = new Request(c.req.url, { method, headers, body: text })
  } catch {
    return failed(
      c,
      fail('malformed', 'The body is not UTF-8 text. Nothing was changed; save it as UTF-8.', {
        detail: 'notUtf8',
      }),
    )
  }
  return next()
})

/** The answer to a body over the limit. */
function tooLarge(c: Context) {
  const message = `The request is larger than ${BODY_MAX_BYTES / 1000} kB. Nothing was changed; send less at once.`
  return failed(
    c,
    fail('tooLarge', message, { detail: 'requestTooLarge', values: { most: BODY_MAX_BYTES } }),
  )
}

/** Finds out who asks: by token when there is one, else by cookie. A cookie whose session was extended is renewed. */
export function identify({ authenticator, sessions }: ApiParts) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    c.set('identity', null)
    const authorization = c.req.header('authorization')
    if (authorization !== undefined) {
      const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
      const identity = token === undefined ? null : await authenticator.byToken(token)
      if (!identity) {
        return failed(
          c,
          fail('tokenInvalid', 'This API token is not valid (any more). Create a new one.'),
        )
      }
      c.set('identity', identity)
      return next()
    }
    const live = await sessions.find(c.req.header('cookie'))
    if (live) {
      c.set('identity', { user: live.user, session: { idHash: live.idHash }, token: null })
      if (live.fresh) {
        c.header('Set-Cookie', sessions.cookie(live, c.var.visit.secure), { append: true })
      }
    }
    return next()
  })
}

/** Lets only signed-in people and token holders through. */
export const signedIn = createMiddleware<SignedInEnv>(async (c, next) => {
  if (!c.var.identity) return failed(c, signedOut)
  c.set('me', c.var.identity)
  return next()
})

/** Lets only sessions through: whoever has got hold of a token must not be able to take over the account. */
export const inPerson = createMiddleware<SignedInEnv>(async (c, next) => {
  if (!c.var.identity) return failed(c, signedOut)
  if (!c.var.identity.session) {
    const message = 'An API token cannot do this. Sign in with e-mail and password.'
    return failed(c, fail('sessionNeeded', message))
  }
  c.set('me', c.var.identity)
  return next()
})

/** Lets only members of the workspace `{id}` through. A hidden workspace and none look the same. */
export function member({ authenticator }: ApiParts) {
  return createMiddleware<MemberEnv>(async (c, next) => {
    if (!c.var.identity) return failed(c, signedOut)
    c.set('me', c.var.identity)
    const actor = await authenticator.actorIn(c.req.param('id') ?? '', c.var.me.user.id)
    if (!actor) return failed(c, workspaceNotFound)
    c.set('actor', actor)
    return next()
  })
}

const signedOut = fail('signedOut', 'You are not signed in. Sign in and try again.')
export const workspaceNotFound = fail(
  'notFound',
  'There is no such workspace, or you are not a member of it.',
  { detail: 'noSuchWorkspace' },
)

function isChange(c: Context): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
}

/** The one address that takes a body of any kind, and of a size that it measures itself while it streams. */
function isFile(c: Context): boolean {
  return (
    c.req.method === 'PUT' &&
    /^\/api\/v1\/workspaces\/[^/]+\/stories\/[^/]+\/files\/[^/]+$/.test(c.req.path)
  )
}

function hasBody(c: Context): boolean {
  const length = c.req.header('content-length')
  return c.req.header('transfer-encoding') !== undefined || (length !== undefined && length !== '0')
}
