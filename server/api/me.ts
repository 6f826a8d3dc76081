import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { ROLES } from '#lib/domain/roles.ts'
import type { Storage, User } from '#server/storage/storage.ts'
import { errors, json } from './answers.ts'
import { signedIn } from './guards.ts'
import { languageOfVisit } from './language.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  colour: z.int().min(0).max(11).describe('Index into the presence palette'),
})

export const meSchema = z
  .object({
    user: userSchema,
    workspaces: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        keyPrefix: z.string(),
        roles: z.array(z.enum(ROLES)),
      }),
    ),
  })
  .openapi('Me')
export type MeAnswer = z.infer<typeof meSchema>

/** Gives a user with the workspaces they are a member of. */
export async function describeMe({ people }: Storage, user: User): Promise<MeAnswer> {
  const { id, name, email, colour } = user
  const memberships = await people.memberships(id)
  return {
    user: { id, name, email, colour },
    workspaces: memberships.map(({ workspace, roles }) => ({
      id: workspace.id,
      name: workspace.name,
      keyPrefix: workspace.keyPrefix,
      roles,
    })),
  }
}

const getMe = createRoute({
  method: 'get',
  path: '/api/v1/me',
  tags: ['People'],
  summary: 'Who I am and which workspaces are mine',
  middleware: signedIn,
  responses: { 200: json(meSchema, 'The signed-in person'), ...errors },
})

/** Adds the route that tells a person who they are. */
export function addMeRoute(app: OpenAPIHono<ApiEnv>, { storage }: ApiParts): void {
  app.openapi(getMe, async (c) => {
    const { user, session } = c.var.me
    // Whoever was signed in before accounts had a language gets the one they read now.
    if (session && (await storage.people.languageOf(user.id)) === null) {
      await storage.people.setFirstLanguage(user.id, languageOfVisit(c))
    }
    return c.json(await describeMe(storage, user), 200)
  })
}
