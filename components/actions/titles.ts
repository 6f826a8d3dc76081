import { fetchTexts, loadTexts, textsOf } from '#components/language/loaded.ts'
import type { Messages } from '#components/language/messages.ts'
import { pageLanguage } from '#components/language/pageLanguage.ts'
import { LANGUAGES } from '#lib/language/languages.ts'
import type { Action } from './action.ts'

type Named = Pick<Action<never>, 'id'>

const [ENGLISH] = LANGUAGES
let english: Messages['actions'] | null = null

/** Fetches what actions are called, and by which words they are found: those of the page's language, and the English ones. */
export async function loadTitles(): Promise<void> {
  const isEnglish = pageLanguage() === ENGLISH
  const [, others] = await Promise.all([
    loadTexts(['actions']),
    isEnglish ? null : fetchTexts(ENGLISH, ['actions']),
  ])
  english = others?.actions ?? null
}

/** Gives what an action is called. Its texts must be here (`loadTitles`). */
export function titleOf({ id }: Named): string {
  const t = textsOf('actions.titles')
  const key = keyOf(id)
  return t.has(key) ? t(key) : id
}

/** Gives more words to find an action by; in other languages than English also what it is called there. */
export function wordsOf({ id, words }: Named & Pick<Action<never>, 'words'>): string {
  const t = textsOf('actions.words')
  const key = keyOf(id) as 'story-open'
  const found = t.has(key as never) ? t(key as never) : words
  return [found, english?.titles[keyOf(id)], (english?.words as Words | undefined)?.[key]]
    .filter(Boolean)
    .join(' ')
}

/** Gives the heading that actions of a group stand under. */
export function groupName(group: string): string {
  const t = textsOf('actions.groups')
  return t.has(group as 'Go to') ? t(group as 'Go to') : group
}

type Words = Readonly<Record<string, string | undefined>>

/** Texts have no dots in their names. */
function keyOf(id: string) {
  return id.replaceAll('.', '-') as keyof Messages['actions']['titles']
}
