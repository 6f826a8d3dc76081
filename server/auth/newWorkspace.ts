import { randomUUID } from 'node:crypto'
import type { NewWorkspace } from '#server/storage/storage.ts'

/** The prefix of story keys has this many letters. */
const PREFIX_LETTERS = { min: 2, max: 5, usual: 3 }

/** Gives a workspace to create, with a key prefix made from its name. `now` is milliseconds since the epoch. */
export function newWorkspace(name: string, now: number): NewWorkspace {
  return { id: randomUUID(), name, keyPrefix: keyPrefixOf(name), at: now }
}

/**
 * Gives the 2 to 5 capital letters that story keys of a workspace begin with: the initials of a name of several
 * words, the first letters of a single word, and `ST` for a name without Latin letters.
 */
export function keyPrefixOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const words = plain.toUpperCase().match(/[A-Z]+/g) ?? []
  const initials = words.map((word) => word.charAt(0)).join('')
  const letters =
    initials.length >= PREFIX_LETTERS.min
      ? initials.slice(0, PREFIX_LETTERS.max)
      : words.join('').slice(0, PREFIX_LETTERS.usual)
  return letters.length >= PREFIX_LETTERS.min ? letters : 'ST'
}
