import { createHash, randomBytes } from 'node:crypto'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'

/** What every API token begins with, so that a leaked one is recognised by scanners and people. */
export const TOKEN_PREFIX = 'slc_'

/** Makes an API token and the hash under which it is stored. The token itself is shown once and never kept. */
export function newToken(): { token: string; hash: string } {
  const token = `${TOKEN_PREFIX}${newSecret()}`
  return { token, hash: hashSecret(token) }
}

/** Makes 200 random bits as 40 characters of lower-case base 32: a session's cookie, the end of an invitation's link. */
export function newSecret(): string {
  return encodeBase32LowerCaseNoPadding(randomBytes(25))
}

/**
 * Gives the SHA-256 of a secret, hexadecimal: all that storage ever sees. A fast hash is enough, because these
 * secrets are random; passwords, which are not, have `passwords.ts`.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
