const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Gives a new id for a command, a story or a tab: 22 letters and digits, 113 bits of chance. Not
 * `crypto.randomUUID`, which browsers only have on https and localhost; a server in the office is often neither.
 */
export function newId(): string {
  let id = ''
  while (id.length < 22) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // 252 is the largest multiple of 36 in a byte: taking the rest as well would favour the first letters.
      if (byte < 252 && id.length < 22) id += LETTERS[byte % 36]
    }
  }
  return id
}
