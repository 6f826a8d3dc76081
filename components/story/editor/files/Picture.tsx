import { ImageOff } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { readBlockId } from '#lib/doc/ids.ts'
import { readFileName } from '#lib/files/names.ts'
import { ChangedLine } from './ChangedLine.tsx'
import type { FileProps } from './FileViews.tsx'
import { PictureBar } from './PictureBar.tsx'
import { pictureSize, type PictureSize, rememberSize } from './pictureSize.ts'
import { Regions } from '../regions/Regions.tsx'
import { UploadStanding } from './UploadStanding.tsx'
import { useChosen } from './useChosen.ts'
import { useTries, useUpload } from './useFile.ts'

/** A picture with its caption, and what becomes of it while it is sent. */
export function Picture(props: FileProps) {
  const t = textsOf('story')
  const { editor, node, place, uploads, readOnly, addressOf, story, zoom } = props
  const attrs = node.attrs as Record<string, string | number | null>
  const file = typeof attrs.file === 'string' ? attrs.file : null
  const upload = useUpload(uploads, file)
  const chosen = useChosen(editor, place)
  const { tries, isMissing, missed, found } = useTries()
  const [size, setSize] = useState<PictureSize | null>(() => pictureSize(attrs))
  const [describing, setDescribing] = useState(false)
  useEffect(() => {
    if (!chosen) setDescribing(false)
  }, [chosen])
  const block = readBlockId(attrs.id)
  const name = readFileName(attrs.name)
  const words = String(attrs.alt ?? attrs.caption ?? name)
  const preview = file === null ? null : uploads.preview(file)
  const open = () => {
    const pos = place()
    if (pos !== undefined && !isMissing) zoom(pos)
  }
  return (
    <div className="story-picture" style={widthOf(attrs, size)}>
      <div className="story-picture-frame" style={ratioOf(size, isMissing)}>
        {file === null || isMissing ? (
          <p role="note" className="story-picture-absent">
            <ImageOff aria-hidden size={18} className="shrink-0" />
            <span>{t.rich('files.absent', { name, b: bold })}</span>
          </p>
        ) : null}
        {file === null ? null : (
          <img
            // Another try is another element: a browser does not ask again for one that failed.
            key={preview ?? tries}
            src={preview ?? addressOf(file)}
            alt={words}
            draggable={false}
            hidden={isMissing}
            decoding="async"
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
              found()
              if (size) return
              rememberSize(file, { width, height })
              setSize({ width, height })
            }}
            onError={missed}
            onDoubleClick={open}
            onClick={readOnly ? open : undefined}
          />
        )}
        {block === null || isMissing ? null : <Regions story={story} block={block} />}
        {upload && file !== null ? <UploadStanding {...props} upload={upload} file={file} /> : null}
        {isMissing ? null : (
          <PictureBar
            {...props}
            chosen={chosen}
            words={words}
            describing={describing}
            onDescribe={() => setDescribing(!describing)}
          />
        )}
      </div>
      {describing ? (
        <ChangedLine {...props} attribute="alt" label={t('files.describe')} autoFocus />
      ) : null}
      {readOnly ? (
        attrs.caption ? (
          <div className="story-picture-caption">{attrs.caption}</div>
        ) : null
      ) : attrs.caption || chosen ? (
        <ChangedLine {...props} attribute="caption" label={t('files.caption')} />
      ) : null}
    </div>
  )
}

function widthOf({ width }: Record<string, unknown>, size: PictureSize | null) {
  return typeof width === 'number'
    ? { width: `${width}%` }
    : size
      ? { width: `${size.width}px` }
      : {}
}

/** Keeps the room, so that nothing jumps when the picture comes. */
function ratioOf(size: PictureSize | null, isMissing: boolean) {
  return !isMissing && size ? { aspectRatio: `${size.width} / ${size.height}` } : {}
}

function bold(words: ReactNode) {
  return <b>{words}</b>
}
