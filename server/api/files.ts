import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { mayWrite, refusalOf } from '#lib/domain/permissions.ts'
import { fileAddress } from '#lib/files/address.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import { isFileId } from '#lib/files/id.ts'
import { BlobsUnavailable } from '#server/files/blobs.ts'
import { fileNotFound, refusals } from '#server/files/refusals.ts'
import type { Source } from '#server/history/source.ts'
import type { StoredFile } from '#server/storage/storage.ts'
import { errors, failed, json, refused } from './answers.ts'
import { sendFile } from './fileAnswer.ts'
import { member, workspaceNotFound } from './guards.ts'
import type { ApiEnv, ApiParts, MemberEnv } from './parts.ts'
import { sourceOf, storyAsked, storyNotFound } from './source.ts'

const PATH = '/api/v1/workspaces/{id}/stories/{story}/files/{file}'
const params = z.object({ id: z.string(), story: z.string(), file: z.string() })

const fileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().openapi({
      description: 'As the bytes say: a picture, or application/octet-stream for all else',
    }),
    size: z.int().openapi({ description: 'Bytes' }),
    width: z.int().nullable().openapi({ description: 'Pixels; null for what is no picture' }),
    height: z.int().nullable(),
    digest: z.string().openapi({ description: 'SHA-256 of the bytes, hexadecimal' }),
    by: z.string(),
    at: z.int().openapi({ description: 'Milliseconds since the epoch' }),
    url: z.string(),
  })
  .openapi('File')

const limitsSchema = z
  .object({
    fileBytes: z.int().openapi({ description: 'Bytes that one file may have' }),
    storyFiles: z.int().openapi({ description: 'Files that one story may have' }),
    workspaceBytes: z.int().openapi({ description: 'Bytes that all of them may have' }),
    used: z.object({ files: z.int(), bytes: z.int() }),
  })
  .openapi('FileLimits')

const BYTES = {
  'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
} as const

/** Adds the routes of a story's files (server/files/SPEC.md): send, fetch, use again in another story, and the limits. */
export function addFileRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  addLimits(app, parts)
  addSending(app, parts)
  addFetching(app, parts)
  addUsingAgain(app, parts)
}

function addLimits(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/files',
    tags: ['Files'],
    summary: 'How much may be kept, and how much is',
    middleware: member(parts),
    request: { params: z.object({ id: z.string() }) },
    responses: { 200: json(limitsSchema, 'The limits'), ...errors },
  })
  app.openapi(route, async (c) => {
    const used = await parts.storage.files.totals(c.req.valid('param').id)
    return c.json({ ...parts.files.limits, used }, 200)
  })
}

function addSending(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const route = createRoute({
    method: 'put',
    path: PATH,
    tags: ['Files'],
    summary: 'Sends a file, as it is, under an id chosen by the sender; twice has one effect',
    middleware: member(parts),
    request: {
      params,
      query: z.object({ name: z.string().openapi({ description: 'What the file is called' }) }),
      body: { required: true, content: BYTES },
    },
    responses: {
      200: json(fileSchema, 'It was here already'),
      201: json(fileSchema, 'It is stored'),
      ...errors,
    },
  })
  app.openAPIRegistry.registerPath(route)
  app.put(route.getRoutingPath(), member(parts), async (c) => {
    const place = await writablePlace(c, parts)
    if (place instanceof Response) return place
    const name = c.req.query('name')
    if (name === undefined || name.trim() === '' || name.length > 1000) {
      return failed(c, refusals.badName)
    }
    const { incoming } = c.env
    const length = incoming.headers['content-length']
    const added = await orUnavailable(c, parts, () =>
      parts.files.add({
        ...place,
        name,
        by: c.var.actor.id,
        source: incoming,
        length: length === undefined ? null : Number(length),
      }),
    )
    if (added instanceof Response) return added
    if (!added.ok) return failed(c, added)
    const { file, isNew } = added.value
    return c.json(described(file), isNew ? 201 : 200)
  })
}

