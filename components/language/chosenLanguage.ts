import { directionOf, type Language, LANGUAGE_COOKIE, LANGUAGES } from '#lib/language/languages.ts'

/** As long as browsers keep one: 400 days, counted from the last page that was opened. */
const KEPT = `;path=/;max-age=${400 * 24 * 60 * 60};samesite=lax`

/** Keeps a choice on this device and shows the page anew in it, offline too. What was typed is kept already. */
export function chooseLanguage(language: Language): void {
  document.cookie = `${LANGUAGE_COOKIE}=${language}${KEPT}`
  location.reload()
}

const DIRECTIONS = JSON.stringify(
  Object.fromEntries(LANGUAGES.map((language) => [language, directionOf(language)])),
)

/**
 * Runs in <head> before anything is painted: a page that was kept for offline has the language it was kept in, and the
 * choice may be younger. It also keeps the choice for as long again.
 */
export const LANGUAGE_SCRIPT = `(function(){var m=/(?:^|; )${LANGUAGE_COOKIE}=(${LANGUAGES.join('|')})(?:;|$)/.exec(document.cookie);if(!m)return;var h=document.documentElement;if(h.lang!==m[1]){h.lang=m[1];h.dir=${DIRECTIONS}[m[1]]}document.cookie='${LANGUAGE_COOKIE}='+m[1]+'${KEPT}'})()`
