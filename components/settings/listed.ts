/** Gives names as a sentence lists them; of many the first three and how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names
  return LIST.format(shown)
}

const LIST = new Intl.ListFormat('en-GB')
