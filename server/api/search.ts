import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { QUESTION_MAX } from '#lib/schema/search.ts'
import { fail } from '#server/auth/failure.ts'
import { findStories } from '#server/search/findStories.ts'
import { errors, failed, json } from './answers.ts'
import { member, workspaceNotFound } from './guards.ts'
import { readCount } from './historyQuery.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const LIMIT = { least: 1, most: 100, usual: 50 }

const pieceSchema = z.object({ text: z.string(), isHit: z.boolean() })

const hitSchema = z.object({
  id: z.string(),
  excerpt: z
    .object({
      from: z.enum(['text', 'comment', 'reason']),
      pieces: z.array(pieceSchema).readonly(),
    })
    .nullable(),
})

const foundSchema = z
  .object({ hits: z.array(hitSchema).readonly(), more: z.boolean(), reading: z.boolean() })
  .openapi('Found')

const search = (parts: ApiParts) =>
  createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/search',
    tags: ['Workspaces'],
    summary: 'The stories with these words in their card, text or comments',
    middleware: member(parts),
    request: {
      params: z.object({ id: z.string() }),
      query: z.strictObject({
        q: z
          .string()
          .openapi({ description: `What is looked for, up to ${QUESTION_MAX} characters` }),
        limit: z
          .string()
          .optional()
          .openapi({ description: 'Stories at most: 1 to 100, otherwise 50' }),
      }),
    },
    responses: { 200: json(foundSchema, 'What was found'), ...errors },
  })

/** Adds the route that searches all texts of a workspace that its reader may read (OF5), so often a minute. */
export function addSearchRoute(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(search(parts), async (c) => {
    const { q, limit: wanted } = c.req.valid('query')
    if (q.length > QUESTION_MAX) {
      const message = `"q" has ${q.length} characters; at most ${QUESTION_MAX} are looked for.`
      const values = { characters: q.length, most: QUESTION_MAX }
      return failed(c, fail('invalid', message, { field: 'q', detail: 'searchTooLong', values }))
    }
    const limit = readCount('limit', wanted, LIMIT)
    if (typeof limit === 'object') return failed(c, limit)
    const limited = await parts.limits.search.take(c.var.actor.id)
    if (limited) return failed(c, limited)
    const workspace = await parts.workspaces.open(c.req.valid('param').id)
    if (!workspace) return failed(c, workspaceNotFound)
    const source = { storage: parts.storage, workspace }
    return c.json(await findStories(source, c.var.actor, q, limit), 200)
  })
}
