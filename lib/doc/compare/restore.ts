import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { type Doc, UndoManager, XmlElement, type XmlFragment, XmlText } from 'yjs'
import type { Content } from '../../schema/history.ts'
import { readBlock, readContent } from '../content.ts'
import { BODY } from '../schema.ts'
import { compareBlocks, type ChangedRow, type Row } from './blocks.ts'
import { canonical, keyOf } from './canonical.ts'
import { lengthOf, type Piece } from './words.ts'

/**
 * Puts what a version said back into an open document, as an edit like any other (VE5): only what is different is touched,
 * so that blocks keep who they are, others' carets and comments stay where they were, and what somebody types meanwhile
 * into another block is not lost. Undo of the open editor takes it back. Never a new document (I6).
 */
export function restoreAll(doc: Doc, version: readonly Content[]): void {
  const body = doc.getXmlFragment(BODY)
  const rows = compareBlocks(canonical(readContent(doc)), canonical(version))
  edit(doc, () => applyRows(body, rows))
}

/**
 * The same for one criterion or question, by its name. One that is gone comes back behind the one that was before it,
 * in the section it was in. Gives false when the version has none of this name.
 */
export function restoreNamed(doc: Doc, version: readonly Content[], id: string): boolean {
  const then = findNamed(canonical(version), id)
  if (!then) return false
  const body = doc.getXmlFragment(BODY)
  const now = findElement(body, (node) => node.getAttribute('id') === id)
  if (now) edit(doc, () => applyTo(now, then.node))
  else edit(doc, () => putBack(body, then))
  return true
}

/**
 * The same for blocks that have no name. `was` and `is` are the two rows that are shown for one block: what the version
 * says (null: nothing) and what the document says (null: it is gone). Gives false when the document says something else
 * meanwhile.
 */
export function restoreBlock(
  doc: Doc,
  version: readonly Content[],
  { was, is }: { readonly was: Content | null; readonly is: Content | null },
): boolean {
  const body = doc.getXmlFragment(BODY)
  const rows = compareBlocks(canonical(readContent(doc)), canonical(version))
  const picked = rows.findIndex((row) => isAbout(row, was, is))
  if (picked < 0) return false
  const only = rows.flatMap((row, index): Row[] => {
    if (index === picked) return [row]
    const node = beforeOf(row)
    return node ? [{ kind: 'same', node }] : []
  })
  edit(doc, () => applyRows(body, only))
  return true
}

function isAbout(row: Row, was: Content | null, is: Content | null): boolean {
  const [now, then] = [beforeOf(row), afterOf(row)]
  return row.kind !== 'same' && isEqual(now, is) && isEqual(then, was)
}

function beforeOf(row: Row): Content | null {
  return row.kind === 'changed' ? row.before : row.kind === 'added' ? null : row.node
}

/** Gives what a row says afterwards; null: nothing. */
export function afterOf(row: Row): Content | null {
  return row.kind === 'changed' ? row.after : row.kind === 'removed' ? null : row.node
}

/** True when two blocks say the same. */
export function isEqual(a: Content | null, b: Content | null): boolean {
  return a === null || b === null ? a === b : keyOf(a) === keyOf(b)
}

/**
 * Makes a change of the ones above and gives what takes it back, and nothing else that was written since. Gives null where
 * there was nothing to change.
 */
export function takeBackOf(doc: Doc, change: () => void): (() => void) | null {
  const undo = new UndoManager(doc.getXmlFragment(BODY), {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTimeout: 0,
  })
  change()
  // From here on what is typed is not its business.
  undo.trackedOrigins.clear()
  if (undo.undoStack.length > 0) return () => void undo.undo()
  undo.destroy()
  return null
}

/** As the editor's own edits: so its undo has it. */
export function edit(doc: Doc, change: () => void): void {
  doc.transact(change, ySyncPluginKey)
}

type Parent = Pick<XmlFragment, 'get' | 'insert' | 'delete' | 'length'>

/** Makes the children of a node say what rows of a comparison say, where `same` is what stands there. */
export function applyRows(parent: Parent, rows: readonly Row[]): void {
  let at = 0
  for (const row of rows) {
    switch (row.kind) {
      case 'same':
        at += 1
        break
      case 'removed':
        parent.delete(at, 1)
        break
      case 'added':
        parent.insert(at, [elementOf(row.node)])
        at += 1
        break
      case 'changed':
        changeAt(parent, at, row)
        at += 1
        break
    }
  }
}

/** What cannot become the other (a block of another type) is written anew; its children cannot be taken along. */
function changeAt(parent: Parent, at: number, row: ChangedRow): void {
  const node = parent.get(at)
  if (!(node instanceof XmlElement) || row.before.type !== row.after.type) {
    parent.delete(at, 1)
    parent.insert(at, [elementOf(row.after)])
    return
  }
  setAttributes(node, row.after)
  if (row.inside.kind === 'blocks') applyRows(node, row.inside.rows)
  else if (!applyPieces(node, row.inside.pieces)) rewrite(node, row.after)
}

