import type { Doc } from 'yjs'
import { readContent } from './content.ts'
import { digestOf } from './digest.ts'
import { isEmptyBody } from './read.ts'

/**
 * Gives a short digest of all that a story shows, marks and pictures included; '' while nobody has written anything. Texts
 * that show the same have the same, however they came to be.
 */
export function textDigest(doc: Doc): string {
  return isEmptyBody(doc) ? '' : digestOf([JSON.stringify(readContent(doc), inOrder)])
}

/** Attributes stand in the order in which they came to this replica. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
