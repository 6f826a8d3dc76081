'use client'

import { Suspense, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { loadTexts } from '#components/language/loaded.ts'
import { Texts } from '#components/language/Texts.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { NewWorkspaceForm } from './NewWorkspaceForm.tsx'

interface Shown {
  readonly open: boolean
  readonly onClose: () => void
}

const AREAS = ['entry', 'problems', 'ui'] as const
// Together with the code, so that it opens at once.
void loadTexts(AREAS).catch(() => {})

/** Creates another workspace, owned by the person, and goes there. */
export function NewWorkspaceDialog(props: Shown) {
  // What stands on every page does not fail for texts that nobody has asked for.
  const [isAsked, setAsked] = useState(false)
  if (props.open && !isAsked) setAsked(true)
  if (!isAsked) return null
  return (
    <Suspense>
      <Texts areas={AREAS}>
        <Asking {...props} />
      </Texts>
    </Suspense>
  )
}

function Asking({ open, onClose }: Shown) {
  const t = useTranslations('entry.newWorkspace')
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      size="small"
      title={t('tab')}
      description={t('lead')}
      initialFocus={input}
    >
      <NewWorkspaceForm input={input} />
    </Dialog>
  )
}
