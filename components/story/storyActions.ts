import {
  type Action,
  defineAction,
  type Outcome,
  sendUndoably,
  type Workplace,
} from '#components/actions/index.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import { must } from '#lib/domain/must.ts'
import { explainNoMove, type Move, MOVE_RULES, MOVES, STAGE_NAMES } from '#lib/domain/stage.ts'
import { shortName, type Story } from '#lib/domain/story.ts'

/** What the actions of an open story act on. */
export interface StoryTarget {
  readonly story: Story
  readonly client: Pick<WorkspaceClient, 'workspaceId' | 'send' | 'area'>
  /** Asks for the reason that a move needs, in place. */
  readonly ask: (move: Move) => void
  /** The address of the story's page. */
  readonly href: string
}

export interface MoveTarget extends StoryTarget {
  readonly reason?: string
  readonly revisitOn?: string
}

const TITLES: Record<Move, string> = {
  startRefining: 'Start refining',
  returnToIdea: 'Return to Idea',
  markReady: 'Mark ready',
  bounceStory: 'Send back to Refinement',
  dismissStory: "Won't do",
  reopenStory: 'Reopen as an idea',
}

/** The moves of ST2 from an open story. Without the reason it needs, a move asks for it. */
export const storyMoves = Object.fromEntries(
  MOVES.map((move) => [move, defineMove(move)]),
) as Record<Move, Action<MoveTarget>>

function defineMove(move: Move): Action<MoveTarget> {
  const { from, to, needsReason } = MOVE_RULES[move]
  return defineAction<MoveTarget>({
    id: `openStory.${move}`,
    title: needsReason ? `${TITLES[move]}…` : TITLES[move],
    group: 'Story',
    words: `move to ${STAGE_NAMES[to]}`,
    when: ({ story }) => from.includes(story.stage) || explainNoMove(story.stage, to),
    run: (target): Outcome | void => {
      const { story, ask, reason, revisitOn } = target
      if (needsReason && reason === undefined) return ask(move)
      return sendUndoably(
        workplaceOf(target),
        { type: move, story: story.id, reason, revisitOn },
        `${shortName(story)} moved to ${STAGE_NAMES[to]}`,
      )
    },
  })
}

export const giveTitle = defineAction<StoryTarget & { readonly title: string }>({
  id: 'openStory.rename',
  title: 'Rename',
  group: 'Story',
  keysOnly: true,
  run: (target): Outcome | void => {
    const { story, title } = target
    if (title === story.title) return
    return sendUndoably(
      workplaceOf(target),
      { type: 'renameStory', story: story.id, title },
      `${shortName(story)} renamed`,
    )
  },
})

export const trashStory = defineAction<StoryTarget>({
  id: 'openStory.trash',
  title: 'Move to trash',
  group: 'Story',
  words: 'delete remove',
  run: (target): Outcome =>
    sendUndoably(
      workplaceOf(target),
      { type: 'trashStory', story: target.story.id },
      `${shortName(target.story)} moved to trash`,
    ),
})

export const restoreStory = defineAction<StoryTarget>({
  id: 'openStory.restore',
  title: 'Restore from trash',
  group: 'Story',
  keysOnly: true,
  run: (target): Outcome =>
    sendUndoably(
      workplaceOf(target),
      { type: 'restoreStory', story: target.story.id },
      `${shortName(target.story)} restored`,
    ),
})

/** Runs `told` when the address is on the clipboard; says so itself when the browser refuses. */
export const copyLink = defineAction<StoryTarget & { readonly told?: (copied: boolean) => void }>({
  id: 'openStory.copyLink',
  title: 'Copy link to story',
  group: 'Story',
  words: 'share url address',
  run: ({ href, told }) => {
    void writeClipboard(new URL(href, location.origin).href).then(told)
    return told ? undefined : { ok: true, said: 'Link copied' }
  },
})

/** The actions that the palette offers while a story is open. */
export const openStoryActions: readonly Action<StoryTarget>[] = [
  ...Object.values(storyMoves),
  copyLink,
  trashStory,
]

function workplaceOf({ client }: StoryTarget): Workplace {
  return {
    send: (command) => client.send(command),
    area: () => {
      const view = client.area.get()
      return must(view.phase === 'ready' ? view : null, 'the stories around one that is shown')
    },
  }
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
