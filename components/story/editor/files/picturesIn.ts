import type { Node } from '@tiptap/pm/model'
import { readBlockId } from '#lib/doc/ids.ts'
import { isFileId } from '#lib/files/id.ts'

/** A picture of a story, as it is leafed through. */
export interface ShownPicture {
  readonly pos: number
  /** Its stable id; null where nobody has named it yet. */
  readonly block: string | null
  readonly file: string
  readonly name: string | null
  readonly alt: string | null
  readonly caption: string | null
  readonly naturalWidth: number | null
  readonly naturalHeight: number | null
}

/** Gives the pictures of a text in reading order. */
export function picturesIn(doc: Node): readonly ShownPicture[] {
  const pictures: ShownPicture[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'image' && isFileId(node.attrs.file)) {
      const { file, name, alt, caption, naturalWidth, naturalHeight } =
        node.attrs as unknown as ShownPicture
      const block = readBlockId(node.attrs.id)
      pictures.push({ pos, block, file, name, alt, caption, naturalWidth, naturalHeight })
    }
    return !node.isTextblock
  })
  return pictures
}
