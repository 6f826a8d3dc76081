import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { newWorkspace } from '#server/auth/newWorkspace.ts'
import { checkName } from '#server/auth/person.ts'
import { body, errors, failed, json } from './answers.ts'
import { inPerson } from './guards.ts'
import { describeMe, meSchema } from './me.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const postWorkspace = createRoute({
  method: 'post',
  path: '/api/v1/workspaces',
  tags: ['Workspaces'],
  summary: 'Create another workspace and own it',
  middleware: inPerson,
  request: { body: body(z.strictObject({ name: z.string() })) },
  responses: {
    201: json(meSchema.extend({ workspace: z.string() }), 'Created; `workspace` is its id'),
    ...errors,
  },
})

/** Adds the route that creates a workspace. */
export function addWorkspaceRoutes(app: OpenAPIHono<ApiEnv>, { storage, now }: ApiParts): void {
  app.openapi(postWorkspace, async (c) => {
    const name = checkName(c.req.valid('json').name, 'name', 'workspace')
    if (!name.ok) return failed(c, name)
    const { user } = c.var.me
    // Looked up before: once the workspace is there, nothing may fail any more.
    const me = await describeMe(storage, user)
    const workspace = await storage.people.foundWorkspace(newWorkspace(name.value, now()), user.id)
    const { id, keyPrefix } = workspace
    const own = { id, name: workspace.name, keyPrefix, roles: ['owner' as const] }
    return c.json({ ...me, workspaces: [...me.workspaces, own], workspace: id }, 201)
  })
}
