import { createApiToken } from '#server/auth/apiTokens.ts'
import { nobody } from './people.ts'
import { done, refuseVerb, type VerbAnswer } from './request.ts'
import type { VerbParts } from './verbs.ts'

/** `token create`: prints the token, which nobody can see again. */
export async function createToken(
  { storage, now }: VerbParts,
  { email, name = 'From the shell' }: { email: string; name?: string | undefined },
): Promise<VerbAnswer> {
  const user = await storage.people.findUserByEmail(email)
  if (!user) return nobody(email)
  const created = await createApiToken(storage.people, user.id, name, now())
  if (!created.ok) return refuseVerb(created.message)
  return done(
    `Whoever has this token acts as ${user.email}. It is shown only this once.`,
    created.value.token,
  )
}
