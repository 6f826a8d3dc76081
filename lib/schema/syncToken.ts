/**
 * The Hocuspocus token: an API token on its own (any Yjs client), or a query string `schema=<n>&token=<t>` in which
 * both parts are optional. `schema` is the version of the editor that will write (lib/doc/schema.ts): the server
 * refuses one older than the document's. A client without an editor leaves it out.
 */
export interface SyncToken {
  readonly schema: number | null
  readonly token: string | null
}

export function writeSyncToken({ schema, token }: SyncToken): string {
  const parts = new URLSearchParams()
  if (schema !== null) parts.set('schema', String(schema))
  if (token !== null) parts.set('token', token)
  return parts.toString()
}

export function readSyncToken(text: string): SyncToken {
  if (!text.includes('=')) return { schema: null, token: text === '' ? null : text }
  const parts = new URLSearchParams(text)
  const schema = Number.parseInt(parts.get('schema') ?? '', 10)
  return { schema: Number.isSafeInteger(schema) ? schema : null, token: parts.get('token') }
}

/** Why a document was not opened: the `reason` of Hocuspocus's "permission denied" message. */
export const DENIALS = {
  /** No valid session or token: sign in again; local work stays. */
  signedOut: 'signed-out',
  /** Not a member, no such document, or a malformed name: all the same to whoever asks. */
  notFound: 'not-found',
  /** The editor of this page is older than the document's: reload the page. */
  editorTooOld: 'editor-too-old',
  /** The server could not read its storage: try again, nothing was judged. */
  unavailable: 'unavailable',
} as const
export type Denial = (typeof DENIALS)[keyof typeof DENIALS]

/** Codes with which the server closes a socket. */
export const CLOSE_CODES = {
  /** The session ended (signed out here or elsewhere). */
  signedOut: 4401,
  /** The person is no longer a member, or their rights changed: connect anew. */
  accessChanged: 4403,
  /** A frame broke the protocol or a limit. */
  badFrame: 4400,
  /** The server is stopping or lost its storage's lease: connect anew. */
  restarting: 1012,
} as const
