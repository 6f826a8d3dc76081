import { ChevronLeft, ChevronRight, Minus, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
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
  return (
    <div className="story-lightbox-bar">
      <IconButton label="Previous picture" disabled={index === 0} onClick={() => go(-1)}>
        <ChevronLeft aria-hidden size={18} />
      </IconButton>
      <output aria-live="polite" className="shrink-0 px-1 tabular-nums">
        {index + 1} of {count}
      </output>
      <IconButton label="Next picture" disabled={index === count - 1} onClick={() => go(1)}>
        <ChevronRight aria-hidden size={18} />
      </IconButton>
      <p className="min-w-0 flex-1 truncate px-2 max-sm:invisible max-sm:px-0">{caption}</p>
      {children}
      <IconButton label="Zoom out" keys="-" onClick={() => press('-')}>
        <Minus aria-hidden size={18} />
      </IconButton>
      <button
        type="button"
        title="Show all of it (0)"
        className="target h-control-small min-w-12 rounded-button text-center whitespace-nowrap tabular-nums hover:bg-hover max-[24rem]:hidden"
        onClick={() => press('0')}
      >
        {Math.round(scale * 100)} %
      </button>
      <IconButton label="Zoom in" keys="+" onClick={() => press('+')}>
        <Plus aria-hidden size={18} />
      </IconButton>
      <IconButton label="Close" keys="Escape" onClick={onClose}>
        <X aria-hidden size={18} />
      </IconButton>
    </div>
  )
}
