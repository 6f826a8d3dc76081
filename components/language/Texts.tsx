'use client'

import { type ReactNode, use } from 'react'
import { IntlProvider } from 'use-intl/react'
import { type Language, LOCALES } from '#lib/language/languages.ts'
import { loadTexts } from './loaded.ts'
import type { Area, Messages } from './messages.ts'
import { pageLocale } from './pageLanguage.ts'

/** Gives what is below it the texts of some areas, fetched when it is first shown. For parts that only a browser renders. */
export function Texts({
  areas,
  children,
}: {
  readonly areas: readonly Area[]
  readonly children: ReactNode
}) {
  return (
    <IntlProvider locale={pageLocale()} messages={use(loadTexts(areas))}>
      {children}
    </IntlProvider>
  )
}

/** The same with texts that came along with the page: for what the server renders, too. */
export function GivenTexts({
  language,
  messages,
  children,
}: {
  readonly language: Language
  readonly messages: Partial<Messages>
  readonly children: ReactNode
}) {
  return (
    <IntlProvider locale={LOCALES[language]} messages={messages}>
      {children}
    </IntlProvider>
  )
}
