import { textsOf } from '#components/language/loaded.ts'
import type { Sent } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { type Before, inverseOf } from '#lib/domain/inverse.ts'
import { byRank } from '#lib/domain/rank.ts'
import type { Outcome } from './action.ts'
import { whyNoUndo, type Workplace } from './sendUndoably.ts'
import { touchedBy } from './touched.ts'

/** A command that took effect, and what takes it back. */
interface Done {
  readonly command: NewCommand
  readonly inverse: readonly NewCommand[]
  /** What it changed, as it stood right before and after; null where that cannot matter. */
  readonly was: string | null
  readonly now: string | null
}

/**
 * Sends commands that do not build on one another, about many stories, as one action with one way back: the view changes
 * once for all of them. One that is refused does not stop the others. `said` is told how many stories were changed; the
 * answers are one for each command.
 */
export function sendTogether(
  workplace: Workplace,
  commands: readonly NewCommand[],
  said: (stories: number) => string,
): { readonly outcome: Outcome; readonly answers: readonly Sent[] } {
  const before = workplace.area()
  const answers = sendEach(workplace, commands)
  const after = workplace.area()
  const done = commands.flatMap((command, index): Done[] => {
    if (!answers[index]?.ok) return []
    const inverse = inverseOf(command, before) ?? []
    return [{ command, inverse, was: stateOf(command, before), now: stateOf(command, after) }]
  })
  const refused = answers.find(({ ok }) => !ok)
  if (done.length === 0) return { outcome: refused ?? { ok: true }, answers }
  const ways = fromTheBottom(done, before)
  const outcome: Outcome = {
    ok: true,
    said: said(new Set(done.map(({ command }) => storyOf(command))).size),
    undo: () => takeBack(workplace, ways, said),
    ...whyNoUndo(workplace, ways[0]?.inverse ?? null),
  }
  return { outcome, answers }
}

/** `sendAll` stops at the first refusal: the rest goes on behind it. */
function sendEach(workplace: Workplace, commands: readonly NewCommand[]): readonly Sent[] {
  const { send, sendAll } = workplace
  if (!sendAll) return commands.map(send)
  const answers: Sent[] = []
  while (answers.length < commands.length) {
    const some = sendAll(commands.slice(answers.length))
    if (some.length === 0) break
    answers.push(...some)
  }
  return answers
}

/**
 * From the bottom, each behind the nearest one above it that stayed: so none waits for another to be back in its place, and
 * what the server says of one makes no other be judged anew.
 */
function fromTheBottom(done: readonly Done[], { stories }: Before): readonly Done[] {
  const above = new Map(done.map((way) => [storyOf(way.command), placeOf(way)?.after ?? null]))
  const anchorOf = (after: string | null): string | null => {
    let anchor = after
    while (anchor !== null && above.has(anchor)) anchor = above.get(anchor) ?? null
    return anchor
  }
  const sorted = done.toSorted((a, b) => {
    const [one, other] = [stories.get(storyOf(a.command)), stories.get(storyOf(b.command))]
    return one && other ? byRank(other, one) : 0
  })
  return sorted.map((way) => ({
    ...way,
    inverse: way.inverse.map((command) =>
      'place' in command && command.place
        ? { ...command, place: { after: anchorOf(command.place.after) } }
        : command,
    ),
  }))
}

function placeOf({ inverse }: Done) {
  const last = inverse.findLast((command) => 'place' in command && command.place)
  return last && 'place' in last ? last.place : undefined
}

/** UX9: what somebody else has changed since stays, and is told; everything else goes back. */
function takeBack(
  workplace: Workplace,
  ways: readonly Done[],
  said: (stories: number) => string,
): Outcome {
  const area = workplace.area()
  const mine = ways.filter(({ command, now }) => {
    const since = touchedBy(command, area)
    return now === null || !since || since.now === now
  })
  const answers = sendEach(
    workplace,
    mine.flatMap(({ inverse }) => inverse),
  )
  const refused = answers.find(({ ok }) => !ok)
  if (refused) return refused
  const left = new Set(ways.filter((way) => !mine.includes(way)).map((way) => storyOf(way.command)))
  if (left.size === 0) return { ok: true, undo: () => doAgain(workplace, ways, said) }
  return { ok: false, message: textsOf('flow.undo')('stayed', { count: left.size }) }
}

/** Does it again: all but what somebody else has changed meanwhile. */
function doAgain(
  workplace: Workplace,
  ways: readonly Done[],
  said: (stories: number) => string,
): Outcome {
  const area = workplace.area()
  const mine = ways.filter(({ command, was }) => stateOf(command, area) === was)
  const commands = mine.map(({ command }) => command)
  return sendTogether(workplace, commands, said).outcome
}

function stateOf(command: NewCommand, area: Before): string | null {
  return touchedBy(command, area)?.now ?? null
}

function storyOf(command: NewCommand): string {
  return 'story' in command ? (command.story ?? '') : ''
}
