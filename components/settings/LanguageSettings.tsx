'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { chooseLanguage } from '#components/language/chosenLanguage.ts'
import { pageLanguage } from '#components/language/pageLanguage.ts'
import { Section } from '#components/ui/Section.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { tellLanguage, tellLater } from './mailLanguage.ts'
import { type Language, LANGUAGE_NAMES, LANGUAGES } from '#lib/language/languages.ts'

/** A slow server is not waited for longer, in ms: it is told when settings are opened again. */
const TOLD_MS = 1_000
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The language of this device, and of the person's mails. Each is called by its own name, for whoever reads no other. */
export function LanguageSettings() {
  const t = useTranslations('settings.language')
  const [language, setLanguage] = useState(pageLanguage)
  const choose = async (next: Language) => {
    if (next === language) return
    setLanguage(next)
    await Promise.race([tellLanguage(next), wait(TOLD_MS)])
    chooseLanguage(next)
  }
  useEffect(tellLater, [])
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Segmented
        label={t('title')}
        value={language}
        onChange={(next) => void choose(next)}
        segments={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
    </Section>
  )
}
