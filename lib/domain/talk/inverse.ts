import type { NewCommand } from '../command.ts'
import type { Before } from '../inverse.ts'
import { assertNever } from '../must.ts'
import { deleted } from './apply.ts'
import type { TalkCommand } from './command.ts'
import { commentOf, type Thread } from './thread.ts'

type NewTalkCommand = Extract<NewCommand, { readonly type: TalkCommand['type'] }>

/**
 * Gives what takes an act in a discussion back; null where it is unknown here, or where somebody else's words were deleted:
 * only whoever wrote them says them again (TA16). Of a comment that comes back the time is lost where its place was gone.
 */
export function inverseOfTalk(
  command: NewTalkCommand,
  { talks, me }: Pick<Before, 'talks' | 'me'>,
): NewCommand[] | null {
  const { story, thread } = command
  const known = talks?.get(story)?.get(thread)
  switch (command.type) {
    case 'startThread':
    case 'reply':
    case 'restoreComment':
      return [{ type: 'deleteComment', story, thread, comment: command.comment }]
    case 'editComment': {
      const text = known && commentOf(known, command.comment)?.text
      if (text === undefined) return null
      return [{ type: 'editComment', story, thread, comment: command.comment, text }]
    }
    case 'deleteComment':
      return known ? restoring(known, command, me) : null
    case 'resolveThread':
      return [{ type: 'reopenThread', story, thread }]
    case 'reopenThread':
      return [{ type: 'resolveThread', story, thread }]
    case 'react':
    case 'withdrawReaction': {
      const { comment, emoji } = command
      const type = command.type === 'react' ? 'withdrawReaction' : 'react'
      return [{ type, story, thread, comment, emoji }]
    }
    case 'settleSuggestion':
      return [{ type: 'unsettleSuggestion', story, thread }]
    case 'unsettleSuggestion': {
      if (!known?.settled) return null
      const { settled, resolved } = known
      return [
        { type: 'settleSuggestion', story, thread, outcome: settled.outcome },
        // Settling resolves; it had been opened again since.
        ...(resolved ? [] : [{ type: 'reopenThread', story, thread } as const]),
      ]
    }
    default:
      return assertNever(command)
  }
}

/** A thread that goes with its last comment comes back as it stood: settled, resolved or open. */
function restoring(
  known: Thread,
  { story, thread, comment: id }: Extract<NewTalkCommand, { readonly type: 'deleteComment' }>,
  me: string | undefined,
): NewCommand[] | null {
  const comment = commentOf(known, id)
  if (!comment || comment.by !== me) return null
  const { anchor, suggestion, settled, resolved, comments } = known
  const begins = comments[0]?.id === id && suggestion !== null
  const back: NewCommand = {
    type: 'restoreComment',
    story,
    thread,
    comment: id,
    text: comment.text,
    anchor,
    ...(begins && { suggestion }),
  }
  if (deleted(known, id, 0) !== null) return [back]
  const settling = settled && begins
  return [
    back,
    ...(settling
      ? [{ type: 'settleSuggestion', story, thread, outcome: settled.outcome } as const]
      : []),
    ...(resolved && !settling ? [{ type: 'resolveThread', story, thread } as const] : []),
    ...(settling && !resolved ? [{ type: 'reopenThread', story, thread } as const] : []),
  ]
}
