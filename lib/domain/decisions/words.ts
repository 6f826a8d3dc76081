import { type Refusal, refuse, type RefusalCode } from '../refusal.ts'
import { REASON_MAX_CHARACTERS, TITLE_MAX_CHARACTERS } from '../story.ts'
import { NAME_MAX_CHARACTERS, TEXT_MAX_CHARACTERS } from '../theme.ts'
import { shorten } from '../decision.ts'

/** Gives a story's title on one line, or why it is none. */
export function tidyTitle(raw: string): string | Refusal {
  const title = oneLine(raw)
  if (title === '')
    return refuse(
      'titleEmpty',
      'A story needs a title. Type a few words that say what it is about.',
    )
  if (title.length > TITLE_MAX_CHARACTERS) {
    return refuse(
      'titleTooLong',
      `This title has ${count(title)} characters; at most ${TITLE_MAX_CHARACTERS} fit. Shorten it and put the rest into the story's text.`,
    )
  }
  return title
}

/** Gives the name of a team, step, theme or persona, or why it is none. `what` is called so in the sentence. */
export function tidyName(raw: string, what: string): string | Refusal {
  const name = oneLine(raw)
  if (name === '') return refuse('nameEmpty', `A ${what} needs a name. Nothing was changed.`)
  if (name.length <= NAME_MAX_CHARACTERS) return name
  return refuse(
    'nameTooLong',
    `This name has ${count(name)} characters; at most ${NAME_MAX_CHARACTERS} fit. Nothing was changed.`,
  )
}

/** Gives the refusal of a name that another of its kind has already, or null. */
export function nameProblem(
  name: string,
  own: string,
  others: Iterable<{
    readonly id: string
    readonly name: string
    readonly archivedAt: number | null
  }>,
  what: string,
): Refusal | null {
  for (const other of others) {
    if (other.id === own || other.archivedAt !== null) continue
    if (other.name.toLowerCase() !== name.toLowerCase()) continue
    return refuse(
      'nameTaken',
      `There is a ${what} called "${other.name}" already. Choose another name.`,
    )
  }
  return null
}

/** Gives a longer text without blanks around it, or why it does not fit. */
export function tidyText(raw: string, what: string): string | Refusal {
  const text = raw.trim()
  if (text.length <= TEXT_MAX_CHARACTERS) return text
  return refuse(
    'textTooLong',
    `This ${what} has ${count(text)} characters; at most ${TEXT_MAX_CHARACTERS.toLocaleString('en')} fit. Nothing was changed.`,
  )
}

/** Gives a reason, null where none was given and none is needed, or why it does not do. */
export function tidyReason(raw: string | undefined, needed: boolean): string | null | Refusal {
  const reason = raw?.trim() ?? ''
  if (reason === '') {
    return needed
      ? refuse(
          'reasonMissing',
          'Say in a few words why, so that whoever wrote it knows what to do next.',
        )
      : null
  }
  if (reason.length > REASON_MAX_CHARACTERS) {
    return refuse(
      'reasonTooLong',
      `This reason has ${count(reason)} characters; at most ${REASON_MAX_CHARACTERS.toLocaleString('en')} fit.`,
    )
  }
  return reason
}

/** Gives the refusal of what is no date, or null. */
export function dateProblem(text: string, code: RefusalCode = 'badDate'): Refusal | null {
  if (isDate(text)) return null
  return refuse(
    code,
    `"${shorten(text)}" is not a date. Write it as year-month-day, like 2026-03-31.`,
  )
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Line breaks and runs of blanks that come with a paste become single blanks. */
function oneLine(raw: string): string {
  return raw.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
}

function count(text: string): string {
  return text.length.toLocaleString('en')
}
