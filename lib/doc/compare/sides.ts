import type { Content } from '../../schema/history.ts'
import type { ChangedRow, Row } from './blocks.ts'
import type { Piece } from './words.ts'

/** What is drawn of two texts that were compared: the one before, the one after, or both in one. */
export type Side = 'before' | 'after' | 'both'

/** How a block or a text differs; it stands under `DIFFERENCE` among the attributes, or as the type of a mark. */
export type Difference = 'added' | 'removed' | 'moved'

/** No document has an attribute of this name. */
export const DIFFERENCE = '~'

/** A question of which what is said about it differs: its attributes in the texts that are drawn. */
interface Standing extends Content {
  readonly stood?: NonNullable<Content['attrs']>
  readonly stands?: NonNullable<Content['attrs']>
}

/** Gives rows as content to be drawn, in which what differs is marked. */
export function sideOf(rows: readonly Row[], side: Side): Content[] {
  return rows.flatMap((row): Content[] => {
    switch (row.kind) {
      case 'same':
        return [row.node]
      case 'added':
        return side === 'before' ? [] : [marked(row.node, row.move === null ? 'added' : 'moved')]
      case 'removed':
        return side === 'after' ? [] : [marked(row.node, row.move === null ? 'removed' : 'moved')]
      case 'changed':
        return changedOn(row, side)
    }
  })
}

/** Reads how a block differs. */
export function differenceOf({ attrs }: Content): Difference | null {
  const value = attrs?.[DIFFERENCE]
  return value === 'added' || value === 'removed' || value === 'moved' ? value : null
}

/** Reads how a question stood and stands where that differs; without either it stands as its own attributes say. */
export function standingsOf(question: Content): Pick<Standing, 'stood' | 'stands'> {
  const { stood, stands }: Standing = question
  return { ...(stood && { stood }), ...(stands && { stands }) }
}

function changedOn({ before, after, inside }: ChangedRow, side: Side): Content[] {
  const { content: _, ...frame } = side === 'before' ? before : after
  const content =
    inside.kind === 'words'
      ? inside.pieces.flatMap((piece) => wordsOn(piece, side))
      : sideOf(inside.rows, side)
  // Another kind of block, or another attribute: nothing inside says so.
  const isFrameChanged = frameOf(before) !== frameOf(after)
  const node: Content = { ...frame, content }
  // Its words are as they are: who is to answer it, and whether somebody has, is said above them.
  if (isFrameChanged && before.type === 'question' && after.type === 'question') {
    const standing: Standing = {
      ...node,
      ...(side !== 'after' && { stood: before.attrs ?? {} }),
      ...(side !== 'before' && { stands: after.attrs ?? {} }),
    }
    return [standing]
  }
  return [isFrameChanged ? marked(node, side === 'before' ? 'removed' : 'added') : node]
}

function wordsOn(piece: Piece, side: Side): readonly Content[] {
  switch (piece.kind) {
    case 'same':
      return piece.content
    case 'added':
      return side === 'before' ? [] : piece.content.map((text) => markedText(text, 'added'))
    case 'removed':
      return side === 'after' ? [] : piece.content.map((text) => markedText(text, 'removed'))
    case 'marked': {
      const [was, is] = [
        piece.was.map((text) => markedText(text, 'removed')),
        piece.content.map((text) => markedText(text, 'added')),
      ]
      return side === 'before' ? was : side === 'after' ? is : [...was, ...is]
    }
  }
}

function frameOf({ type, attrs }: Content): string {
  return JSON.stringify([type, attrs])
}

function marked(node: Content, difference: Difference): Content {
  return { ...node, attrs: { ...node.attrs, [DIFFERENCE]: difference } }
}

function markedText(node: Content, difference: Difference): Content {
  if (node.type !== 'text') return marked(node, difference)
  return { ...node, marks: [...(node.marks ?? []), { type: `${DIFFERENCE}${difference}` }] }
}
