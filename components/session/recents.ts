/** What a person looked for lately, kept on this device by workspace. */

const MOST = 6
const PREFIX = 'sluice:searches:'

/** Gives what was looked for lately, the newest first. */
export function recentSearches(workspace: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(workspace)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Puts a search on top of the recent ones. What it had begun as, letter by letter, is no search of its own. */
export function rememberSearch(workspace: string, question: string): void {
  const asked = question.trim()
  if (asked === '') return
  const rest = recentSearches(workspace).filter((one) => one !== asked)
  write(workspace, [asked, ...rest].slice(0, MOST))
}

function write(workspace: string, searches: readonly string[]): void {
  try {
    localStorage.setItem(nameOf(workspace), JSON.stringify(searches))
  } catch {
    // Full or forbidden: they are a convenience.
  }
}

function nameOf(workspace: string): string {
  return PREFIX + workspace
}
