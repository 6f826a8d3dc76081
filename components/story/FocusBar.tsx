import { Minimize2 } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { SyncIndicator } from '#components/shell/SyncIndicator.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { focusMode } from './focusMode.ts'

/** Over a text that is alone on the screen: how far it is saved (UX12), and the way back. */
export function FocusBar() {
  const t = textsOf('story')
  return (
    <section
      aria-label={t('focus.alone')}
      className="sticky top-0 z-30 flex h-12 items-center justify-end gap-2 bg-surface/90 px-4"
    >
      <SyncIndicator />
      <IconButton label={t('focus.leave')} keys="Escape" onClick={() => focusMode.set(false)}>
        <Minimize2 aria-hidden size={16} />
      </IconButton>
    </section>
  )
}
