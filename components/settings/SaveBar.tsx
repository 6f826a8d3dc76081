'use client'

import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'

/** Below something edited and not saved, at the foot of the screen: what saving would do, or what is wrong first. */
export function SaveBar({
  problem,
  children,
  below,
  save,
  onSave,
  onReset,
}: {
  /** What is wrong: as long as something is, it cannot be saved. */
  readonly problem: string | null
  /** What saving would do. */
  readonly children: ReactNode
  /** More about it, over the whole width. */
  readonly below?: ReactNode
  /** The button's words: "Save steps". */
  readonly save: string
  readonly onSave: () => void
  readonly onReset: () => void
}) {
  const t = useTranslations('settings.common')
  const noteId = useId()
  return (
    <div className="sticky bottom-3 z-10 mt-4 rounded-card border bg-surface px-4 py-3 shadow-overlay">
      <div className="flex flex-wrap items-center gap-3">
        <div id={noteId} role="status" className="min-w-48 flex-1 text-interface">
          {problem === null ? (
            children
          ) : (
            <span className="flex items-start gap-1.5 text-danger">
              <CircleAlert aria-hidden size={14} className="mt-[3px] shrink-0" />
              {problem}
            </span>
          )}
        </div>
        <div className="flex gap-2">
          <Button onClick={onReset}>{t('reset')}</Button>
          <Button
            look="primary"
            disabled={problem !== null}
            aria-describedby={noteId}
            onClick={onSave}
          >
            {save}
          </Button>
        </div>
      </div>
      {problem === null ? below : null}
    </div>
  )
}
