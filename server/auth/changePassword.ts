import type { PeopleStore, User } from '#server/storage/storage.ts'
import { fail, type Result, succeed } from './failure.ts'
import type { Limits } from './limits.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { checkPassword } from './person.ts'
import type { Sessions } from './sessions.ts'

/**
 * Sets a new password for someone who knows the current one, and ends every other session of theirs. API tokens
 * stay: they are listed and deleted apart.
 */
export async function changePassword(
  { people, limits, sessions }: { people: PeopleStore; limits: Limits; sessions: Sessions },
  user: User,
  { current, password }: { current: string; password: string },
  keepSession: string | undefined,
): Promise<Result<null>> {
  const limited = await limits.passwordChange.take(user.id)
  if (limited) return limited
  const found = await people.findUserByEmail(user.email)
  if (!(await verifyPassword(found?.passwordHash ?? null, current))) {
    return fail('wrongPassword', 'This is not your current password. Nothing was changed.', {
      field: 'current',
    })
  }
  await limits.passwordChange.forget(user.id)
  const wrong = checkPassword(password, user.email)
  if (wrong) return wrong
  await people.setPassword(user.id, await hashPassword(password), keepSession ?? null)
  sessions.othersEnded(user.id, keepSession)
  return succeed(null)
}
