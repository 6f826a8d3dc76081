import { randomUUID } from 'node:crypto'
import type { PeopleStore, TokenRow } from '#server/storage/storage.ts'
import { fail, type Result, succeed } from './failure.ts'
import { checkName } from './person.ts'
import { newToken } from './secrets.ts'

/** More than anyone has programs; a runaway script must not fill the table. */
const MOST_TOKENS = 100

/** Creates an API token of a user. The token is in the answer and nowhere else. `now` is milliseconds since the epoch. */
export async function createApiToken(
  people: PeopleStore,
  user: string,
  name: string,
  now: number,
): Promise<Result<{ token: string; row: TokenRow }>> {
  const checked = checkName(name, 'name', 'token')
  if (!checked.ok) return checked
  if ((await people.tokensOf(user)).length >= MOST_TOKENS) {
    return fail(
      'notAllowed',
      `You have ${MOST_TOKENS} API tokens. Delete one that is not used any more.`,
      { detail: 'tooManyTokens', values: { most: MOST_TOKENS } },
    )
  }
  const { token, hash } = newToken()
  const row = { id: randomUUID(), tokenHash: hash, user, name: checked.value, createdAt: now }
  await people.createToken(row)
  return succeed({ token, row })
}
