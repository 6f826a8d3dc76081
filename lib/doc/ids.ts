const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 12

/** A name that a criterion or a question keeps for life: links and threads point to it. 62 bits of chance. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
  return Array.from(bytes, (byte) => CHARACTERS[byte % CHARACTERS.length]).join('')
}

/** True for what may be such a name, whoever wrote it: into a document, or into an address. */
export function isBlockId(id: unknown): id is string {
  return typeof id === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(id)
}

/** Gives a block's name as anybody wrote it, or null when it is none. */
export function readBlockId(id: unknown): string | null {
  return isBlockId(id) ? id : null
}

/** Gives the person that a question names as anybody wrote it: an id of at most 100 characters, or null. */
export function readPersonId(id: unknown): string | null {
  return typeof id === 'string' && id !== '' && id.length <= 100 ? id : null
}
