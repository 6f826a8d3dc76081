import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ROLES } from '#lib/domain/roles.ts'
import { fail, type Result, succeed } from '#server/auth/failure.ts'
import {
  join,
  joinAsNewPerson,
  lookUpInvitation,
  type OpenInvitation,
} from '#server/auth/invitations.ts'
import { signIn } from '#server/auth/signIn.ts'
import type { User } from '#server/storage/storage.ts'
import { body, errors, failed, json } from './answers.ts'
import { meSchema } from './me.ts'
import type { ApiEnv, ApiParts } from './parts.ts'
import { welcome } from './session.ts'

const tags = ['Invitations']
const params = z.object({ token: z.string().describe('The end of the link') })

const getInvitation = createRoute({
  method: 'get',
  path: '/api/v1/invitations/{token}',
  tags,
  summary: 'What an invitation is to, and from whom',
  request: { params },
  responses: {
    200: json(
      z.object({
        workspace: z.object({ id: z.string(), name: z.string() }),
        invitedBy: z.string(),
        roles: z.array(z.enum(ROLES)),
        expiresAt: z.int(),
      }),
      'The invitation',
    ),
    ...errors,
  },
})

const acceptSchema = z
  .strictObject({
    name: z.string().optional(),
    email: z.string().optional(),
    password: z.string().optional(),
  })
  .describe(
    'As a new person: name, email, password. With an existing account: email, password. As the signed-in person: nothing.',
  )

const postAccept = createRoute({
  method: 'post',
  path: '/api/v1/invitations/{token}/accept',
  tags,
  summary: 'Join the workspace of an invitation',
  request: { params, body: body(acceptSchema) },
  responses: {
    200: json(
      meSchema.extend({ workspace: z.string() }),
      'Joined and signed in; `workspace` is the id',
    ),
    ...errors,
  },
})

/** Adds the routes with which the holder of a link joins a workspace. */
export function addJoinRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { storage, limits, workspaces, now, log } = parts

  async function find(c: Context<ApiEnv>, token: string): Promise<Result<OpenInvitation>> {
    const limited = await limits.invitationLookUp.take(c.var.visit.address)
    return limited ?? lookUpInvitation(storage, token, now())
  }

  /** Gives who joins, as a member; `begin` tells whether they are to be signed in by it. */
  async function accept(
    c: Context<ApiEnv>,
    invitation: OpenInvitation,
    { name, email, password = '' }: z.infer<typeof acceptSchema>,
  ): Promise<Result<{ user: User; begin: boolean }>> {
    const { identity, visit } = c.var
    if (email === undefined) {
      if (!identity) {
        return fail('signedOut', 'Sign in to join, or give your name, e-mail and a password.', {
          field: 'email',
          detail: 'personMissing',
        })
      }
      const user = await join(storage, invitation, identity.user, now())
      return user.ok ? succeed({ user: user.value, begin: false }) : user
    }
    if (name === undefined) {
      const known = await signIn(storage.people, limits, { email, password }, visit.address)
      const user = known.ok ? await join(storage, invitation, known.value, now()) : known
      return user.ok ? succeed({ user: user.value, begin: true }) : user
    }
    const limited = await limits.signUp.take(visit.address)
    const person = { name, email, password }
    const user = limited ?? (await joinAsNewPerson(storage, invitation, person, now()))
    return user.ok ? succeed({ user: user.value, begin: true }) : user
  }

  /** Shows a new member to those who are there, and puts it on record. Whoever opens the workspace sees them anyway. */
  async function showMember(workspace: string, user: string): Promise<void> {
    try {
      await (await workspaces.open(workspace))?.joined(user)
    } catch (error) {
      log.warn({ err: error, workspace }, 'A new member could not be shown to the others yet')
    }
  }

  app.openapi(getInvitation, async (c) => {
    const found = await find(c, c.req.valid('param').token)
    if (!found.ok) return failed(c, found)
    const { invitation, workspace, invitedBy } = found.value
    return c.json(
      {
        workspace: { id: workspace.id, name: workspace.name },
        invitedBy,
        roles: [...invitation.roles],
        expiresAt: invitation.expiresAt,
      },
      200,
    )
  })

  app.openapi(postAccept, async (c) => {
    const found = await find(c, c.req.valid('param').token)
    if (!found.ok) return failed(c, found)
    const joined = await accept(c, found.value, c.req.valid('json'))
    if (!joined.ok) return failed(c, joined)
    const { user, begin } = joined.value
    const { id: workspace, name } = found.value.workspace
    await showMember(workspace, user.id)
    const me = await welcome(c, parts, { user, begin, into: name })
    return me.ok ? c.json({ ...me.value, workspace }, 200) : failed(c, me)
  })
}