function addFetching(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const route = createRoute({
    method: 'get',
    path: PATH,
    tags: ['Files'],
    summary: 'The bytes of a file, or a part of them; the name may follow behind another slash',
    middleware: member(parts),
    request: { params },
    responses: {
      200: {
        description: 'The file; a picture as what it is, all else to be saved',
        content: BYTES,
      },
      206: { description: 'The part that was asked for by Range', content: BYTES },
      304: { description: 'It is what If-None-Match names' },
      ...errors,
    },
  })
  app.openAPIRegistry.registerPath(route)
  const answer = async (c: Context<MemberEnv>) => {
    const source = await sourceOf(parts, c.req.param('id') ?? '')
    if (!source) return failed(c, workspaceNotFound)
    // What is hidden and what is absent look the same, the story as well as the file in it.
    const story = await storyAsked(source, c.var.actor, c.req.param('story'))
    const id = c.req.param('file')
    const file =
      story && isFileId(id) && source.state.stories.has(story)
        ? await parts.storage.files.find(source.workspace, story, id)
        : null
    if (!file) return failed(c, fileNotFound)
    return orUnavailable(c, parts, () => sendFile(c, parts, file))
  }
  app.get(route.getRoutingPath(), member(parts), answer)
  app.get(`${route.getRoutingPath()}/:name`, member(parts), answer)
}

function addUsingAgain(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const route = createRoute({
    method: 'post',
    path: `${PATH}/copy`,
    tags: ['Files'],
    summary: 'Lets a story show a file of another story that the sender may read',
    middleware: member(parts),
    request: { params },
    responses: {
      200: json(fileSchema, 'The story had it already'),
      201: json(fileSchema, 'The story has it now'),
      ...errors,
    },
  })
  app.openAPIRegistry.registerPath(route)
  app.post(route.getRoutingPath(), member(parts), async (c) => {
    const place = await writablePlace(c, parts)
    if (place instanceof Response) return place
    const { workspace, story, id } = place
    const source = await sourceOf(parts, workspace)
    const here = await parts.storage.files.find(workspace, story, id)
    if (here) return c.json(described(here), 200)
    const called = source ? await parts.storage.files.called(workspace, id) : []
    const original = source && called.find((file) => reads(source, file.story, c.var.actor))
    if (!original) return failed(c, fileNotFound)
    const full = await parts.files.share({ workspace, from: original.story, to: story, ids: [id] })
    if (full) return failed(c, full)
    return c.json(described({ ...original, story }), 201)
  })
}

/** Gives where a file is to go, or the answer to whoever may not put it there. */
async function writablePlace(
  c: Context<MemberEnv>,
  parts: ApiParts,
): Promise<{ workspace: string; story: string; id: string } | Response> {
  const source = await sourceOf(parts, c.req.param('id') ?? '')
  if (!source) return failed(c, workspaceNotFound)
  const name = await storyAsked(source, c.var.actor, c.req.param('story'))
  const story = name ? source.state.stories.get(name) : undefined
  if (!story) return failed(c, storyNotFound)
  if (!mayWrite(source.state, c.var.actor, story)) return notAllowed(c, source, story)
  const id = c.req.param('file')
  if (!isFileId(id)) return failed(c, refusals.badId)
  return { workspace: source.workspace, story: story.id, id }
}

function notAllowed(c: Context<MemberEnv>, source: Source, story: Story): Response {
  const refusal = refusalOf(source.state, c.var.actor, 'edit', { story })
  return refusal ? refused(c, refusal) : failed(c, refusals.inTrash)
}

function reads({ state }: Source, id: string, reader: Actor): boolean {
  const story = state.stories.get(id)
  return story !== undefined && readsStory(state, story, reader)
}

function described(file: StoredFile) {
  const { id, name, type, size, width, height, digest, by, at } = file
  const url = fileAddress({ ...file, file: id })
  return { id, name, type, size, width, height, digest, by, at, url }
}

async function orUnavailable<T>(
  c: Context,
  { log }: ApiParts,
  work: () => Promise<T>,
): Promise<T | Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BlobsUnavailable)) throw error
    log.warn({ reason: error.message }, 'A request found the store of files unavailable')
    return failed(c, refusals.unavailable)
  }
}
