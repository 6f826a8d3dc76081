import { type Doc, XmlElement } from 'yjs'
import { isFileId } from '../files/id.ts'
import { attributeOf, blocksOf } from './blocks.ts'
import { inside } from './words.ts'

/** The blocks that show a file of the story. */
const FILE_BLOCKS: ReadonlySet<string> = new Set(['image', 'attachment'])

/** Gives the file that a block shows, as anybody wrote it; null for every other block, and for one that names none. */
export function fileOf(block: XmlElement): string | null {
  if (!FILE_BLOCKS.has(block.nodeName)) return null
  const file = attributeOf(block, 'file')
  return isFileId(file) ? file : null
}

/** Gives the files that a document shows, each once. Needs no schema. */
export function filesIn(doc: Doc): ReadonlySet<string> {
  const files = new Set<string>()
  for (const { node } of blocksOf(doc)) {
    const file = fileOf(node)
    if (file !== null) files.add(file)
  }
  return files
}

/** True when a file is shown somewhere in a block. */
export function showsFile(block: XmlElement): boolean {
  for (const node of inside(block)) {
    if (node instanceof XmlElement && fileOf(node) !== null) return true
  }
  return false
}

/** Gives the words of a file's block: what was written below the picture, or about it, or what the file is called. */
export function wordsOfFile(block: XmlElement): string {
  for (const name of ['caption', 'alt', 'name']) {
    const value = attributeOf(block, name)
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return ''
}
