import { ClipboardCopy } from 'lucide-react'
import { useState } from 'react'
import type { Doc } from 'yjs'
import { textsOf } from '#components/language/loaded.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { copyText } from '#components/ui/copyText.ts'
import { storyText } from '#lib/doc/read.ts'
import { PlainStory } from './PlainStory.tsx'

/** The text of a story that is gone, as it is on this device: to read, to copy, and to give up (I5). */
export function UnsavedText({ storyId, doc }: { readonly storyId: string; readonly doc: Doc }) {
  const t = textsOf('story')
  return (
    <section aria-label={t('unsaved.title')} className="mt-4 rounded-card border p-4">
      <div className="max-h-96 overflow-y-auto">
        <PlainStory doc={doc} compact />
      </div>
      <UnsavedActions storyId={storyId} doc={doc} />
    </section>
  )
}

/** Copy, and giving up, which cannot be undone and is therefore asked about. `onGivenUp` runs when it is done. */
export function UnsavedActions({
  storyId,
  doc,
  onGivenUp,
}: {
  readonly storyId: string
  readonly doc: Doc
  readonly onGivenUp?: () => void
}) {
  const t = textsOf('story')
  const client = useWorkspaceClient()
  const [asking, setAsking] = useState(false)
  const giveUp = () => void client.discardStory(storyId).then(onGivenUp)
  if (asking) {
    return (
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <p className="min-w-48 flex-1">{t('unsaved.means')}</p>
        <Button size="small" autoFocus onClick={() => setAsking(false)}>
          {t('unsaved.keep')}
        </Button>
        <Button size="small" look="danger" onClick={giveUp}>
          {t('unsaved.giveUp')}
        </Button>
      </div>
    )
  }
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button
        size="small"
        icon={<ClipboardCopy aria-hidden size={14} />}
        onClick={() => void copyText(storyText(doc))}
      >
        {t('unsaved.copy')}
      </Button>
      <Button size="small" look="quiet" onClick={() => setAsking(true)}>
        {t('unsaved.giveUpAsking')}
      </Button>
    </div>
  )
}
