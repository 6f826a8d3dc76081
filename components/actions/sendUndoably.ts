import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import type { Sent } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { type Before, inverseOf } from '#lib/domain/inverse.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import type { Outcome, Undo } from './action.ts'
import { type Touched, touchedBy } from './touched.ts'

/** A workspace whose stories are known, as actions change it. `workplaceOf` makes one of a client. */
export interface Workplace {
  readonly send: (command: NewCommand) => Sent
  /** Several at once, up to the first refusal; see `WorkspaceClient`. Without it they are sent one by one. */
  readonly sendAll?: (commands: readonly NewCommand[]) => readonly Sent[]
  /** Every story, column and backlog as they are now, pending changes included. */
  readonly area: () => Before
  /**
   * Says whether commands would be accepted one after the other. Where there is none, a way back of several steps may stop
   * in the middle.
   */
  readonly rehearse?: (commands: readonly NewCommand[]) => Refusal | null
}

interface Telling {
  /** It speaks for itself: no toast. */
  readonly quiet?: boolean
}

/**
 * Sends a command and gives its outcome with the way back (UX9). `said` is the toast and what undo calls it; a
 * `quiet` change speaks for itself. A refusal is the outcome as it is, and nothing changed.
 */
export function sendUndoably(
  workplace: Workplace,
  command: NewCommand,
  said: string,
  { quiet = false }: Telling = {},
): Outcome {
  const { outcome, undo, inverse } = sendOne(workplace, command)
  if (!outcome.ok) return outcome
  if (!undo) return { ok: true, said, quiet, isFinal: true }
  return { ok: true, said, quiet, undo, ...whyNoUndo(workplace, inverse) }
}

/** ST2, UX9: some ways lead on for people who may not walk them back; they are told when it can still be seen to. */
export function whyNoUndo(
  { rehearse }: Workplace,
  inverse: readonly NewCommand[] | null,
): { readonly whyNoUndo?: string } {
  const no = inverse && rehearse?.(inverse)
  return no ? { whyNoUndo: textsOf('flow.undo')('notYours', { why: refusalIn(no) }) } : {}
}

/**
 * The same for several commands as one action with one way back. The first refusal ends it: what went before stays, and
 * is what undo takes back. `said` is told how many of them took effect.
 */
export function sendAllUndoably(
  workplace: Workplace,
  commands: readonly NewCommand[],
  said: (count: number) => string,
  { quiet = false }: Telling = {},
): Outcome {
  const undos: Undoing[] = []
  let last: readonly NewCommand[] | null = null
  let refused: Outcome | null = null
  for (const command of commands) {
    const { outcome, undo, inverse } = sendOne(workplace, command)
    if (!outcome.ok) {
      refused = outcome
      break
    }
    last = inverse
    undos.push(undo ?? (() => ({ ok: true })))
  }
  const count = undos.length
  if (refused && count === 0) return refused
  // The last one first: each finds its neighbours where it left them.
  const undo = () => takeBackAll(undos.toReversed())
  // One way back stands for all: they are of one kind.
  const done = { ok: true, said: said(count), quiet, undo, ...whyNoUndo(workplace, last) } as const
  return refused && !refused.ok
    ? { ...done, said: `${done.said}. ${refusalIn({ who: [], ...refused })}` }
    : done
}

type Undoing = () => Outcome

function sendOne(
  workplace: Workplace,
  command: NewCommand,
): {
  readonly outcome: Outcome
  readonly undo: Undoing | null
  readonly inverse: readonly NewCommand[] | null
} {
  const inverse = inverseOf(command, workplace.area())
  const sent = workplace.send(command)
  if (!sent.ok || inverse === null) return { outcome: sent, undo: null, inverse }
  return { outcome: sent, undo: wayBack(workplace, command, inverse), inverse }
}

/** Gives what sends `commands` for as long as what `about` is about stays as it is now: back from it, or there again. */
function wayBack(
  workplace: Workplace,
  about: NewCommand,
  commands: readonly NewCommand[],
): Undoing {
  const mine = touchedBy(about, workplace.area())
  return () => {
    const since = touchedBy(about, workplace.area())
    if (mine && since && since.now !== mine.now) return overtaken(workplace, about, since.what)
    return sendAll(workplace, about, commands)
  }
}

/** Somebody has acted on the same thing since: undo is for one's own actions only. */
function overtaken({ area }: Workplace, command: NewCommand, what: Touched['what']): Outcome {
  const story = 'story' in command ? area().stories.get(command.story) : undefined
  const t = textsOf('flow.undo')
  return { ok: false, message: t(what, { name: story ? storyName(story) : t('it') }) }
}

function takeBackAll(undos: readonly Undo[]): Outcome {
  const outcomes = undos.map((undo): Outcome => undo() ?? { ok: true })
  const refused = outcomes.find(({ ok }) => !ok)
  if (refused) return refused
  const again = outcomes.flatMap((outcome) => (outcome.ok && outcome.undo) || [])
  if (again.length < outcomes.length) return { ok: true }
  return { ok: true, undo: () => takeBackAll(again.toReversed()) }
}

function sendAll(
  workplace: Workplace,
  about: NewCommand,
  commands: readonly NewCommand[],
): Outcome {
  const no = commands.length > 1 ? workplace.rehearse?.(commands) : null
  if (no) return no
  const back: NewCommand[] = []
  let isOneWay = false
  for (const command of commands) {
    const inverse = inverseOf(command, workplace.area())
    const sent = workplace.send(command)
    if (!sent.ok) return sent
    if (inverse) back.unshift(...inverse)
    else isOneWay = true
  }
  return isOneWay ? { ok: true } : { ok: true, undo: wayBack(workplace, about, back) }
}
