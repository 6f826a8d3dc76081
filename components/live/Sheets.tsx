'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'

export interface Sheet {
  readonly id: string
  readonly title: string
  /** What is written on the button that opens it. */
  readonly way: string
  readonly content: ReactNode
}

/** Where there is no room beside the story: what else belongs to the session, each part behind a button. */
export function Sheets({ sheets }: { readonly sheets: readonly Sheet[] }) {
  const [open, setOpen] = useState<string | null>(null)
  // What is shown stays until it is gone from the screen.
  const [last, setLast] = useState<string | null>(null)
  const shown = sheets.find(({ id }) => id === (open ?? last))
  return (
    <div className="flex gap-2 border-t bg-surface px-3 py-2">
      {sheets.map(({ id, way }) => (
        <Button
          key={id}
          className="min-w-0 flex-1 shrink!"
          onClick={() => {
            setOpen(id)
            setLast(id)
          }}
        >
          <span className="truncate">{way}</span>
        </Button>
      ))}
      <Dialog
        open={open !== null}
        onOpenChange={(next) => !next && setOpen(null)}
        title={shown?.title ?? ''}
      >
        {shown?.content}
      </Dialog>
    </div>
  )
}
