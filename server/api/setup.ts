import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { body, errors, failed, json } from './answers.ts'
import { meSchema } from './me.ts'
import type { ApiEnv, ApiParts } from './parts.ts'
import { welcome } from './session.ts'

const tags = ['Setup']
const path = '/api/v1/auth/setup'

const getSetup = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Whether Sluice still needs its owner, and whether this visit must give the setup code',
  responses: {
    200: json(z.object({ needed: z.boolean(), codeRequired: z.boolean() }), 'The state of setup'),
    ...errors,
  },
})

const postSetup = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Create the owner and the first workspace',
  request: {
    body: body(
      z.strictObject({
        name: z.string(),
        email: z.string(),
        password: z.string(),
        workspace: z.string().describe("The workspace's name"),
        samples: z.boolean().default(false).describe('Whether to begin with sample stories'),
        code: z
          .string()
          .optional()
          .describe('What the server printed; from the same machine unneeded'),
      }),
    ),
  },
  responses: { 201: json(meSchema, 'Set up and signed in'), ...errors },
})

/** Adds the routes of the first visit. */
export function addSetupRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { setup } = parts

  app.openapi(getSetup, async (c) => {
    const needed = await setup.needed()
    return c.json({ needed, codeRequired: needed && !c.var.visit.sameMachine }, 200)
  })

  app.openapi(postSetup, async (c) => {
    const made = await setup.setUp(c.req.valid('json'), c.var.visit)
    if (!made.ok) return failed(c, made)
    const { user } = made.value
    const me = await welcome(c, parts, { user, begin: true, into: null })
    return me.ok ? c.json(me.value, 201) : failed(c, me)
  })
}
