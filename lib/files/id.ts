const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 24

/** A name for a file that a client is about to send: 124 bits of chance, so that it cannot be guessed. */
export function newFileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
  return Array.from(bytes, (byte) => CHARACTERS[byte % CHARACTERS.length]).join('')
}

/** True for what may be a file's name, whoever wrote it: into a document, or into an address. */
export function isFileId(id: unknown): id is string {
  return typeof id === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(id)
}
