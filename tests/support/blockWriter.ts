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
import { around } from '#components/story/editor/around.ts'
import { enterInCriterion } from '#components/story/editor/criteria/enter.ts'
import { backspaceInCriterion, deleteInCriterion } from '#components/story/editor/criteria/erase.ts'
import { hasClauses, toClauses, toSentence } from '#components/story/editor/criteria/form.ts'
import { liftCriteria, nestCriteria } from '#components/story/editor/criteria/nest.ts'
import { moveBlock } from '#components/story/editor/move.ts'
import { withoutNames } from '#components/story/editor/pasting.ts'
import { changeQuestion, toAnswer } from '#components/story/editor/questions/change.ts'
import {
  backspaceInQuestion,
  deleteInQuestion,
  enterInQuestion,
} from '#components/story/editor/questions/lines.ts'
import { insertSection } from '#components/story/editor/sections/insert.ts'
import { ownEdits } from '#components/story/editor/undo.ts'
import { storySchema } from '#lib/doc/extensions.ts'
import { BODY } from '#lib/doc/schema.ts'
import { SECTIONS } from '#lib/doc/sections.ts'
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
    this.#state = EditorState.create({ schema: storySchema(), plugins: [binding, stableIds()] })
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
    ]
    random.pick(deeds)()
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
