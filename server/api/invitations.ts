import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { ROLES } from '#lib/domain/roles.ts'
import { checkInvite } from '#lib/domain/permissions.ts'
import { INVITATION_DAYS, invite } from '#server/auth/invitations.ts'
import type { InvitationRow } from '#server/storage/storage.ts'
import { body, errors, json, refused } from './answers.ts'
import { member } from './guards.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const MOST_USES = 1000
const MOST_DAYS = 90
const tags = ['Invitations']
const path = '/api/v1/workspaces/{id}/invitations'
const params = z.object({ id: z.string() })

const invitationSchema = z
  .object({
    id: z.string(),
    roles: z.array(z.enum(ROLES)),
    createdBy: z.string(),
    createdAt: z.int(),
    expiresAt: z.int(),
    usesLeft: z.int(),
    revokedAt: z.int().nullable(),
  })
  .openapi('Invitation')

/** Adds the routes with which owners and admins invite people to a workspace. */
export function addInvitationRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { storage, now } = parts
  const middleware = member(parts)

  const postInvitation = createRoute({
    method: 'post',
    path,
    tags,
    summary: 'Invite people; the link is shown once',
    middleware,
    request: {
      params,
      body: body(
        z.strictObject({
          roles: z.array(z.enum(ROLES)).min(1).default(['member']),
          uses: z.int().min(1).max(MOST_USES).default(1),
          days: z.int().min(1).max(MOST_DAYS).default(INVITATION_DAYS),
        }),
      ),
    },
    responses: {
      201: json(z.object({ link: z.string(), invitation: invitationSchema }), 'The invitation'),
      ...errors,
    },
  })
  app.openapi(postInvitation, async (c) => {
    const { actor, visit } = c.var
    const { roles, ...wanted } = c.req.valid('json')
    const unique = { ...wanted, roles: [...new Set(roles)] }
    const made = await invite(storage, c.req.valid('param').id, actor, unique, now())
    if (!made.ok) return refused(c, made)
    const link = `${visit.origin}/join/${made.secret}`
    return c.json({ link, invitation: describeInvitation(made.invitation) }, 201)
  })

  const getInvitations = createRoute({
    method: 'get',
    path,
    tags,
    summary: 'The invitations of a workspace, newest first',
    middleware,
    request: { params },
    responses: {
      200: json(z.object({ invitations: z.array(invitationSchema) }), 'The invitations'),
      ...errors,
    },
  })
  app.openapi(getInvitations, async (c) => {
    const no = checkInvite(c.var.actor, [])
    if (no) return refused(c, no)
    const rows = await storage.people.invitations(c.req.valid('param').id)
    const newestFirst = rows.toSorted((a, b) => b.createdAt - a.createdAt)
    return c.json({ invitations: newestFirst.map(describeInvitation) }, 200)
  })

  const deleteInvitation = createRoute({
    method: 'delete',
    path: `${path}/{invitation}`,
    tags,
    summary: 'Withdraw an invitation',
    middleware,
    request: { params: params.extend({ invitation: z.string() }) },
    responses: { 204: { description: 'Withdrawn, or there is none' }, ...errors },
  })
  app.openapi(deleteInvitation, async (c) => {
    const no = checkInvite(c.var.actor, [])
    if (no) return refused(c, no)
    const { id, invitation } = c.req.valid('param')
    await storage.people.revokeInvitation(id, invitation, now())
    return c.body(null, 204)
  })
}

function describeInvitation(row: InvitationRow) {
  const { id, roles, createdBy, createdAt, expiresAt, usesLeft, revokedAt } = row
  return { id, roles: [...roles], createdBy, createdAt, expiresAt, usesLeft, revokedAt }
}
