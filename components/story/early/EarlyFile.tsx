import type { CSSProperties } from 'react'
import type { Content } from '#lib/schema/history.ts'

type Attributes = NonNullable<Content['attrs']>

/** The room of a picture or an attachment, and its words. */
export function EarlyFile({
  kind,
  attrs,
}: {
  readonly kind: 'image' | 'attachment'
  readonly attrs: Attributes
}) {
  if (kind === 'attachment') {
    return (
      <div className="story-file story-file-attachment">
        <div className="story-attachment">
          <p className="truncate font-medium">{String(attrs.name ?? 'File')}</p>
        </div>
      </div>
    )
  }
  const { width, naturalWidth, naturalHeight, alt, caption } = attrs
  const frame: CSSProperties = {
    aspectRatio:
      isSize(naturalWidth) && isSize(naturalHeight)
        ? `${naturalWidth} / ${naturalHeight}`
        : undefined,
  }
  return (
    <figure
      className="story-file story-file-image"
      aria-label={String(alt ?? caption ?? 'Picture')}
    >
      <div className="story-picture" style={{ width: widthOf(width, naturalWidth) }}>
        <div className="story-picture-frame" style={frame} />
        {caption ? <div className="story-picture-caption">{String(caption)}</div> : null}
      </div>
    </figure>
  )
}

function widthOf(width: unknown, natural: unknown): string | undefined {
  if (isSize(width)) return `${width}%`
  return isSize(natural) ? `${natural}px` : undefined
}

function isSize(value: unknown): value is number {
  return typeof value === 'number'
}
