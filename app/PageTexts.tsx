import type { ReactNode } from 'react'
import { type Area, fetchMessages } from '#components/language/messages.ts'
import { GivenTexts } from '#components/language/Texts.tsx'
import { requestLanguage } from './language.ts'

/** Sends what is below it the texts of some areas along with the page, in its language and no other. */
export async function PageTexts({
  areas,
  children,
}: {
  readonly areas: readonly Area[]
  readonly children: ReactNode
}) {
  const language = await requestLanguage()
  return (
    <GivenTexts language={language} messages={await fetchMessages(language, areas)}>
      {children}
    </GivenTexts>
  )
}
