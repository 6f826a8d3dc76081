'use client'

import { useTranslations } from 'use-intl/react'
import { setSingleKeys, useSingleKeys } from '#components/actions/singleKeys.ts'
import { showOverlay } from '#components/shell/overlays.ts'
import { Button } from '#components/ui/Button.tsx'
import { Section } from '#components/ui/Section.tsx'
import { Switch } from '#components/ui/Switch.tsx'

/** How the keyboard acts, on this device. */
export function KeyboardSettings() {
  const t = useTranslations('settings')
  const on = useSingleKeys()
  return (
    <Section title={t('keyboard.title')} lead={t('common.deviceOnly')}>
      <div className="rounded-card border bg-surface px-4 py-2">
        <Switch
          label={t('keyboard.singleKeys')}
          hint={t('keyboard.singleKeysHint')}
          checked={on}
          onChange={setSingleKeys}
        />
      </div>
      <Button className="mt-4" onClick={() => showOverlay('keys')}>
        {t('keyboard.all')}
      </Button>
    </Section>
  )
}
