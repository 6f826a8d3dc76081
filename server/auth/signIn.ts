import type { PeopleStore, User } from '#server/storage/storage.ts'
import { fail, type Result, succeed } from './failure.ts'
import type { Limits } from './limits.ts'
import { verifyPassword } from './passwords.ts'
import { EMAIL_MAX_CHARACTERS, normalizeEmail } from './person.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/**
 * Gives the user with this e-mail and password. A wrong password and an unknown e-mail get the same answer
 * (`wrongCredentials`) after the same work, and count alike towards the limits by `address` and by account.
 */
export async function signIn(
  people: PeopleStore,
  limits: Limits,
  { email, password }: Credentials,
  address: string,
): Promise<Result<User>> {
  const account = normalizeEmail(email).slice(0, EMAIL_MAX_CHARACTERS)
  // Counted before the password is looked at: tries at the same moment cannot slip past the limit together.
  const limited =
    (await limits.signInByAddress.take(address)) ?? (await limits.signInByAccount.take(account))
  if (limited) return limited
  const found = await people.findUserByEmail(account)
  const matches = await verifyPassword(found?.passwordHash ?? null, password)
  if (!found || !matches) {
    return fail('wrongCredentials', 'This e-mail and password do not belong together. Check both.')
  }
  await Promise.all([
    limits.signInByAddress.giveBack(address),
    limits.signInByAccount.forget(account),
  ])
  const { passwordHash: _, ...user } = found
  return succeed(user)
}
