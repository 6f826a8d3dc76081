import {
  areaList,
  filedList,
  inboxList,
  sessionList,
  talkList,
  teamList,
} from '#lib/domain/lists.ts'
import { isStoryId } from '#lib/domain/story.ts'

/** What a document is: a story's prose, or a list (no content, read-only, carries presence and messages). */
export type DocumentName =
  | { readonly kind: 'story'; readonly name: string; readonly story: string }
  /** `team`: whose backlog it is; null for the refinement area and what was filed of it, discussions, sessions and inboxes. */
  | { readonly kind: 'list'; readonly name: string; readonly team: string | null }

/** A document's name may be this long, in characters. */
export const NAME_MAX_CHARACTERS = 128

/**
 * Reads the name of a document of one workspace; null for every other text. Names reach plain objects as keys inside
 * Hocuspocus, so nothing but the forms below may pass (`__proto__` is not among them).
 */
export function parseDocumentName(name: string, workspace: string): DocumentName | null {
  if (name.length > NAME_MAX_CHARACTERS) return null
  if (name === areaList(workspace)) return { kind: 'list', name, team: null }
  const id = name.slice(name.indexOf(':') + 1)
  if (!isStoryId(id)) return null
  if (name === storyDocument(id)) return { kind: 'story', name, story: id }
  if (name === talkList(id)) return { kind: 'list', name, team: null }
  if (name === sessionList(id)) return { kind: 'list', name, team: null }
  if (name === inboxList(id)) return { kind: 'list', name, team: null }
  if (name === filedList(id)) return { kind: 'list', name, team: id === workspace ? null : id }
  return name === teamList(id) ? { kind: 'list', name, team: id } : null
}

/** Gives the name of a story's document. */
export function storyDocument(story: string): string {
  return `story:${story}`
}
