import type { PickerLine } from '#components/ui/Picker.tsx'

/** The line that takes a field's value away. */
export const NOTHING = 'nothing'
/** The line that makes something new. */
export const NEW = 'new'

/**
 * Gives the lines whose title has what was typed, and after them the one that creates it, unless there is one of that
 * name already.
 */
export function matching(
  query: string,
  lines: readonly PickerLine[],
  create?: PickerLine,
): readonly PickerLine[] {
  const asked = query.toLowerCase()
  const found = lines.filter(({ title }) => title.toLowerCase().includes(asked))
  const isThere = lines.some(({ title }) => title.toLowerCase() === asked)
  return create && query !== '' && !isThere ? [...found, create] : found
}
