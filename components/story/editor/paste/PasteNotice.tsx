import { X } from 'lucide-react'
import { useReadable } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { Store } from '../store.ts'
import type { PasteNotice as Notice } from './taking.ts'

/** Says what became of a paste that did not fit. */
export function PasteNotice({ notice }: { readonly notice: Store<Notice | null> }) {
  const now = useReadable(notice)
  return (
    <div role="status" className="sticky bottom-3 z-30 flex justify-center empty:hidden">
      {now ? (
        <div className="flex max-w-xl items-start gap-3 rounded-card border bg-surface py-2 pr-2 pl-3 text-interface shadow-overlay">
          <p className="min-w-0 py-1">{now.says}</p>
          {now.pastePlain ? (
            <Button size="small" onClick={now.pastePlain}>
              Paste the words only
            </Button>
          ) : null}
          <IconButton label="Close" size="small" onClick={() => notice.set(null)}>
            <X aria-hidden size={14} />
          </IconButton>
        </div>
      ) : null}
    </div>
  )
}
