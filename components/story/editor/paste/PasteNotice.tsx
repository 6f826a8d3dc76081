import { X } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { Store } from '../store.ts'
import type { PasteNotice as Notice } from './taking.ts'

/** Says what became of a paste that did not fit. */
export function PasteNotice({ notice }: { readonly notice: Store<Notice | null> }) {
  const t = textsOf('story')
  const now = useReadable(notice)
  return (
    <div role="status" className="sticky bottom-3 z-30 flex justify-center empty:hidden">
      {now ? (
        <div className="flex max-w-xl items-start gap-3 rounded-card border bg-surface py-2 pe-2 ps-3 text-interface shadow-overlay">
          <p className="min-w-0 py-1">{now.says}</p>
          {now.pastePlain ? (
            <Button size="small" onClick={now.pastePlain}>
              {t('paste.wordsOnly')}
            </Button>
          ) : null}
          <IconButton label={t('close')} size="small" onClick={() => notice.set(null)}>
            <X aria-hidden size={14} />
          </IconButton>
        </div>
      ) : null}
    </div>
  )
}
