import type { Command } from '#lib/domain/command.ts'
import type { Comment } from '#lib/domain/talk/thread.ts'
import type { Storage } from '#server/storage/storage.ts'

/** A comment has at most some dozens; whoever plays with one makes more. */
const EVERY = 100_000

/** [TA16] Gives who had reacted to a comment that is brought back, from the log; null for every other command, and for none. */
export async function reactionsFor(
  storage: Storage,
  workspace: string,
  command: Command,
): Promise<Comment['reactions'] | null> {
  if (command.type !== 'restoreComment') return null
  const events = await storage.workspaces.history({
    workspace,
    story: command.story,
    types: ['CommentReacted', 'ReactionWithdrawn'],
    limit: EVERY,
  })
  const reactions = new Map<string, Set<string>>()
  for (const event of events.toReversed()) {
    if (event.type !== 'CommentReacted' && event.type !== 'ReactionWithdrawn') continue
    if (event.comment !== command.comment) continue
    const users = reactions.get(event.emoji) ?? new Set()
    if (event.type === 'CommentReacted') users.add(event.by)
    else users.delete(event.by)
    reactions.set(event.emoji, users)
  }
  const left = [...reactions].filter(([, users]) => users.size > 0)
  if (left.length === 0) return null
  return Object.fromEntries(left.map(([emoji, users]) => [emoji, [...users]]))
}
