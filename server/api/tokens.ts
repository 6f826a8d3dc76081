import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { createApiToken } from '#server/auth/apiTokens.ts'
import type { TokenRow } from '#server/storage/storage.ts'
import { body, errors, failed, json } from './answers.ts'
import { inPerson } from './guards.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const tags = ['API tokens']
const path = '/api/v1/tokens'

const tokenSchema = z
  .object({ id: z.string(), name: z.string(), createdAt: z.int() })
  .openapi('Token')

const getTokens = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'My API tokens',
  middleware: inPerson,
  responses: { 200: json(z.object({ tokens: z.array(tokenSchema) }), 'My tokens'), ...errors },
})

const postToken = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Create an API token; it is shown once',
  middleware: inPerson,
  request: { body: body(z.strictObject({ name: z.string() })) },
  responses: { 201: json(tokenSchema.extend({ token: z.string() }), 'The new token'), ...errors },
})

const deleteToken = createRoute({
  method: 'delete',
  path: `${path}/{token}`,
  tags,
  summary: 'Delete one of my API tokens; its sockets close at once',
  middleware: inPerson,
  request: { params: z.object({ token: z.string().describe("The token's id") }) },
  responses: { 204: { description: 'Deleted, or there is none' }, ...errors },
})

/** Adds the routes of one's own API tokens. */
export function addTokenRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { storage, authenticator, now } = parts
  const { people } = storage

  app.openapi(getTokens, async (c) => {
    const rows = await people.tokensOf(c.var.me.user.id)
    return c.json({ tokens: rows.map(describeToken) }, 200)
  })

  app.openapi(postToken, async (c) => {
    const made = await createApiToken(people, c.var.me.user.id, c.req.valid('json').name, now())
    if (!made.ok) return failed(c, made)
    return c.json({ ...describeToken(made.value.row), token: made.value.token }, 201)
  })

  app.openapi(deleteToken, async (c) => {
    await authenticator.revokeToken(c.var.me.user.id, c.req.valid('param').token)
    return c.body(null, 204)
  })
}

function describeToken({ id, name, createdAt }: TokenRow) {
  return { id, name, createdAt }
}
