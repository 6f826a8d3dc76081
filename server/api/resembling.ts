import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { TITLE_MAX_CHARACTERS } from '#lib/domain/story.ts'
import { TITLES_MAX } from '#lib/schema/search.ts'
import { findResembling } from '#server/search/findResembling.ts'
import { body, errors, failed, json } from './answers.ts'
import { member, workspaceNotFound } from './guards.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const askedSchema = z.strictObject({
  titles: z.array(z.string().max(TITLE_MAX_CHARACTERS)).min(1).max(TITLES_MAX),
})

const foundSchema = z
  .object({
    found: z
      .array(z.array(z.looseObject({ id: z.string() })))
      .openapi({ description: 'For each title the stories, as lists carry them' }),
  })
  .openapi('Resembling')

const resembling = (parts: ApiParts) =>
  createRoute({
    method: 'post',
    path: '/api/v1/workspaces/{id}/resembling',
    tags: ['Workspaces'],
    summary: 'The closed stories, filed long ago, whose titles resemble these',
    middleware: member(parts),
    request: { params: z.object({ id: z.string() }), body: body(askedSchema) },
    responses: { 200: json(foundSchema, 'What resembles them'), ...errors },
  })

/** Adds the route that says what of the closed stories that are on no device resembles an idea (ST8), so often a minute. */
export function addResemblingRoute(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(resembling(parts), async (c) => {
    const limited = await parts.limits.resembling.take(c.var.actor.id)
    if (limited) return failed(c, limited)
    const workspace = await parts.workspaces.open(c.req.valid('param').id)
    if (!workspace) return failed(c, workspaceNotFound)
    const found = findResembling(workspace, c.var.actor, c.req.valid('json').titles)
    // A story is an object with an id, and what else it is lists say.
    return c.json({ found } as unknown as z.infer<typeof foundSchema>, 200)
  })
}
