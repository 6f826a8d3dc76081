import { hash, verify } from '@node-rs/argon2'
import type { Failure } from './failure.ts'

/** Fewest and most characters of a password. */
export const PASSWORD_MIN_CHARACTERS = 10
export const PASSWORD_MAX_CHARACTERS = 1000

/** Argon2id (the library's default kind) with OWASP's parameters: 19 MiB, two passes, one lane. */
export const ARGON2_PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of a password nobody has, made with the same parameters. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c2BQU+VMNAopgGtC+F44qQ$Xv2WE9BuBGgbaEOiOvpAzxYsvbxKl6WKfTzWc7xw7EM'

/** Gives the Argon2id hash of a password as text that carries its own salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), ARGON2_PARAMETERS)
}

/**
 * True when `password` belongs to `passwordHash`. With null (nobody has this e-mail) it works as long as for a wrong
 * password and gives false, so that the time of the answer does not tell who has an account. A password over the
 * limit belongs to nobody and is not worked on.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  if (password.length > PASSWORD_MAX_CHARACTERS * 2) return false
  const matches = await verify(passwordHash ?? NOBODYS_HASH, normalized(password))
  return matches && passwordHash !== null
}

/** What is wrong with a new password, as a failure says it. */
export type PasswordProblem = Pick<Failure, 'message' | 'detail' | 'values'>

/** Gives what is wrong with a new password, or null. `email` is the account's, when it is known. */
export function checkNewPassword(password: string, email?: string): PasswordProblem | null {
  const length = [...password].length
  if (length < PASSWORD_MIN_CHARACTERS) {
    return {
      message: `A password needs at least ${PASSWORD_MIN_CHARACTERS} characters; this one has ${length}.`,
      detail: 'passwordTooShort',
      values: { least: PASSWORD_MIN_CHARACTERS, characters: length },
    }
  }
  if (length > PASSWORD_MAX_CHARACTERS) {
    return {
      message: `A password has at most ${PASSWORD_MAX_CHARACTERS.toLocaleString('en')} characters; this one has ${length.toLocaleString('en')}.`,
      detail: 'passwordTooLong',
      values: { most: PASSWORD_MAX_CHARACTERS, characters: length },
    }
  }
  const plain = password.trim().toLowerCase()
  if (email !== undefined && plain === email.trim().toLowerCase()) {
    return {
      message: 'Choose a password that is not your e-mail address.',
      detail: 'passwordIsEmail',
    }
  }
  if (GUESSED_FIRST.has(plain) || new Set(plain).size < 4) {
    return {
      message:
        'This password is among the first that are guessed. Choose another one, such as four random words.',
      detail: 'passwordGuessed',
    }
  }
  return null
}

/** The most common passwords of leaked lists that are long enough to pass the length check. */
const GUESSED_FIRST = new Set(
  `1234567890 0123456789 12345678910 123456789a 123456789q a123456789 q123456789 0987654321 9876543210
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwerty1234
  asdfghjkl1 asdfghjkl123 zxcvbnm123 password12 password123 password1234 password12345 password123! passw0rd123
  p@ssw0rd123 p@ssword123 mypassword yourpassword changeme123 changemenow letmein123 welcome123 welcome1234
  welcome2024 welcome2025 welcome2026 iloveyou123 iloveyou12 iloveyou1234 administrator admin12345 admin123456
  administrator1 basketball baseball123 football123 sunshine123 princess123 superman123 batman12345 dragon12345
  monkey12345 michael123 charlie123 jennifer123 liverpool1 liverpool123 manchester computer123 internet123
  trustno1trustno1 correcthorsebatterystaple qazwsxedcrfv 123qweasdzxc 1234qwerasdf abcdefghij abcdefghijk abc1234567
  abcd123456 abcd1234567 abc123456789 aa12345678 aa123456789 test123456 test1234567 guest12345 default123 secret1234
  sluice1234 sluice12345 sluicesluice`.split(/\s+/),
)

/** The same password typed on another keyboard or system must be the same bytes. */
function normalized(password: string): string {
  return password.normalize('NFKC')
}
