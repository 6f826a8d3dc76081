import { type Action, defineAction, done, type Outcome } from '#components/actions/index.ts'
import type { AreaView, NewCommand, WorkspaceClient } from '#lib/client/client.ts'
import { explainNoMove, type Move, MOVE_RULES, MOVES, STAGE_NAMES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { placeIn, wayBack } from './wayBack.ts'

/** What the actions of an open story act on. */
export interface StoryTarget {
  readonly story: Story
  readonly client: Pick<WorkspaceClient, 'send' | 'area'>
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
    run: ({ story, client, ask, reason, revisitOn }): Outcome | void => {
      if (needsReason && reason === undefined) {
        ask(move)
        return
      }
      const command: NewCommand = {
        type: move,
        story: story.id,
        ...(reason === undefined ? {} : { reason }),
        ...(revisitOn ? { revisitOn } : {}),
      }
      const place = placeIn(columnsOf(client.area.get())?.[story.stage] ?? [], story.id)
      return sent(client, command, `${nameOf(story)} moved to ${STAGE_NAMES[to]}`, (now) =>
        now.stage === to
          ? wayBack(story, to, place)
          : `${nameOf(now)} has been moved since, so it was left as it is.`,
      )
    },
  })
}

export const giveTitle = defineAction<StoryTarget & { readonly title: string }>({
  id: 'openStory.rename',
  title: 'Rename',
  group: 'Story',
  keysOnly: true,
  run: ({ story, client, title }): Outcome | void => {
    if (title === story.title) return
    return sent(
      client,
      { type: 'renameStory', story: story.id, title },
      `${nameOf(story)} renamed`,
      (now) =>
        now.title === title
          ? [{ type: 'renameStory', story: story.id, title: story.title }]
          : `${nameOf(now)} has been renamed since, so it was left as it is.`,
    )
  },
})

export const trashStory = defineAction<StoryTarget>({
  id: 'openStory.trash',
  title: 'Move to trash',
  group: 'Story',
  words: 'delete remove',
  run: ({ story, client }): Outcome => {
    const outcome = client.send({ type: 'trashStory', story: story.id })
    if (!outcome.ok) return outcome
    return done(`${nameOf(story)} moved to trash`, () =>
      client.send({ type: 'restoreStory', story: story.id }),
    )
  },
})

export const restoreStory = defineAction<StoryTarget>({
  id: 'openStory.restore',
  title: 'Restore from trash',
  group: 'Story',
  keysOnly: true,
  run: ({ story, client }): Outcome => {
    const outcome = client.send({ type: 'restoreStory', story: story.id })
    if (!outcome.ok) return outcome
    return done(`${nameOf(story)} restored`, () =>
      client.send({ type: 'trashStory', story: story.id }),
    )
  },
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

/** Gives what people call a story. */
export function nameOf(story: Story): string {
  return story.key ?? 'The new idea'
}

function sent(
  client: StoryTarget['client'],
  command: NewCommand & { readonly story: string },
  said: string,
  back: (now: Story) => NewCommand[] | string,
): Outcome {
  const outcome = client.send(command)
  if (!outcome.ok) return outcome
  return done(said, () => {
    const area = client.area.get()
    const now = area.phase === 'ready' ? area.stories.get(command.story) : undefined
    if (!now) return { ok: false, message: 'The story is no longer here.' }
    const commands = back(now)
    // Someone else has acted on the same thing since: undo is for one's own actions only (UX9).
    if (typeof commands === 'string') return { ok: false, message: commands }
    for (const each of commands) {
      const result = client.send(each)
      if (!result.ok) return result
    }
    return { ok: true }
  })
}

function columnsOf(area: AreaView) {
  return area.phase === 'ready' ? area.columns : null
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
