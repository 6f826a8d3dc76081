import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isAdministrator, onlyAdministrators } from '#lib/domain/permissions.ts'
import { explain } from './explain.ts'
import { asCsv, asJson } from '#server/history/export.ts'
import { namesIn } from '#server/history/names.ts'
import { readPage } from '#server/history/page.ts'
import { errors, failed, json, refused } from './answers.ts'
import { streamOf } from './download.ts'
import { member, workspaceNotFound } from './guards.ts'
import { filterSchema, pageSchema, readCount, readFilter } from './historyQuery.ts'
import { historySchema } from './historySchemas.ts'
import type { ApiEnv, ApiParts } from './parts.ts'
import { administratorsOf, sourceOf, storyAsked, storyNotFound } from './source.ts'

const PAGE_MOST = 200
const PAGE_USUAL = 50

/** Adds the routes that give what happened (ST9), a page at a time or as a file. */
export function addHistoryRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const page = createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/history',
    tags: ['History'],
    summary: 'What happened, newest first, as far as the reader may know of it',
    middleware: member(parts),
    request: { params: z.object({ id: z.string() }), query: pageSchema },
    responses: { 200: json(historySchema, 'A page'), ...errors },
  })
  app.openapi(page, async (c) => {
    const source = await sourceOf(parts, c.req.valid('param').id)
    if (!source) return failed(c, workspaceNotFound)
    const query = c.req.valid('query')
    const story = await storyAsked(source, c.var.actor, query.story)
    if (story === null) return failed(c, storyNotFound)
    const filter = readFilter(query, story)
    if (!filter.ok) return failed(c, filter)
    const limit = readCount('limit', query.limit, { least: 1, most: PAGE_MOST, usual: PAGE_USUAL })
    if (typeof limit === 'object') return failed(c, limit)
    const most = Number.MAX_SAFE_INTEGER
    const before = readCount('before', query.before, { least: 1, most, usual: most })
    if (typeof before === 'object') return failed(c, before)
    const { events, next } = await readPage(source, c.var.actor, filter.value, { before, limit })
    const names = await namesIn(source, c.var.actor, events)
    return c.json({ events, next, ...names }, 200)
  })

  for (const [format, type, write] of [
    ['csv', 'text/csv; charset=utf-8', asCsv],
    ['json', 'application/json', asJson],
  ] as const) {
    const file = createRoute({
      method: 'get',
      path: `/api/v1/workspaces/{id}/history.${format}`,
      tags: ['History'],
      summary: `What happened as ${format.toUpperCase()}, for owners and admins`,
      middleware: member(parts),
      request: { params: z.object({ id: z.string() }), query: filterSchema },
      responses: {
        200: {
          description: 'The file',
          content: { [type]: { schema: z.string() } },
        },
        ...errors,
      },
    })
    app.openAPIRegistry.registerPath(file)
    app.get(file.getRoutingPath(), member(parts), async (c) => {
      const source = await sourceOf(parts, c.req.param('id') ?? '')
      if (!source) return failed(c, workspaceNotFound)
      if (!isAdministrator(c.var.actor)) {
        return refused(c, onlyAdministrators('export the history', administratorsOf(source)))
      }
      const query = filterSchema.safeParse(c.req.query())
      if (!query.success) return failed(c, explain(query.error))
      const story = await storyAsked(source, c.var.actor, query.data.story)
      if (story === null) return failed(c, storyNotFound)
      const filter = readFilter(query.data, story)
      if (!filter.ok) return failed(c, filter)
      const pieces = write(source, c.var.actor, filter.value)
      const stream = await streamOf(pieces, (error) => {
        parts.log.error({ err: error, route: c.req.routePath }, 'An export broke off')
        c.env.outgoing.destroy()
      })
      const day = new Date(parts.now()).toISOString().slice(0, 10)
      c.header('Content-Type', type)
      c.header('Content-Disposition', `attachment; filename="sluice-history-${day}.${format}"`)
      return c.body(stream)
    })
  }
}
