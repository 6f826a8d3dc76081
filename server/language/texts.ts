import { createTranslator } from 'use-intl/core'
import { type Language, LANGUAGES, LOCALES } from '#lib/language/languages.ts'
import deInbox from '#messages/de/inbox.json' with { type: 'json' }
import deMail from '#messages/de/mail.json' with { type: 'json' }
import deWords from '#messages/de/words.json' with { type: 'json' }
import enInbox from '#messages/en/inbox.json' with { type: 'json' }
import enMail from '#messages/en/mail.json' with { type: 'json' }
import enWords from '#messages/en/words.json' with { type: 'json' }

const MESSAGES = {
  en: { inbox: enInbox, mail: enMail, words: enWords },
  de: { inbox: deInbox, mail: deMail, words: deWords },
} as const satisfies Record<Language, object>

/** What the server itself says to people, in one language: mails, and the page that ends them. */
export interface ServerTexts {
  readonly language: Language
  readonly mail: Writer<'mail'>
  readonly inbox: Writer<'inbox'>
  readonly words: Writer<'words'>
  /** Gives a date without a time (`YYYY-MM-DD`) as people write it: "3 Apr 2026". */
  day(date: string): string
}

type Writer<Area extends 'mail' | 'inbox' | 'words'> = ReturnType<typeof writer<Area>>

/** Gives the texts of a language; of the first one where it is not known which. */
export function serverTexts(language: Language | null): ServerTexts {
  return TEXTS[language ?? LANGUAGES[0]]
}

const TEXTS: Readonly<Record<Language, ServerTexts>> = { en: textsIn('en'), de: textsIn('de') }

function textsIn(language: Language): ServerTexts {
  const days = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return {
    language,
    mail: writer(language, 'mail'),
    inbox: writer(language, 'inbox'),
    words: writer(language, 'words'),
    day: (date) => days.format(new Date(`${date}T00:00:00Z`)),
  }
}

function writer<Area extends 'mail' | 'inbox' | 'words'>(language: Language, area: Area) {
  return createTranslator({
    locale: LOCALES[language],
    messages: MESSAGES[language] as (typeof MESSAGES)['en'],
    namespace: area,
  })
}