function applyTo(node: XmlElement, then: Content): void {
  const [row] = compareBlocks(canonical([readBlock(node)]), [then])
  if (row?.kind === 'changed') {
    setAttributes(node, then)
    if (row.inside.kind === 'blocks') applyRows(node, row.inside.rows)
    else if (!applyPieces(node, row.inside.pieces)) rewrite(node, then)
  }
}

/** Word by word where the line is one text; gives false where other things stand in it. */
function applyPieces(node: XmlElement, pieces: readonly Piece[]): boolean {
  const children: readonly unknown[] = node.toArray()
  const [text] = children
  const isPlain = pieces.every(({ content }) => content.every(({ type }) => type === 'text'))
  if (children.length !== 1 || !(text instanceof XmlText) || !isPlain) return false
  if (text.length !== lengthBefore(pieces)) return false
  let at = 0
  for (const piece of pieces) {
    const length = lengthOf(piece.content)
    switch (piece.kind) {
      case 'same':
        at += length
        break
      case 'removed':
        text.delete(at, length)
        break
      case 'added':
        for (const part of piece.content) {
          text.insert(at, part.text ?? '', attributesOf(part))
          at += part.text?.length ?? 0
        }
        break
      case 'marked':
        for (const part of piece.content) {
          const partLength = part.text?.length ?? 0
          text.format(at, partLength, { ...without(piece.was), ...attributesOf(part) })
          at += partLength
        }
        break
    }
  }
  return true
}

function lengthBefore(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) => sum + (piece.kind === 'added' ? 0 : lengthOf(piece.content)),
    0,
  )
}

function rewrite(node: XmlElement, then: Content): void {
  node.delete(0, node.length)
  node.insert(0, childrenOf(then))
}

function setAttributes(node: XmlElement, { attrs = {} }: Content): void {
  for (const name of Object.keys(node.getAttributes())) {
    if (attrs[name] === undefined) node.removeAttribute(name)
  }
  for (const [name, value] of Object.entries(attrs)) {
    if ((node.getAttribute(name) as unknown) !== value) node.setAttribute(name, value as string)
  }
}

function elementOf({ type, attrs = {}, ...rest }: Content): XmlElement {
  const element = new XmlElement(type)
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value as string)
  element.insert(0, childrenOf({ type, attrs, ...rest }))
  return element
}

/** Texts side by side are one. */
function childrenOf({ content = [] }: Content): (XmlElement | XmlText)[] {
  const children: (XmlElement | XmlText)[] = []
  let line: Content[] = []
  const flush = () => {
    if (line.length === 0) return
    const text = new XmlText()
    text.applyDelta(
      line.map((part) => ({ insert: part.text ?? '', attributes: attributesOf(part) })),
    )
    children.push(text)
    line = []
  }
  for (const child of content) {
    if (child.type === 'text') line.push(child)
    else {
      flush()
      children.push(elementOf(child))
    }
  }
  flush()
  return children
}

function attributesOf({ marks = [] }: Content): Record<string, object> {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}]))
}

function without(was: readonly Content[]): Record<string, null> {
  const names = was.flatMap(({ marks = [] }) => marks.map(({ type }) => type))
  return Object.fromEntries(names.map((name) => [name, null]))
}

interface Named {
  readonly node: Content
  /** The names of its siblings before it, the nearest first. */
  readonly behind: readonly string[]
  /** What it is in: a section, or a criterion that holds nested ones. */
  readonly section: string
}

/** Finds a criterion or question of a version by its name. */
export function findNamed(content: readonly Content[], id: string, section = ''): Named | null {
  for (const [index, node] of content.entries()) {
    if (node.attrs?.id === id) {
      const before = content.slice(0, index).toReversed()
      const behind = before.flatMap(({ attrs }) =>
        typeof attrs?.id === 'string' ? [attrs.id] : [],
      )
      return { node, behind, section }
    }
    const found = findNamed(node.content ?? [], id, node.type)
    if (found) return found
  }
  return null
}

/** Writes a criterion or question behind the one it stood behind, else first in its section. */
export function putBack(body: XmlFragment, { node, behind, section }: Named): void {
  const element = elementOf(node)
  for (const id of behind) {
    const neighbour = findElement(body, (one) => one.getAttribute('id') === id)
    const parent = neighbour?.parent
    if (!neighbour || !parent) continue
    const at = (parent as XmlElement).toArray().indexOf(neighbour)
    ;(parent as XmlElement).insert(at + 1, [element])
    return
  }
  const home = findElement(body, ({ nodeName }) => nodeName === section)
  if (home) return home.insert(0, [element])
  const made = new XmlElement(section)
  made.insert(0, [element])
  body.push([made])
}

/** Its own stack, not recursion: the depth is whatever a client wrote. */
export function findElement(
  body: XmlFragment,
  isIt: (node: XmlElement) => boolean,
): XmlElement | null {
  const ahead: unknown[] = body.toArray().toReversed()
  while (ahead.length > 0) {
    const node = ahead.pop()
    if (!(node instanceof XmlElement)) continue
    if (isIt(node)) return node
    for (const child of (node.toArray() as unknown[]).toReversed()) ahead.push(child)
  }
  return null
}
