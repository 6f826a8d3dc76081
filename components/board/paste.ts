import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { decide } from '#lib/domain/decide.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { NEW_SETTINGS } from '#lib/domain/settings.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'

/** What a typed or pasted text would become when it is captured: one idea a line. */
export interface Pasted {
  /** One title a line, in order, duplicates kept; bullets and numbering taken off. */
  readonly ideas: readonly string[]
  /** Lines that cannot be captured, with the refusal's sentence. They stay in the composer. */
  readonly refused: readonly { readonly line: string; readonly reason: string }[]
  /** Set when some characters look like text in another encoding: what was seen and what to do. */
  readonly warning: string | null
}

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/
const BULLET = /^(?:[-*+•‣◦▪–—](?:\s+\[[ xX]?\])?|\d{1,4}[.)]|\[[ xX]?\])(?:\s+|$)/
// The replacement character, the C0 controls that are neither tab nor line break, and the C1 controls: what is left
// of text that was written in another encoding than UTF-8.
const UNREADABLE = /[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

const SOMEBODY: Actor = { id: 'somebody', name: '', roles: ['member'] }
const EMPTY_WORKSPACE: WorkspaceState = {
  keyPrefix: '',
  nextNumber: null,
  stories: new Map(),
  talks: new Map(),
  settings: NEW_SETTINGS,
  members: new Map([[SOMEBODY.id, SOMEBODY]]),
}

/**
 * Reads what stands in the composer. Blank lines are skipped; lists are taken apart only when there is more than one
 * line, so that a title typed as "1. Sign in" stays as it was typed. A line is judged by the rule itself (I3).
 */
export function readPaste(text: string): Pasted {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const ideas: string[] = []
  const refused: { line: string; reason: string }[] = []
  for (const line of lines) {
    const title = lines.length > 1 ? line.replace(BULLET, '').trim() : line
    if (title === '') continue
    const reason = whyNot(title)
    if (reason === null) ideas.push(title)
    else refused.push({ line, reason })
  }
  return { ideas, refused, warning: encodingWarning(text) }
}

function whyNot(title: string): string | null {
  const command = { id: 'try', type: 'captureStory', story: 'try', title } as const
  const decision = decide(EMPTY_WORKSPACE, command, SOMEBODY, 0)
  return decision.ok ? null : refusalIn(decision)
}

function encodingWarning(text: string): string | null {
  const found = text.match(UNREADABLE)?.length ?? 0
  if (found === 0) return null
  return textsOf('board.capture')('unreadable', { count: found })
}
