import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { changePassword } from '#server/auth/changePassword.ts'
import { type Failure, fail, type Result, succeed } from '#server/auth/failure.ts'
import { signIn } from '#server/auth/signIn.ts'
import { StorageUnavailable } from '#server/storage/errors.ts'
import type { User } from '#server/storage/storage.ts'
import { body, errors, failed, json } from './answers.ts'
import { inPerson } from './guards.ts'
import { describeMe, type MeAnswer, meSchema } from './me.ts'
import { languageOfVisit } from './language.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const tags = ['Sign-in']
const done = { 204: { description: 'Done' }, ...errors } as const

const postSignIn = createRoute({
  method: 'post',
  path: '/api/v1/auth/sign-in',
  tags,
  summary: 'Sign in with e-mail and password',
  request: { body: body(z.strictObject({ email: z.string(), password: z.string() })) },
  responses: { 200: json(meSchema, 'Signed in; the session is in the cookie'), ...errors },
})

const postSignOut = createRoute({
  method: 'post',
  path: '/api/v1/auth/sign-out',
  tags,
  summary: 'Sign out on this device',
  responses: done,
})

const postSignOutEverywhere = createRoute({
  method: 'post',
  path: '/api/v1/auth/sign-out-everywhere',
  tags,
  summary: 'End all of my sessions, this one too, and their sockets at once',
  middleware: inPerson,
  responses: done,
})

const deviceSchema = z.object({
  id: z.string(),
  device: z.string().describe('What the browser called itself'),
  createdAt: z.int().describe('Milliseconds since the epoch'),
  expiresAt: z.int().describe('Milliseconds since the epoch'),
  current: z.boolean(),
})

const getSessions = createRoute({
  method: 'get',
  path: '/api/v1/auth/sessions',
  tags,
  summary: 'The devices I am signed in on, newest first',
  middleware: inPerson,
  responses: { 200: json(z.object({ sessions: z.array(deviceSchema) }), 'My devices'), ...errors },
})

const deleteSession = createRoute({
  method: 'delete',
  path: '/api/v1/auth/sessions/{session}',
  tags,
  summary: 'Sign out on one of my devices',
  middleware: inPerson,
  request: { params: z.object({ session: z.string() }) },
  responses: done,
})

const postPassword = createRoute({
  method: 'post',
  path: '/api/v1/auth/password',
  tags,
  summary: 'Change my password; every other session of mine ends',
  middleware: inPerson,
  request: { body: body(z.strictObject({ current: z.string(), password: z.string() })) },
  responses: done,
})

/** Adds the routes of signing in and out, of one's devices and one's password. */
export function addSessionRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { storage, limits, sessions } = parts
  const { people } = storage

  app.openapi(postSignIn, async (c) => {
    const user = await signIn(people, limits, c.req.valid('json'), c.var.visit.address)
    if (!user.ok) return failed(c, user)
    const me = await describeMe(storage, user.value)
    await beginSession(c, parts, user.value)
    return c.json(me, 200)
  })

  app.openapi(postSignOut, async (c) => {
    const { identity, visit } = c.var
    if (identity?.session) await sessions.end(identity.user.id, identity.session.idHash)
    forgetCookie(c, sessions.blankCookies(visit.secure))
    return c.body(null, 204)
  })

  app.openapi(postSignOutEverywhere, async (c) => {
    await sessions.endAll(c.var.me.user.id)
    forgetCookie(c, sessions.blankCookies(c.var.visit.secure))
    return c.body(null, 204)
  })

  app.openapi(getSessions, async (c) => {
    const { me } = c.var
    const rows = await people.sessionsOf(me.user.id)
    const devices = rows
      .filter(({ expiresAt }) => expiresAt > parts.now())
      .sort((a, b) => b.createdAt - a.createdAt)
      .map(({ idHash, device, createdAt, expiresAt }) => {
        return { id: idHash, device, createdAt, expiresAt, current: idHash === me.session?.idHash }
      })
    return c.json({ sessions: devices }, 200)
  })

  app.openapi(deleteSession, async (c) => {
    const { me, visit } = c.var
    const { session } = c.req.valid('param')
    const own = await people.sessionsOf(me.user.id)
    if (!own.some(({ idHash }) => idHash === session)) {
      return failed(
        c,
        fail('notFound', 'There is no such session of yours. It may have ended already.', {
          detail: 'noSuchDevice',
        }),
      )
    }
    await sessions.end(me.user.id, session)
    if (session === me.session?.idHash) forgetCookie(c, sessions.blankCookies(visit.secure))
    return c.body(null, 204)
  })

  app.openapi(postPassword, async (c) => {
    const { user, session } = c.var.me
    const passwords = c.req.valid('json')
    const changed = await changePassword(
      { people, limits, sessions },
      user,
      passwords,
      session?.idHash,
    )
    return changed.ok ? c.body(null, 204) : failed(c, changed)
  })
}

/**
 * Begins a session of `user` in the browser that asks, and ends the one it had: a session never changes hands. Mails are in the language in which somebody first signs in, until they choose.
 */
export async function beginSession(
  c: Context<ApiEnv>,
  { sessions, storage }: ApiParts,
  user: User,
): Promise<void> {
  const { identity, visit } = c.var
  if (identity?.session) await sessions.end(identity.user.id, identity.session.idHash)
  const session = await sessions.begin(user, c.req.header('user-agent') ?? 'A program')
  c.header('Set-Cookie', sessions.cookie(session, visit.secure))
  await storage.people.setFirstLanguage(user.id, languageOfVisit(c))
}

/**
 * Describes someone whose account or membership has just come into being, and signs them in where `begin` says so.
 * Should storage fail now, what was made stays made: the failure says so, and what to do. `into`: the name of the workspace
 * that they are a member of now; null: Sluice was set up.
 */
export async function welcome(
  c: Context<ApiEnv>,
  parts: ApiParts,
  { user, begin, into }: { user: User; begin: boolean; into: string | null },
): Promise<Result<MeAnswer>> {
  try {
    const me = await describeMe(parts.storage, user)
    if (begin) await beginSession(c, parts, user)
    return succeed(me)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    parts.log.warn({ reason: error.message }, 'Someone is in, but could not be signed in')
    return notSignedIn(into, begin)
  }
}

function notSignedIn(into: string | null, begin: boolean): Failure {
  const done = into === null ? 'Sluice is set up' : `You are a member of "${into}" now`
  const next = begin ? 'Sign in with your e-mail and password' : 'Open Sluice again'
  const message = `${done}, but the database does not answer any more at the moment. ${next} in a few seconds.`
  if (into === null) {
    return fail('unavailable', message, { detail: 'setUpSignInLater', retryAfter: 5 })
  }
  return fail('unavailable', message, {
    detail: begin ? 'joinedSignInLater' : 'joinedOpenLater',
    values: { workspace: into },
    retryAfter: 5,
  })
}

function forgetCookie(c: Context, cookies: readonly string[]): void {
  cookies.forEach((cookie, index) => c.header('Set-Cookie', cookie, { append: index > 0 }))
}
