import { randomUUID } from 'node:crypto'
import { EmailTaken, type NewUser, type PeopleStore, type User } from '#server/storage/storage.ts'
import { type Failure, fail, type Result, succeed } from './failure.ts'
import { checkNewPassword, hashPassword } from './passwords.ts'

export const NAME_MAX_CHARACTERS = 80
/** The longest address that can receive mail (RFC 5321). */
export const EMAIL_MAX_CHARACTERS = 254
/** How many colours the presence palette has. */
const COLOURS = 12

/** What a person gives to get an account. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Gives the one spelling under which an e-mail address is known: trimmed, in lower case. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Gives the person with tidy name and e-mail, or what is wrong with the first field that is not usable. */
export function checkPerson(person: NewPerson): Result<NewPerson> {
  const name = checkName(person.name, 'name', 'person')
  if (!name.ok) return name
  const email = normalizeEmail(person.email)
  const wrong = checkEmail(email) ?? checkPassword(person.password, email)
  return wrong ?? succeed({ name: name.value, email, password: person.password })
}

/** What a name can be of, as a sentence about it begins. */
const WHOSE_NAME = {
  person: 'Your name',
  workspace: 'The name of the workspace',
  token: 'The name of the token',
} as const

/** Gives a name on one line without odd spaces, or what is wrong with it. `of`: what it names. */
export function checkName(
  text: string,
  field: string,
  of: keyof typeof WHOSE_NAME,
): Result<string> {
  const name = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+|\s+/gu, ' ').trim()
  const what = WHOSE_NAME[of]
  if (name === '') {
    return fail('invalid', `${what} is missing.`, { field, detail: 'nameMissing', values: { of } })
  }
  const length = [...name].length
  if (length <= NAME_MAX_CHARACTERS) return succeed(name)
  const message = `${what} has ${length.toLocaleString('en')} characters; at most ${NAME_MAX_CHARACTERS} fit.`
  const values = { of, characters: length, most: NAME_MAX_CHARACTERS }
  return fail('invalid', message, { field, detail: 'nameTooLong', values })
}

/** Gives what is wrong with a new password as a failure, or null. */
export function checkPassword(password: string, email: string, field = 'password'): Failure | null {
  const problem = checkNewPassword(password, email)
  if (problem === null) return null
  const { message, ...said } = problem
  return fail('invalid', message, { field, ...said })
}

/**
 * Stores a checked person (`checkPerson`) as a new user. Fails with `emailTaken` when someone else has the e-mail.
 */
export async function createPerson(
  people: PeopleStore,
  person: NewPerson,
  now: number,
): Promise<Result<User>> {
  const user = await newUser(people, person, now)
  return unlessEmailTaken(async () => succeed(await people.createUser(user)))
}

/** Gives a checked person as storage takes a new user: with an id, a colour, and a hash of the password. */
export async function newUser(
  people: PeopleStore,
  { name, email, password }: NewPerson,
  now: number,
): Promise<NewUser> {
  const [passwordHash, others] = await Promise.all([hashPassword(password), people.countUsers()])
  return { id: randomUUID(), email, name, passwordHash, colour: others % COLOURS, createdAt: now }
}

/** Gives what `store` gives, or the failure `emailTaken` when storage rejects with it. */
export async function unlessEmailTaken<T>(store: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await store()
  } catch (error) {
    if (error instanceof EmailTaken) return emailTaken()
    throw error
  }
}

/** The failure of an e-mail that belongs to an account already. */
export function emailTaken(): Failure {
  const message =
    'There is an account with this e-mail already. Sign in with it, or use another one.'
  return fail('emailTaken', message, { field: 'email' })
}

function checkEmail(email: string): Failure | null {
  if (email === '') {
    return fail('invalid', 'The e-mail address is missing.', {
      field: 'email',
      detail: 'emailMissing',
    })
  }
  if (
    email.length <= EMAIL_MAX_CHARACTERS &&
    /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/.test(email)
  ) {
    return null
  }
  const shown = email.length > 60 ? `${email.slice(0, 60)}…` : email
  return fail('invalid', `"${shown}" is not an e-mail address like ana@example.com.`, {
    field: 'email',
    detail: 'emailMalformed',
    values: { email: shown },
  })
}
