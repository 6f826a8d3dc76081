import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Failure } from '#server/auth/failure.ts'
import { readTrash, type TrashPlace } from '#server/history/trash.ts'
import { errors, failed, json } from './answers.ts'
import { member, workspaceNotFound } from './guards.ts'
import { notAPage, readCount } from './historyQuery.ts'
import { trashSchema } from './historySchemas.ts'
import type { ApiEnv, ApiParts } from './parts.ts'
import { sourceOf } from './source.ts'

const LIMIT = { least: 1, most: 200, usual: 100 }

const getTrash = (parts: ApiParts) =>
  createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/trash',
    tags: ['History'],
    summary: 'The stories in the trash, what was trashed last first',
    middleware: member(parts),
    request: {
      params: z.object({ id: z.string() }),
      query: z.strictObject({
        before: z.string().optional().openapi({ description: '`next` of a page' }),
        limit: z
          .string()
          .optional()
          .openapi({ description: 'Stories a page: 1 to 200, otherwise 100' }),
      }),
    },
    responses: { 200: json(trashSchema, 'A page'), ...errors },
  })

/** Adds the route that gives what is in the trash (ST7). Restoring and removing for good are commands. */
export function addTrashRoute(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(getTrash(parts), async (c) => {
    const source = await sourceOf(parts, c.req.valid('param').id)
    if (!source) return failed(c, workspaceNotFound)
    const query = c.req.valid('query')
    const limit = readCount('limit', query.limit, LIMIT)
    if (typeof limit === 'object') return failed(c, limit)
    const before = query.before === undefined ? null : readPlace(query.before)
    if (before && 'ok' in before) return failed(c, before)
    const page = await readTrash(source, c.var.actor, { before, limit, now: parts.now() })
    return c.json(page, 200)
  })
}

function readPlace(text: string): TrashPlace | Failure {
  const [, at, story] = /^(\d{1,16})-([A-Za-z0-9][A-Za-z0-9_-]{0,63})$/.exec(text) ?? []
  if (at !== undefined && story !== undefined) return { at: Number(at), story }
  return notAPage(text)
}
