import { ChevronLeft, ChevronRight, Minus, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { IconButton } from '#components/ui/IconButton.tsx'

/** Which of the story's pictures it is. */
export interface PicturePlace {
  readonly index: number
  readonly count: number
  readonly go: (by: number) => void
}

/** What can be done with the picture that fills the screen, below it. */
export function LightboxBar({
  place: { index, count, go },
  caption,
  scale,
  press,
  onClose,
  children,
}: {
  readonly place: PicturePlace
  readonly caption: string
  readonly scale: number
  /** Does what a key of the zoom does. */
  readonly press: (key: string) => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const t = textsOf('story')
  return (
    <div className="story-lightbox-bar">
      <IconButton label={t('files.previous')} disabled={index === 0} onClick={() => go(-1)}>
        <ChevronLeft aria-hidden size={18} />
      </IconButton>
      <output aria-live="polite" className="shrink-0 px-1 tabular-nums">
        {t('files.at', { index: index + 1, count })}
      </output>
      <IconButton label={t('files.next')} disabled={index === count - 1} onClick={() => go(1)}>
        <ChevronRight aria-hidden size={18} />
      </IconButton>
      <p className="min-w-0 flex-1 truncate px-2 max-sm:invisible max-sm:px-0">{caption}</p>
      {children}
      <IconButton label={t('files.zoomOut')} keys="-" onClick={() => press('-')}>
        <Minus aria-hidden size={18} />
      </IconButton>
      <button
        type="button"
        title={t('files.showAll')}
        className="target h-control-small min-w-12 rounded-button text-center whitespace-nowrap tabular-nums hover:bg-hover max-[24rem]:hidden"
        onClick={() => press('0')}
      >
        {Math.round(scale * 100)} %
      </button>
      <IconButton label={t('files.zoomIn')} keys="+" onClick={() => press('+')}>
        <Plus aria-hidden size={18} />
      </IconButton>
      <IconButton label={t('close')} keys="Escape" onClick={onClose}>
        <X aria-hidden size={18} />
      </IconButton>
    </div>
  )
}
