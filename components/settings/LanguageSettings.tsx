'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { chooseLanguage } from '#components/language/chosenLanguage.ts'
import { pageLanguage } from '#components/language/pageLanguage.ts'
import { Section } from '#components/ui/Section.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { type Language, LANGUAGE_NAMES, LANGUAGES } from '#lib/language/languages.ts'

/** The language of this device. Each is called by its own name, for whoever reads no other. */
export function LanguageSettings() {
  const t = useTranslations('settings.language')
  const [language, setLanguage] = useState(pageLanguage)
  const choose = (next: Language) => {
    if (next === language) return
    setLanguage(next)
    chooseLanguage(next)
  }
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Segmented
        label={t('title')}
        value={language}
        onChange={choose}
        segments={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
    </Section>
  )
}
