import { type Outcome, sendAllUndoably } from '#components/actions/index.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Backlog } from './backlog.ts'

type CommandOn = (story: Story) => NewCommand

/**
 * For `when` of an action on several stories: true when it is possible with one of them at least, else the sentence why it
 * is not with the first, and whom to ask.
 */
export function possible(
  backlog: Pick<Backlog, 'judge'>,
  stories: readonly Story[],
  commandOn: CommandOn,
): true | string {
  let first: string | null = null
  for (const story of stories) {
    const no = backlog.judge(commandOn(story))
    if (no === null) return true
    first ??= no.message
  }
  return first ?? 'There is nothing to do this with.'
}

/**
 * Does one thing with several stories, with one way back. Where it is not possible with some of them it is done with the
 * others, and says so. `said` names what was done with those it is told.
 */
export function together(
  backlog: Backlog,
  stories: readonly Story[],
  commandOn: CommandOn,
  said: (stories: readonly Story[]) => string,
  { quiet = false }: { readonly quiet?: boolean } = {},
): Outcome | void {
  if (stories.length === 0) return
  const able: Story[] = []
  let why: string | null = null
  for (const story of stories) {
    const no = backlog.judge(commandOn(story))
    if (no) why ??= no.message
    else able.push(story)
  }
  if (able.length === 0 && why !== null) return { ok: false, message: why }
  const outcome = sendAllUndoably(backlog, able.map(commandOn), () => said(able), { quiet })
  if (!outcome.ok || why === null) return outcome
  const left = stories.length - able.length
  return {
    ...outcome,
    quiet: false,
    said: `${outcome.said ?? ''}, ${left} left as ${left === 1 ? 'it was' : 'they were'}: ${why}`,
  }
}
