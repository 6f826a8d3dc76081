import { isStoryId } from '#lib/domain/story.ts'

const PREFIX = 'comment.'

/** Gives what the address of a comment ends with; blocks of the text are named without the prefix and its dot. */
export function commentHash(comment: string): string {
  return `${PREFIX}${comment}`
}

/** Gives the comment that an address names, or null. */
export function commentIn(hash: string): string | null {
  const name = hash.replace(/^#/, '')
  const id = name.slice(PREFIX.length)
  return name.startsWith(PREFIX) && isStoryId(id) ? id : null
}
