import { alongText } from '#components/language/direction.ts'
import { MessageSquarePlus } from 'lucide-react'
import { type CSSProperties, useRef, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { FullScreen } from '#components/ui/FullScreen.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { readFileName } from '#lib/files/names.ts'
import { isComposing } from '#components/ui/composing.ts'
import { DrawRegion } from '../regions/DrawRegion.tsx'
import { PictureThread } from '../regions/PictureThread.tsx'
import { Regions } from '../regions/Regions.tsx'
import { usePart } from '../regions/usePart.ts'
import type { FileProps } from './FileViews.tsx'
import { LightboxBar, type PicturePlace } from './LightboxBar.tsx'
import type { Zoomed } from './parts.ts'
import { picturesIn, type ShownPicture } from './picturesIn.ts'
import { useZoom } from './zoom/useZoom.ts'
import type { Size, View } from './zoom/view.ts'

type LightboxProps = Pick<FileProps, 'editor' | 'uploads' | 'addressOf' | 'story'> & {
  readonly start: Zoomed
  readonly onClose: () => void
}

/** A picture as large as the screen, and the way to the others of the story. */
export default function Lightbox(props: LightboxProps) {
  const { editor, start } = props
  const [pictures] = useState(() => picturesIn(editor.state.doc))
  const [index, setIndex] = useState(() => pictures.findIndex(({ pos }) => pos === start.pos))
  const picture = pictures[index]
  if (!picture) return null
  const go = (by: number) => setIndex((at) => (pictures[at + by] ? at + by : at))
  const isFirst = picture.pos === start.pos
  return (
    <OnePicture
      {...props}
      key={picture.pos}
      picture={picture}
      begins={isFirst && start.comments}
      place={{ index, count: pictures.length, go }}
    />
  )
}

/**
 * The wheel, two fingers, + and − zoom, a double click and 1 show its own size, 0 all of it; arrows and dragging move what is
 * larger than the screen, arrows otherwise and Page Up and Down go through the pictures. Escape puts away what is said about a
 * part, and then the picture.
 */
function OnePicture({
  editor,
  uploads,
  addressOf,
  story,
  picture,
  begins,
  place,
  onClose,
}: LightboxProps & {
  readonly picture: ShownPicture
  readonly begins: boolean
  readonly place: PicturePlace
}) {
  const t = textsOf('story')
  const comment = useRef<HTMLButtonElement>(null)
  const words = picture.alt ?? picture.caption ?? readFileName(picture.name)
  const quote = picture.caption ?? words
  const part = usePart(story, { block: picture.block, words: quote, begins })
  const { atHand, region } = part
  const [size, setSize] = useState(() => sizeOf(picture.naturalWidth, picture.naturalHeight))
  // It comes with the dialog, later than this.
  const [stage, setStage] = useState<HTMLDivElement | null>(null)
  const { view, press, handlers } = useZoom(stage, size)
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const stop = () => {
    part.stop()
    comment.current?.focus()
  }
  const onKey = (key: string): boolean => {
    if (press(key)) return true
    const by = TURNS[alongText(key)]
    if (by !== undefined) place.go(by)
    return by !== undefined
  }
  return (
    <FullScreen
      label={t('files.pictureOf', { words })}
      className="story-lightbox"
      onClose={close}
      returnFocusTo={() => editor.view.dom}
      onKeyDown={(event) => {
        event.stopPropagation()
        const isTyped = isComposing(event) || isWrittenIn(event.target)
        if (event.key === 'Escape' && !isComposing(event)) {
          event.preventDefault()
          if (region || atHand) stop()
          else close()
        } else if (!isTyped && !event.ctrlKey && !event.metaKey && !event.altKey) {
          if (onKey(event.key)) event.preventDefault()
        }
      }}
    >
      <div className="story-lightbox-main">
        <div ref={setStage} className="story-lightbox-stage" {...handlers}>
          <div className="story-lightbox-sheet" style={sheetStyle(view, size)}>
            <img
              src={uploads.preview(picture.file) ?? addressOf(picture.file)}
              alt={words}
              draggable={false}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setSize(sizeOf(naturalWidth, naturalHeight))
              }
            />
            {picture.block === null ? null : <Regions story={story} block={picture.block} />}
            {/* What is not seen yet cannot have the focus. */}
            {view && region ? (
              <DrawRegion region={region} onChange={part.change} onChosen={part.write} />
            ) : null}
          </div>
        </div>
        {atHand ? <PictureThread story={story} atHand={atHand} onDone={stop} /> : null}
      </div>
      {region && !atHand ? (
        <div className="story-lightbox-bar">
          <p className="min-w-0 flex-1 px-2">
            {t('files.dragOver')}
            <span className="coarse:hidden">{t('files.dragKeys')}</span>.
          </p>
          <Button size="small" look="quiet" onClick={stop}>
            {t('cancel')}
          </Button>
          <Button size="small" look="primary" onClick={() => part.write(region)}>
            {t('files.commentHere')}
          </Button>
        </div>
      ) : null}
      <LightboxBar
        place={place}
        caption={quote}
        scale={view?.scale ?? 1}
        press={press}
        onClose={close}
      >
        {part.mayComment ? (
          <IconButton
            ref={comment}
            label={t('files.commentPart')}
            aria-pressed={region !== null}
            className={region ? 'bg-selected text-accent-text' : undefined}
            onClick={region ? stop : part.begin}
          >
            <MessageSquarePlus aria-hidden size={18} />
          </IconButton>
        ) : null}
      </LightboxBar>
    </FullScreen>
  )
}

function isWrittenIn(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('textarea, input')
}

/** A picture that has not come yet, or has no size of its own, has none. */
function sizeOf(width: number | null, height: number | null): Size | null {
  return width && height ? { width, height } : null
}

/** In the picture's own size, and scaled: what lies over it is in per cent of it. */
function sheetStyle(view: View | null, size: Size | null): CSSProperties {
  if (!view || !size) return { visibility: 'hidden' }
  return {
    width: size.width,
    height: size.height,
    transform: `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
    '--zoom': view.scale,
  } as CSSProperties
}

/** The keys that go through the pictures. */
const TURNS: Readonly<Record<string, number>> = {
  PageUp: -1,
  ArrowLeft: -1,
  PageDown: 1,
  ArrowRight: 1,
}
