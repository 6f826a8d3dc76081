import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { fail } from '#server/auth/failure.ts'
import { listVersions, readAuthors, readVersion } from '#server/history/versions.ts'
import { errors, failed, json } from './answers.ts'
import { member, workspaceNotFound } from './guards.ts'
import { readCount } from './historyQuery.ts'
import { authorsSchema, versionSchema, versionsSchema } from './historySchemas.ts'
import type { ApiEnv, ApiParts } from './parts.ts'
import { sourceOf, storyAsked, storyNotFound } from './source.ts'

const BYTES = 'application/octet-stream'

/** Adds the routes that give what a story's document said at its stages. */
export function addVersionRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const list = createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/stories/{story}/versions',
    tags: ['History'],
    summary: 'The versions of a story, newest first, each with its readiness as judged then',
    middleware: member(parts),
    request: { params: z.object({ id: z.string(), story: z.string() }) },
    responses: { 200: json(versionsSchema, 'The versions'), ...errors },
  })
  app.openapi(list, async (c) => {
    const { id, story: name } = c.req.valid('param')
    const [source, opened] = await Promise.all([sourceOf(parts, id), parts.workspaces.open(id)])
    if (!source || !opened) return failed(c, workspaceNotFound)
    const story = await storyAsked(source, c.var.actor, name)
    const now = () => opened.read(story ?? '')
    const found = story ? await listVersions(source, c.var.actor, story, now) : null
    if (!found) return failed(c, storyNotFound)
    return c.json(found, 200)
  })

  const authors = createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/stories/{story}/authors',
    tags: ['History'],
    summary: 'Who wrote what a story says now: Yjs client ids and whose they are',
    middleware: member(parts),
    request: { params: z.object({ id: z.string(), story: z.string() }) },
    responses: { 200: json(authorsSchema, 'The authors'), ...errors },
  })
  app.openapi(authors, async (c) => {
    const { id, story: name } = c.req.valid('param')
    const [source, opened] = await Promise.all([sourceOf(parts, id), parts.workspaces.open(id)])
    if (!source || !opened) return failed(c, workspaceNotFound)
    const story = await storyAsked(source, c.var.actor, name)
    const now = () => opened.read(story ?? '')
    const found = story ? await readAuthors(source, c.var.actor, story, now) : null
    if (!found) return failed(c, storyNotFound)
    return c.json(found, 200)
  })

  const one = createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/stories/{story}/versions/{seq}',
    tags: ['History'],
    summary:
      'A version with its text; as one Yjs update where application/octet-stream is accepted',
    middleware: member(parts),
    request: { params: z.object({ id: z.string(), story: z.string(), seq: z.string() }) },
    responses: {
      200: {
        description: 'The version',
        content: {
          'application/json': { schema: versionSchema },
          [BYTES]: { schema: z.string().openapi({ format: 'binary' }) },
        },
      },
      ...errors,
    },
  })
  app.openAPIRegistry.registerPath(one)
  app.get(one.getRoutingPath(), member(parts), async (c) => {
    const { id = '', story: name = '', seq: position = '' } = c.req.param()
    const [source, opened] = await Promise.all([sourceOf(parts, id), parts.workspaces.open(id)])
    if (!source || !opened) return failed(c, workspaceNotFound)
    const story = await storyAsked(source, c.var.actor, name)
    if (!story) return failed(c, storyNotFound)
    const seq = readCount('seq', position, { least: 1, most: Number.MAX_SAFE_INTEGER, usual: 0 })
    if (typeof seq === 'object') return failed(c, seq)
    const found = await readVersion(source, c.var.actor, story, seq, () => opened.read(story))
    if (!found)
      return failed(
        c,
        fail('notFound', 'There is no such version of this story.', { detail: 'noSuchVersion' }),
      )
    c.header('Vary', 'Accept, Authorization, Cookie')
    if (!accepts(c.req.header('accept'))) return c.json(found.version)
    c.header('Content-Type', BYTES)
    return c.body(new Uint8Array(found.bytes))
  })
}

/** True when bytes are asked for by name; who takes anything gets what can be read. */
function accepts(accept = ''): boolean {
  return accept.split(',').some((part) => part.split(';')[0]?.trim().toLowerCase() === BYTES)
}
