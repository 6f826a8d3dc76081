import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { CHECKS } from '#lib/domain/policy.ts'
import { COMMAND_MAX_CHARACTERS, commandSchema } from '#lib/schema/command.ts'
import type { CommandResult } from '#lib/schema/wire.ts'
import { fail } from '#server/auth/failure.ts'
import { body, errors, failed, json } from './answers.ts'
import { member, workspaceNotFound } from './guards.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const resultSchema = z.object({
  result: z.union([
    z.object({ id: z.string(), ok: z.literal(true), seq: z.int() }),
    z.object({
      id: z.string(),
      ok: z.literal(false),
      code: z.string(),
      message: z.string(),
      who: z.array(z.string()),
      missing: z
        .array(z.enum(CHECKS))
        .optional()
        .describe('The checks of the Definition of Ready that the gate missed'),
    }),
  ]),
})

/**
 * Adds the door for commands: the same handler as the socket's. The body is read here and not by the route's
 * validator, because a command's own mistakes are the handler's to explain, with the command's id.
 */
export function addCommandRoute(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/workspaces/{id}/commands',
    tags: ['Workspaces'],
    summary: 'Carry out a command; the same id twice has one effect',
    request: {
      params: z.object({ id: z.string() }),
      body: body(z.object({ command: commandSchema })),
    },
    responses: {
      200: json(resultSchema, 'Carried out'),
      422: json(resultSchema, 'Refused by a rule; nothing was changed'),
      ...errors,
    },
  })
  app.openAPIRegistry.registerPath(route)

  app.post(route.getRoutingPath(), member(parts), async (c) => {
    const text = await c.req.text()
    if (text.length > COMMAND_MAX_CHARACTERS) {
      const most = COMMAND_MAX_CHARACTERS.toLocaleString('en')
      const message = `A command has at most ${most} characters as JSON. Nothing was changed.`
      return failed(
        c,
        fail('tooLarge', message, {
          detail: 'commandTooLong',
          values: { most: COMMAND_MAX_CHARACTERS },
        }),
      )
    }
    const envelope = envelopeSchema.safeParse(parsed(text))
    if (!envelope.success) {
      return failed(
        c,
        fail('malformed', 'The body must be JSON of the form { "command": { … } }.', {
          detail: 'commandMalformed',
        }),
      )
    }
    const workspace = await parts.workspaces.open(c.req.param('id'))
    if (!workspace) return failed(c, workspaceNotFound)
    const result = await workspace.run(c.var.actor, envelope.data.command)
    return c.json({ result }, statusOf(result))
  })
}

const envelopeSchema = z.strictObject({ command: z.looseObject({}) })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function statusOf(result: CommandResult) {
  if (result.ok) return 200
  if (result.code === 'invalid') return 400
  return result.code === 'unavailable' ? 503 : 422
}
