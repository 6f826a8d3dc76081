'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { Section } from '#components/ui/Section.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { chooseTheme, subscribeTheme, themeChoice } from '#components/ui/theme.ts'

/** Light or dark, on this device. */
export function AppearanceSettings() {
  const t = useTranslations('settings')
  const theme = useSyncExternalStore(subscribeTheme, themeChoice, () => 'system' as const)
  return (
    <Section title={t('appearance.title')} lead={t('common.deviceOnly')}>
      <Segmented
        label={t('appearance.title')}
        value={theme}
        onChange={chooseTheme}
        segments={[
          { value: 'light', label: t('appearance.light'), icon: <Sun aria-hidden size={14} /> },
          { value: 'dark', label: t('appearance.dark'), icon: <Moon aria-hidden size={14} /> },
          {
            value: 'system',
            label: t('appearance.system'),
            icon: <Monitor aria-hidden size={14} />,
          },
        ]}
      />
    </Section>
  )
}
