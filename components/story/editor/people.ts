import { textsOf } from '#components/language/loaded.ts'

const NAME_MAX_CHARACTERS = 40

/** Someone whose caret is in the text. */
export interface CaretPerson {
  readonly name: string
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number
}

/** Reads who a caret belongs to from what another client says about itself: text of a sane length, a colour of the palette. */
export function readCaretPerson(user: unknown): CaretPerson {
  const { name, colour } = (typeof user === 'object' && user !== null ? user : {}) as Record<
    string,
    unknown
  >
  const shown = typeof name === 'string' ? name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() : ''
  return {
    name: shown === '' ? textsOf('story')('someone') : shown.slice(0, NAME_MAX_CHARACTERS),
    colour:
      Number.isInteger(colour) && (colour as number) >= 0 && (colour as number) < 12
        ? (colour as number)
        : 0,
  }
}
