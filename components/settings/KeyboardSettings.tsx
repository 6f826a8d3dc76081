'use client'

import { setSingleKeys, useSingleKeys } from '#components/actions/singleKeys.ts'
import { showOverlay } from '#components/shell/overlays.ts'
import { Button } from '#components/ui/Button.tsx'
import { Section } from '#components/ui/Section.tsx'
import { Switch } from '#components/ui/Switch.tsx'

/** How the keyboard acts, on this device. */
export function KeyboardSettings() {
  const on = useSingleKeys()
  return (
    <Section title="Keyboard" lead="For this device.">
      <div className="rounded-card border bg-surface px-4 py-2">
        <Switch
          label="Keys of one character"
          hint="C captures, J and K walk, and so on. Switch them off if you dictate, or press keys by accident; all of it is in the palette, too."
          checked={on}
          onChange={setSingleKeys}
        />
      </div>
      <Button className="mt-4" onClick={() => showOverlay('keys')}>
        Show all keys
      </Button>
    </Section>
  )
}
