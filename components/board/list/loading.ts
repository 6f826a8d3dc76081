import { withTexts } from '#components/language/loaded.ts'

let fetched: typeof import('./lines.ts') | null = null

/** Fetches the list, which comes behind the first picture of the board. */
export async function loadList() {
  const [list, lines] = await Promise.all([
    withTexts(import('./StoryList.tsx'), ['list']),
    import('./lines.ts'),
  ])
  fetched = lines
  return list
}

/** What its lines are made by; null until it is there. Nothing is listed until then. */
export function listCode() {
  return fetched
}
