import type { CSSProperties } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import type { Content } from '#lib/schema/history.ts'
import { roomFor } from '../editor/files/pictureSize.ts'

/** The room of a picture, as the editor keeps it until the picture is drawn; an attachment by its name. */
export function EarlyFile({
  kind,
  attrs,
}: {
  readonly kind: 'image' | 'attachment'
  readonly attrs: NonNullable<Content['attrs']>
}) {
  const t = textsOf('story')
  if (kind === 'image') {
    return (
      <figure
        className="story-file story-file-image"
        style={roomFor(attrs) as CSSProperties}
        data-captioned={attrs.caption ? '' : undefined}
        aria-label={String(attrs.alt ?? attrs.caption ?? t('files.picture'))}
      />
    )
  }
  return (
    <div className="story-file story-file-attachment">
      <div className="story-attachment">
        <p className="truncate font-medium">{String(attrs.name ?? t('files.file'))}</p>
      </div>
    </div>
  )
}
