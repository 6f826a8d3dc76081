import { type Refusal, refuse } from '../refusal.ts'
import { withoutTeamNames } from './mentions.ts'
import {
  type Anchor,
  COMMENT_MAX_CHARACTERS,
  POSITION_MAX_CHARACTERS,
  QUOTE_MAX_CHARACTERS,
  type Region,
  type Run,
  RUNS_MAX,
  type Suggestion,
  SUGGESTION_MAX_CHARACTERS,
} from './thread.ts'

/** [TA2, TA14] Gives a comment's Markdown without blanks around it and without the names of teams, or why it is none. */
export function tidyComment(
  raw: string,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): string | Refusal {
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()
  if (text === '' && !mayBeEmpty) {
    return refuse('commentEmpty', 'A comment needs a word or two. Nothing was sent.')
  }
  // Looked through is only what may be one; without names it may be longer.
  const kept = text.length > COMMENT_MAX_CHARACTERS ? text : withoutTeamNames(text)
  if (kept.length <= COMMENT_MAX_CHARACTERS) return kept
  return refuse(
    'commentTooLong',
    `This comment has ${count(kept.length)} characters; at most ${count(COMMENT_MAX_CHARACTERS)} fit. Nothing was sent; shorten it, or put the rest into the story's text.`,
  )
}

/** [TA9] Gives the refusal of an anchor that names no place, or null. Whether the place is there, only a document tells. */
export function anchorProblem(anchor: Anchor | null): Refusal | null {
  if (anchor === null) return null
  if (anchor.quote.length > QUOTE_MAX_CHARACTERS) {
    return badAnchor(`its quote has more than ${count(QUOTE_MAX_CHARACTERS)} characters`)
  }
  switch (anchor.kind) {
    case 'text':
      if (!isPosition(anchor.start) || !isPosition(anchor.end)) {
        return badAnchor('its positions are none')
      }
      if (!anchor.runs?.every(isRun) && anchor.runs !== undefined) {
        return badAnchor('its runs are none')
      }
      if (
        (anchor.runs ?? []).reduce((sum, [, , length]) => sum + length, 0) > QUOTE_MAX_CHARACTERS
      ) {
        return badAnchor('its runs are longer than its quote may be')
      }
      return anchor.quote === '' ? badAnchor('it is about no text') : null
    case 'block':
      return null
    case 'image':
      return isRegion(anchor.region) ? null : badAnchor('its region is not within the image')
  }
}

/** [TA8] Gives the refusal of a suggestion that changes nothing or stands nowhere, or null. */
export function suggestionProblem({ from, to }: Suggestion, anchor: Anchor | null): Refusal | null {
  if (anchor?.kind !== 'text') return badSuggestion('it is about no text of the story')
  if (from === '') return badSuggestion('it replaces nothing')
  if (from === to) return badSuggestion('it changes nothing')
  const longest = Math.max(from.length, to.length)
  if (longest <= SUGGESTION_MAX_CHARACTERS) return null
  return badSuggestion(
    `it has ${count(longest)} characters, and at most ${count(SUGGESTION_MAX_CHARACTERS)} fit`,
  )
}

function isPosition(text: string): boolean {
  return text.length <= POSITION_MAX_CHARACTERS && /^[A-Za-z0-9+/]+={0,2}$/.test(text)
}

function isRun(run: Run, index: number): boolean {
  return index < RUNS_MAX && run.every((number) => Number.isSafeInteger(number) && number >= 0)
}

function isRegion({ x, y, w, h }: Region): boolean {
  const isPart = (number: number) => number >= 0 && number <= 1
  return [x, y, w, h].every(isPart) && w > 0 && h > 0 && x + w <= 1.0001 && y + h <= 1.0001
}

function badAnchor(why: string): Refusal {
  return refuse('badAnchor', `This comment cannot be placed: ${why}. Nothing was sent.`)
}

function badSuggestion(why: string): Refusal {
  return refuse('badSuggestion', `This cannot be suggested: ${why}. Nothing was sent.`)
}

function count(number: number): string {
  return number.toLocaleString('en')
}
