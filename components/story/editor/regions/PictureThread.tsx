import { X } from 'lucide-react'
import { type AtHand, BesideText } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { IconButton } from '#components/ui/IconButton.tsx'

/** What is said about a part of the picture that fills the screen: beside it, or below it where the screen is narrow. */
export function PictureThread({
  story,
  atHand,
  onDone,
}: {
  readonly story: string
  readonly atHand: AtHand
  readonly onDone: () => void
}) {
  const t = textsOf('story')
  return (
    <aside aria-label={t('files.commentPart')} className="story-picture-thread">
      <header className="-mt-1 flex shrink-0 items-center justify-between">
        <span className="text-label text-subtle">
          {atHand.kind === 'new' ? t('talk.newComment') : t('talk.thread')}
        </span>
        <IconButton label={t('talk.closeThread')} size="small" className="-me-1" onClick={onDone}>
          <X aria-hidden size={14} />
        </IconButton>
      </header>
      <BesideText storyId={story} atHand={atHand} onDone={onDone} />
    </aside>
  )
}
