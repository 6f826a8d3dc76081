import { GapCursor } from '@tiptap/pm/gapcursor'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import {
  type Command,
  EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import {
  applyUpdate,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  type UndoManager,
  XmlFragment,
} from 'yjs'
import { around, foundAt, typeOf } from '#components/story/editor/around.ts'
import { enterInCriterion } from '#components/story/editor/criteria/enter.ts'
import { backspaceInCriterion, deleteInCriterion } from '#components/story/editor/criteria/erase.ts'
import { hasClauses, toClauses, toSentence } from '#components/story/editor/criteria/form.ts'
import { liftCriteria, nestCriteria } from '#components/story/editor/criteria/nest.ts'
import { isListItem, toLines, toList } from '#components/story/editor/lists/items.ts'
import { moveBlock } from '#components/story/editor/move.ts'
import { guardSelection } from '#components/story/editor/ownSelection.ts'
import { withoutNames } from '#components/story/editor/pasting.ts'
import { changeQuestion, toAnswer } from '#components/story/editor/questions/change.ts'
import {
  backspaceInQuestion,
  deleteInQuestion,
  enterInQuestion,
} from '#components/story/editor/questions/lines.ts'
import { enterInBody, leaveCode, leaveLastCode } from '#components/story/editor/rich/body.ts'
import { enterAtGap } from '#components/story/editor/rich/gap.ts'
import { backspaceInSummary, enterInSummary } from '#components/story/editor/rich/keys.ts'
import { toCallout, toDetails } from '#components/story/editor/rich/turn.ts'
import { insertSection } from '#components/story/editor/sections/insert.ts'
import { ownEdits } from '#components/story/editor/undo.ts'
import { CALLOUT_KINDS } from '#lib/doc/calloutKinds.ts'
import { storySchema } from '#lib/doc/extensions.ts'
import { mentionAttrs, unmarkedMentions } from '#lib/doc/mention.ts'
import { must } from '#lib/domain/must.ts'
import { MENTION_KINDS } from '#lib/doc/mentions.ts'
import { BODY } from '#lib/doc/schema.ts'
import { SECTIONS } from '#lib/doc/sectionNames.ts'
import { stableIds } from '#lib/doc/stableIds.ts'
import type { Random } from './random.ts'

const WORDS = ['a header ', 'the row ', 'given a filter, when ', 'x', 'twice. ']

/** Somebody with a story open: the editor's own binding, commands and plugins, without a screen. */
export class BlockWriter {
  readonly doc = new Doc()
  /** Blocks that this editor deleted because of what arrived: with a schema that takes what may meet there are none. */
  repairs = 0
  /** How many changes of its own reached the document. */
  edits = 0
  readonly #name: string
  readonly #undo: UndoManager
  readonly #update: () => void
  readonly #view: EditorView
  #state: EditorState
  #isReceiving = false

  constructor(name: string) {
    this.#name = name
    this.#undo = ownEdits(this.doc)
    const binding = ySyncPlugin(this.doc.getXmlFragment(BODY)) as ReturnType<typeof stableIds>
    this.#state = EditorState.create({
      schema: storySchema(),
      plugins: [binding, stableIds(), unmarkedMentions()],
    })
    const writer = this
    this.#view = {
      get state() {
        return writer.#state
      },
      dispatch: (tr: Transaction) => this.#dispatch(tr),
      hasFocus: () => false,
    } as unknown as EditorView
    this.#update = () => {}
    const shown = binding.spec.view?.(this.#view)
    guardSelection(this.#state)
    this.#update = () => shown?.update?.(this.#view, this.#state)
    this.doc.on('afterTransaction', ({ origin, deleteSet, changed }) => {
      if (origin !== ySyncPluginKey || changed.size === 0) return
      if (!this.#isReceiving) this.edits += 1
      // Two texts side by side are joined by whoever wrote the second; a block is what is in elements.
      else if (deleteSet.clients.size > 0 && [...changed.keys()].some(isBlocks)) this.repairs += 1
    })
  }

  /** What the editor shows. */
  get shown(): Node {
    return this.#state.doc
  }

  get view(): EditorView {
    return this.#view
  }

  get state(): EditorState {
    return this.#state
  }

  receive(update: Uint8Array): void {
    this.#isReceiving = true
    applyUpdate(this.doc, update, 'network')
    this.#isReceiving = false
  }

  /** Gives what the other does not have. */
  newsFor(other: BlockWriter): Uint8Array {
    return encodeStateAsUpdate(this.doc, encodeStateVector(other.doc))
  }

  type(words: string): void {
    this.#dispatch(this.#state.tr.insertText(words))
  }

  /** Types in front of the line that reads `line`. Throws when there is none. */
  write(line: string, words: string): void {
    const places: number[] = []
    this.#state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.textContent === line) places.push(pos + 1)
    })
    this.#dispatch(this.#state.tr.insertText(words, must(places[0], `a line "${line}"`)))
  }

  /** Does one of the things that people do to a story, somewhere in it. */
  act(random: Random): void {
    this.#putCaret(random)
    const state = this.#state
    const { $from } = state.selection
    const criterion = around($from, 'criterion')
    const question = around($from, 'question')
    const run = (command: Command) => command(this.#state, (tr) => this.#dispatch(tr), this.#view)
    const deeds: readonly (() => unknown)[] = [
      () => this.type(random.pick(WORDS)),
      () => this.type(random.pick(WORDS)),
      () => run(enterInCriterion) || run(enterInQuestion(this.#name)),
      () => run(nestCriteria),
      () => run(liftCriteria),
      () => this.#atStart() && (run(backspaceInCriterion) || run(backspaceInQuestion)),
      () => this.#atEnd() && (run(deleteInCriterion) || run(deleteInQuestion)),
      () => this.#moveSomewhere(random),
      () => this.#moveItem(random),
      () => this.#turnItem(random),
      () => this.#deleteRange(random),
      () => this.#double(random),
      () => this.#undo.undo(),
      () => this.#undo.redo(),
      () => this.#dispatch(insertSection(state, random.pick(SECTIONS), this.#name)),
      () =>
        criterion &&
        this.#dispatch((hasClauses(criterion.node) ? toSentence : toClauses)(state, criterion)),
      () =>
        question &&
        this.#dispatch(
          changeQuestion(state, question, {
            open: random.chance(0.5),
            blocking: random.chance(0.5),
            owner: random.pick(['ana', 'bo', null]),
          }),
        ),
      () => question && this.#dispatch(toAnswer(state, question)),
      () => this.#change((tr) => toCallout(tr, random.pick(CALLOUT_KINDS))),
      () => this.#change(toDetails),
      () => run(enterInSummary) || run(enterInBody),
      () => run(backspaceInSummary),
      () => run(random.chance(0.5) ? leaveCode : leaveLastCode),
      () => this.#putGap(random) && run(enterAtGap),
      () => this.#mention(random),
      () => this.#putCard(random),
      () => this.#turnCode(random),
      () => this.#mark(random),
      () => this.#copyRange(random),
    ]
    random.pick(deeds)()
  }

  #change(change: (tr: Transaction) => boolean): void {
    const { tr } = this.#state
    if (change(tr)) this.#dispatch(tr)
  }

  /** Names somebody or something at the caret. */
  #mention(random: Random): void {
    const { tr, schema, selection } = this.#state
    const kind = random.pick(MENTION_KINDS)
    const attrs = mentionAttrs({ kind, id: random.pick(['x', 'y']), story: null, label: 'Ana' })
    const node = typeOf(schema, 'mention').create(attrs)
    const { $from } = selection
    if (!$from.parent.canReplaceWith($from.index(), $from.index(), node.type)) return
    this.#dispatch(tr.insert($from.pos, node))
  }

  /** Puts a card behind the document's block at the caret. */
  #putCard(random: Random): void {
    const { tr, schema, selection } = this.#state
    const card = typeOf(schema, 'linkCard').create({
      href: random.pick(['https://example.com/a', 'https://example.com/b']),
      title: random.pick(['', 'A page']),
    })
    this.#dispatch(tr.insert(selection.$from.depth === 0 ? 0 : selection.$from.after(1), card))
  }

  /** Makes code of the line at the caret, or gives code another language. */
  #turnCode(random: Random): void {
    const { tr, schema, selection } = this.#state
    const { $from } = selection
    const language = random.pick(['sql', 'typescript', null])
    if ($from.parent.type.name === 'codeBlock')
      this.#dispatch(tr.setNodeAttribute($from.before(), 'language', language))
    else if ($from.depth === 1 && $from.parent.isTextblock)
      this.#dispatch(
        tr.setBlockType($from.pos, $from.pos, typeOf(schema, 'codeBlock'), { language }),
      )
  }

  /** Makes some letters bold, or plain again, mentions among them. */
  #mark(random: Random): void {
    const { tr, schema, doc } = this.#state
    const bold = schema.marks.bold?.create()
    const from = random.below(doc.content.size + 1)
    const to = Math.min(doc.content.size, from + random.below(8))
    if (!bold) return
    this.#dispatch(random.chance(0.7) ? tr.addMark(from, to, bold) : tr.removeMark(from, to, bold))
  }

  /** Copies a stretch and pastes it somewhere else, as people do with whole blocks and with halves of them. */
  #copyRange(random: Random): void {
    const { doc } = this.#state
    const from = random.below(doc.content.size + 1)
    const to = Math.min(doc.content.size, from + random.below(30))
    const copied = withoutNames(doc.slice(from, to), new Set())
    this.#putCaret(random)
    const { tr } = this.#state
    this.#dispatch(tr.replaceSelection(copied))
  }

  #dispatch(tr: Transaction): void {
    this.#state = this.#state.apply(tr)
    this.#update()
  }

  #putCaret(random: Random): void {
    const { doc, tr } = this.#state
    const at = Selection.near(doc.resolve(random.below(doc.content.size + 1)))
    this.#dispatch(tr.setSelection(at))
  }

  /** Puts the caret between two things in what is folded, as arrow keys do where neither is text. */
  #putGap(random: Random): boolean {
    const gaps: number[] = []
    this.#state.doc.descendants((node, pos) => {
      if (node.type.name === 'details')
        node.forEach((child, offset) => gaps.push(pos + 1 + offset + child.nodeSize))
    })
    if (gaps.length === 0) return false
    const { doc, tr } = this.#state
    this.#dispatch(tr.setSelection(new GapCursor(doc.resolve(random.pick(gaps)))))
    return true
  }

  #atStart(): boolean {
    const { tr, selection } = this.#state
    this.#dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(selection.$from.start()))))
    return true
  }

  #atEnd(): boolean {
    const { tr, selection } = this.#state
    this.#dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(selection.$from.end()), -1)))
    return true
  }

  /** The places of all blocks of a kind. */
  #blocks(): { pos: number; node: Node }[] {
    const found: { pos: number; node: Node }[] = []
    this.#state.doc.descendants((node, pos) => {
      if (node.type.name === 'criterion' || node.type.name === 'question') found.push({ pos, node })
    })
    return found
  }

  #moveSomewhere(random: Random): void {
    const blocks = this.#blocks()
    if (blocks.length < 2) return
    const { pos, node } = random.pick(blocks)
    const same = blocks.filter(
      (other) =>
        other.node.type === node.type && (other.pos < pos || other.pos >= pos + node.nodeSize),
    )
    if (same.length === 0) return
    const beside = random.pick(same)
    moveBlock(this.#view, pos, random.chance(0.5) ? beside.pos : beside.pos + beside.node.nodeSize)
  }

  /** Drags an item of a list to beside another one, or to the story's end. */
  #moveItem(random: Random): void {
    const items = this.#items()
    if (items.length === 0) return
    const { pos, node } = random.pick(items)
    const others = items.filter((one) => one.pos < pos || one.pos >= pos + node.nodeSize)
    const to = random.chance(0.8) && others.length > 0 ? random.pick(others).pos : null
    moveBlock(this.#view, pos, to ?? this.#state.doc.content.size)
  }

  #turnItem(random: Random): void {
    const items = this.#items()
    if (items.length === 0) return
    const found = foundAt(this.#state.doc, random.pick(items).pos)
    const kind = random.pick(['bulletList', 'orderedList', 'taskList'] as const)
    this.#dispatch(
      random.chance(0.5) ? toList(this.#state, found, kind) : toLines(this.#state, found),
    )
  }

  #items(): { pos: number; node: Node }[] {
    const found: { pos: number; node: Node }[] = []
    this.#state.doc.descendants((node, pos) => {
      if (isListItem(node)) found.push({ pos, node })
    })
    return found
  }

  #deleteRange(random: Random): void {
    const { doc, tr } = this.#state
    const from = random.below(doc.content.size + 1)
    const to = Math.min(doc.content.size, from + random.below(12))
    const selection = TextSelection.between(doc.resolve(from), doc.resolve(to))
    this.#dispatch(tr.setSelection(selection).deleteSelection())
  }

  /** Copies a block and pastes it beside another. */
  #double(random: Random): void {
    const blocks = this.#blocks()
    if (blocks.length === 0) return
    const { node, pos } = random.pick(blocks)
    const copy = withoutNames(new Slice(Fragment.from(node), 0, 0), new Set()).content
    this.#dispatch(this.#state.tr.insert(pos, copy))
  }
}

/** Elements are fragments too: what holds blocks, and not letters. */
function isBlocks(type: unknown): boolean {
  return type instanceof XmlFragment
}
