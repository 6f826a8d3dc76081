'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Section } from '#components/ui/Section.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { chooseTheme, subscribeTheme, themeChoice } from '#components/ui/theme.ts'

/** Light or dark, on this device. */
export function AppearanceSettings() {
  const theme = useSyncExternalStore(subscribeTheme, themeChoice, () => 'system' as const)
  return (
    <Section title="Appearance" lead="For this device.">
      <Segmented
        label="Appearance"
        value={theme}
        onChange={chooseTheme}
        segments={[
          { value: 'light', label: 'Light', icon: <Sun aria-hidden size={14} /> },
          { value: 'dark', label: 'Dark', icon: <Moon aria-hidden size={14} /> },
          { value: 'system', label: 'Like this device', icon: <Monitor aria-hidden size={14} /> },
        ]}
      />
    </Section>
  )
}
