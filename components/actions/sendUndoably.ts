import type { Sent } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { type Before, inverseOf } from '#lib/domain/inverse.ts'
import { shortName, type Story } from '#lib/domain/story.ts'
import type { Outcome } from './action.ts'

/** A workspace whose stories are known, as actions change it. */
export interface Workplace {
  readonly send: (command: NewCommand) => Sent
  /** Every story and column as they are now, pending changes included. */
  readonly area: () => Before
}

/**
 * Sends a command and gives its outcome with the way back (UX9). `said` is the toast and what undo calls it; a
 * `quiet` change speaks for itself. A refusal is the outcome as it is, and nothing changed.
 */
export function sendUndoably(
  workplace: Workplace,
  command: NewCommand,
  said: string,
  { quiet = false }: { readonly quiet?: boolean } = {},
): Outcome {
  const inverse = inverseOf(command, workplace.area())
  const sent = workplace.send(command)
  if (!sent.ok) return sent
  if (inverse === null || !('story' in command)) return { ok: true, said, quiet }
  const mine = workplace.area().stories.get(command.story)
  return {
    ok: true,
    said,
    quiet,
    undo: () => overtaken(workplace, command, mine) ?? sendAll(workplace, inverse),
  }
}

/** Says that someone has acted on the same thing since, if so: undo is for one's own actions only. */
function overtaken(
  { area }: Workplace,
  command: NewCommand,
  mine: Story | undefined,
): Outcome | null {
  const now = mine && area().stories.get(mine.id)
  if (!now) return null
  const isRenaming = command.type === 'renameStory'
  if (isRenaming ? now.title === mine.title : now.stage === mine.stage) return null
  const what = isRenaming ? 'renamed' : 'moved'
  return {
    ok: false,
    message: `${shortName(now)} has been ${what} since, so it was left as it is.`,
  }
}

function sendAll({ send }: Workplace, commands: readonly NewCommand[]): Outcome {
  for (const command of commands) {
    const sent = send(command)
    if (!sent.ok) return sent
  }
  return { ok: true }
}
