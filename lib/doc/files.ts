import { Node } from '@tiptap/core'
import { isFileId } from '../files/id.ts'
import { readFileName } from '../files/names.ts'
import { asHtml, numberAttribute, textAttribute } from './blockNode.ts'
import { readBlockId } from './ids.ts'

/** Characters of a caption, and of the description of a picture. */
export const CAPTION_MAX = 500
/** A picture's width in per cent of the text's; null is as large as it is, and not larger than the text. */
export const WIDTHS = [25, 50, 75, 100] as const
/** Pictures that fit side by side. */
export const ROW_MAX = 4

/**
 * A picture of the story. Its bytes are a file of the story (`server/files`), which may still be on its way here, and a
 * name that is none of this story's shows nothing. The sizes, in pixels, keep the room for it.
 */
export const StoryImage = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  // Dragged by the pointer (components/story/editor/files/dragPicture.ts): a drag of the browser's own shows no line at a side.
  draggable: false,
  addAttributes: () => ({
    id: textAttribute('id', readBlockId),
    file: textAttribute('file', readFile),
    name: textAttribute('name', readNullableName),
    alt: textAttribute('alt', readCaption),
    caption: textAttribute('caption', readCaption),
    width: numberAttribute('width', { least: 10, most: 100 }),
    naturalWidth: numberAttribute('natural-width', { least: 1, most: 65_535 }),
    naturalHeight: numberAttribute('natural-height', { least: 1, most: 65_535 }),
  }),
  ...asLeaf('figure', 'image'),
})

/** A file of the story that is no picture: its name and size, to be fetched. */
export const StoryAttachment = Node.create({
  name: 'attachment',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    id: textAttribute('id', readBlockId),
    file: textAttribute('file', readFile),
    name: textAttribute('name', readNullableName),
    size: numberAttribute('size', { least: 0, most: Number.MAX_SAFE_INTEGER }),
  }),
  ...asLeaf('p', 'attachment'),
})

/** Pictures side by side. */
export const ImageRow = Node.create({
  name: 'imageRow',
  group: 'block',
  content: 'image*',
  selectable: false,
  isolating: true,
  ...asHtml('div', 'imageRow'),
})

/** Outside the editor a file is its words: nobody else can fetch it. */
function asLeaf(tag: string, name: string): ReturnType<typeof asHtml> {
  return {
    ...asHtml(tag, name),
    renderHTML: ({ node, HTMLAttributes }) => {
      const { caption, alt, name: called } = node.attrs as Record<string, string | null>
      return [
        tag,
        { ...HTMLAttributes, 'data-block': name },
        ['span', {}, caption ?? alt ?? called ?? ''],
      ]
    },
  }
}

function readFile(value: unknown): string | null {
  return isFileId(value) ? value : null
}

function readNullableName(value: unknown): string | null {
  return typeof value === 'string' ? readFileName(value) : null
}

function readCaption(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const words = value.slice(0, CAPTION_MAX).replace(/\s+/g, ' ').trim()
  return words === '' ? null : words
}
