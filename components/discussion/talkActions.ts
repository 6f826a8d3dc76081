import {
  defineAction,
  type Outcome,
  readyArea,
  runAction,
  sendUndoably,
  workplaceOf,
  withTakingBack,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { newId } from '#lib/client/id.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Talks } from '#lib/domain/state.ts'
import type { Anchor, Outcome as Settlement, Suggestion, Thread } from '#lib/domain/talk/thread.ts'
import { deskOf, type Replace, type Replaced } from './desk.ts'

/** The discussion that an action is about. */
export interface TalkTarget {
  readonly client: WorkspaceClient
  readonly story: string
}

type ThreadTarget = TalkTarget & { readonly thread: Thread }
type CommentTarget = ThreadTarget & { readonly comment: string }

export const startThread = defineAction<
  TalkTarget & {
    readonly text: string
    readonly anchor: Anchor | null
    readonly suggestion?: Suggestion
    /** The thread's id, chosen before: it is shown at once. */
    readonly thread: string
  }
>({
  id: 'talk.start',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread, text, anchor, suggestion }): Outcome =>
    send(
      client,
      {
        type: 'startThread',
        story,
        thread,
        comment: newId(),
        text,
        anchor,
        ...(suggestion && { suggestion }),
      },
      suggestion ? textsOf('discussion')('said.suggested') : textsOf('discussion')('said.sent'),
    ),
})

export const replyToThread = defineAction<ThreadTarget & { readonly text: string }>({
  id: 'talk.reply',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread, text }): Outcome =>
    send(
      client,
      { type: 'reply', story, thread: thread.id, comment: newId(), text },
      textsOf('discussion')('said.sent'),
    ),
})

export const editComment = defineAction<CommentTarget & { readonly text: string }>({
  id: 'talk.edit',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread, comment, text }): Outcome =>
    send(
      client,
      { type: 'editComment', story, thread: thread.id, comment, text },
      textsOf('discussion')('said.edited'),
    ),
})

/** Somebody else's words are gone for good: whoever runs it on those has asked. */
export const deleteComment = defineAction<CommentTarget>({
  id: 'talk.delete',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread, comment }): Outcome =>
    sendUndoably(
      talkplaceOf(client),
      { type: 'deleteComment', story, thread: thread.id, comment },
      textsOf('discussion')('said.deleted'),
    ),
})

export const resolveThread = defineAction<ThreadTarget>({
  id: 'talk.resolve',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread }): Outcome => {
    const isOpen = thread.resolved === null
    return sendUndoably(
      talkplaceOf(client),
      { type: isOpen ? 'resolveThread' : 'reopenThread', story, thread: thread.id },
      isOpen ? textsOf('discussion')('said.resolved') : textsOf('discussion')('said.reopened'),
    )
  },
})

export const reactToComment = defineAction<CommentTarget & { readonly emoji: string }>({
  id: 'talk.react',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread, comment, emoji }): Outcome => {
    const reactions = thread.comments.find(({ id }) => id === comment)?.reactions ?? {}
    const has = reactions[emoji]?.includes(client.me.id) ?? false
    return send(
      client,
      {
        type: has ? 'withdrawReaction' : 'react',
        story,
        thread: thread.id,
        comment,
        emoji,
      },
      has
        ? textsOf('discussion')('said.unreacted', { emoji })
        : textsOf('discussion')('said.reacted', { emoji }),
    )
  },
})

/** TA8: accepting makes the replacement in the text first. `replace` is null where the text is not open. */
export const settleSuggestion = defineAction<
  ThreadTarget & {
    readonly outcome: Settlement
    readonly replace: Replace | null
  }
>({
  id: 'talk.settle',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread, outcome, replace }): Outcome => {
    const command = { type: 'settleSuggestion', story, thread: thread.id, outcome } as const
    const no = client.judge(command)
    if (no) return no
    if (outcome === 'rejected') {
      return sendUndoably(talkplaceOf(client), command, textsOf('discussion')('said.rejected'))
    }
    if (!replace) {
      return {
        ok: false,
        message: textsOf('discussion')('notOpen'),
      }
    }
    const made = replace(thread, (was) => {
      if (was === 'undo') void withTakingBack(({ wasTakenBack }) => wasTakenBack(undo))
      runAction(followText, { client, story, thread: thread.id, isAccepted: was === 'redo' })
    })
    if (!made.ok) return made
    const sent = sendUndoably(talkplaceOf(client), command, textsOf('discussion')('said.accepted'))
    if (!sent.ok) return sent
    const { replaced } = made
    const undo = (): Outcome => {
      // Taken back in the text itself already.
      if (!isSettled(client, story, thread.id)) return { ok: true }
      // The words first: while they cannot be put back it stays accepted.
      const put = putBack(story, replaced)
      if (!put.ok) return put
      const unsettled = sent.undo?.() ?? put
      // Doing it again is the text's own redo: it brings the words.
      return unsettled.ok ? put : unsettled
    }
    return { ...sent, undo }
  },
})

/**
 * TA8: a suggestion stands as the text does: the words that it brought were taken back there, or made again. The text's own undo is
 * its way back.
 */
const followText = defineAction<
  Pick<ThreadTarget, 'client' | 'story'> & {
    readonly thread: string
    readonly isAccepted: boolean
  }
>({
  id: 'talk.followText',
  group: 'Discussion',
  keysOnly: true,
  run: ({ client, story, thread, isAccepted }): Outcome => {
    const on = { story, thread } as const
    const sent = client.send(
      isAccepted
        ? { type: 'settleSuggestion', ...on, outcome: 'accepted' }
        : { type: 'unsettleSuggestion', ...on },
    )
    return sent.ok ? { ok: true } : sent
  },
})

/** As far as it is known here. */
function isSettled(client: WorkspaceClient, story: string, id: string): boolean {
  const view = client.talk(story).get()
  if (view.phase === 'loading') return true
  return view.threads.find((thread) => thread.id === id)?.settled !== null
}

/** Puts back into the text what accepting a suggestion took away. */
function putBack(story: string, replaced: Replaced): Outcome {
  const put = deskOf(story).putBack.get()
  const problem = put ? put(replaced) : textsOf('discussion')('notWritable')
  return problem === null ? { ok: true } : { ok: false, message: problem }
}

/** It speaks for itself: what was sent is on the screen. */
function send(client: WorkspaceClient, command: NewCommand, said: string): Outcome {
  return sendUndoably(talkplaceOf(client), command, said, { quiet: true })
}

/** The workplace with the discussions that are open here: what an edit replaces is what undo brings back. */
function talkplaceOf(client: WorkspaceClient) {
  const talks: Talks = {
    get: (story) => {
      const view = client.talk(story).get()
      if (view.phase === 'loading') return undefined
      return new Map(view.threads.map((thread) => [thread.id, thread]))
    },
  }
  return {
    ...workplaceOf(client),
    area: () => ({ ...readyArea(client), talks, me: client.me.id }),
  }
}
