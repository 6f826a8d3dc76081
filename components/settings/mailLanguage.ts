import { request } from '#components/http/request.ts'
import { pageLanguage } from '#components/language/pageLanguage.ts'
import type { Language } from '#lib/language/languages.ts'

/** On this device: a choice that the server has not heard of yet. */
const UNTOLD = 'sluice:language:untold'

/** Tells the server in which language mails are from now on; offline, when settings are next opened with a connection. */
export async function tellLanguage(language: Language): Promise<void> {
  localStorage.setItem(UNTOLD, language)
  const answer = await request('PUT', '/me/language', { language })
  if (answer.ok) localStorage.removeItem(UNTOLD)
}

/** Tells a choice that was made without a connection. */
export function tellLater(): void {
  if (localStorage.getItem(UNTOLD) !== null) void tellLanguage(pageLanguage())
}
