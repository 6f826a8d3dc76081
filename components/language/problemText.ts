import { sizeInWords } from '#lib/files/names.ts'
import { LANGUAGES } from '#lib/language/languages.ts'
import type { FailureValues, WireFailure } from '#lib/schema/failure.ts'
import type { TextsIn } from './messages.ts'
import { pageLanguage, pageLocale } from './pageLanguage.ts'
import { refusalIn } from './refusalText.ts'

/** What a request came to that failed: the server's code and sentence, and what that is made of. */
export interface Problem {
  /** `unreachable` when there was no answer, `http502` and the like for one that was not Sluice's. */
  readonly code: string
  readonly message: string
  readonly detail?: string | undefined
  readonly values?: FailureValues | undefined
  /** The rule of the workspace that refused it. */
  readonly refusal?: WireFailure['refusal'] | undefined
}

/**
 * Says why a request failed in the language of the page: in English as the server says it, elsewhere by the name of its
 * sentence, or by the code where a newer server has a name that this page does not know.
 */
export function problemText(t: TextsIn<'problems'>, problem: Problem): string {
  const { code, message, detail, values, refusal } = problem
  const status = /^http(\d+)$/.exec(code)?.[1]
  if (status) return t('noAnswer', { status })
  if (code === 'unreachable') return t('unreachable')
  if (pageLanguage() === LANGUAGES[0]) return message
  if (refusal) return refusalIn({ ...refusal, message })
  const coded = `codes.${code}` as 'codes.internal'
  return detailText(t, detail, values) ?? (t.has(coded) ? t(coded) : message)
}

/** Says a detail with what stands in it, written by the habits of `locale`; null where it is not known here. */
export function detailText(
  t: TextsIn<'problems'>,
  detail: string | undefined,
  values: FailureValues | undefined,
  locale = pageLocale(),
): string | null {
  const key = `details.${detail}` as 'details.fileBroken'
  return t.has(key) ? t(key, asWritten(detail, values, locale) as { name: string }) : null
}

/** In what some sentences speak of bytes. */
const BYTES: Readonly<Record<string, readonly string[]>> = {
  fileTooLarge: ['size', 'most'],
  workspaceFull: ['size', 'most'],
  requestTooLarge: ['most'],
}

/** Gives values as they are written: "4.2 MB". */
function asWritten(
  detail: string | undefined,
  values: FailureValues = {},
  locale: string,
): FailureValues {
  const bytes = BYTES[detail ?? ''] ?? []
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      bytes.includes(name) && typeof value === 'number' ? sizeInWords(value, locale) : value,
    ]),
  )
}
