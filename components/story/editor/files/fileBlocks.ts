import { alongText } from '#components/language/direction.ts'
import { Extension } from '@tiptap/core'
import type { Fragment, Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView, NodeViewConstructor } from '@tiptap/pm/view'
import { isFileId } from '#lib/files/id.ts'
import { writeBelow } from '../below.ts'
import { CONTROLS, type FileParts } from './parts.ts'
import { roomFor } from './pictureSize.ts'
import { type Side, stepSideways } from './rows.ts'
import { dragPicture } from './dragPicture.ts'

/** Pictures and attachments in the text: drawn, pasted, dropped, chosen, and opened by Enter. */
export const FileBlocks = Extension.create<{ parts: FileParts | null }, { hadCaret: boolean }>({
  name: 'fileBlocks',
  // Ahead of what takes Enter for a new line.
  priority: 1_450,
  addOptions: () => ({ parts: null }),
  addStorage: () => ({ hadCaret: false }),
  onFocus() {
    this.storage.hadCaret = true
  },
  addCommands() {
    const { storage } = this
    const { parts } = this.options
    return {
      chooseFiles:
        (kind) =>
        ({ view, dispatch }) => {
          if (dispatch && parts) chooseFiles(view, parts, kind, () => storage.hadCaret)
          return true
        },
    }
  },
  addKeyboardShortcuts() {
    const { parts } = this.options
    const zoom = () => {
      const pos = chosenPicture(this.editor.state)
      if (pos === null || !parts) return false
      parts.zoomed.set({ pos, comments: false })
      return true
    }
    const sideways = (side: Side) => () => {
      const pos = chosenPicture(this.editor.state)
      return pos !== null && stepSideways(this.editor.view, pos, side)
    }
    return {
      Enter: zoom,
      Space: zoom,
      [`Alt-Shift-${alongText('ArrowLeft')}`]: sideways('left'),
      [`Alt-Shift-${alongText('ArrowRight')}`]: sideways('right'),
    }
  },
  addProseMirrorPlugins() {
    const { parts } = this.options
    if (!parts) return []
    const view = fileView(parts)
    return [
      new Plugin({
        props: {
          nodeViews: { image: view, attachment: view },
          handlePaste: (editor, event, slice) => {
            const files = filesPasted(event.clipboardData)
            if (files.length > 0) {
              put(editor, files, parts)
              return true
            }
            askForFiles(slice.content, parts)
            return false
          },
          handleDrop(editor, event, slice, moved) {
            const files = [...(event.dataTransfer?.files ?? [])]
            const at = editor.posAtCoords({ left: event.clientX, top: event.clientY })
            if (!moved && files.length > 0 && at) {
              const $at = editor.state.doc.resolve(at.inside >= 0 ? at.inside : at.pos)
              editor.dispatch(editor.state.tr.setSelection(nearest($at)))
              put(editor, files, parts)
              return true
            }
            if (!moved) askForFiles(slice.content, parts)
            return false
          },
        },
      }),
    ]
  },
})

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    fileBlocks: {
      /** Asks for files of this device and puts them at the caret; below everything where there was none yet. */
      chooseFiles: (kind: 'picture' | 'any') => ReturnType
    }
  }
}

/** The room for a file; what is in it is React's. Pressed on the picture itself, it is the text's: chosen, or dragged. */
function fileView({ chromes }: FileParts): NodeViewConstructor {
  return (first, view, getPos) => {
    const dom: HTMLElement = document.createElement(first.type.name === 'image' ? 'figure' : 'div')
    if (first.type.name === 'image') {
      dom.addEventListener('pointerdown', (event) => dragPicture(view, getPos, event))
      // ProseMirror lets the browser drag what is chosen, which would end the drag that has just begun.
      dom.addEventListener('dragstart', (event) => event.preventDefault())
    }
    dom.className = `story-file story-file-${first.type.name}`
    keepRoom(dom, first)
    dom.contentEditable = 'false'
    const opened = chromes.open(dom, first, getPos)
    return {
      dom,
      update(node) {
        if (node.type !== first.type) return false
        keepRoom(dom, node)
        opened.node.set(node)
        return true
      },
      selectNode: () => dom.classList.add('is-chosen'),
      deselectNode: () => dom.classList.remove('is-chosen'),
      stopEvent: ({ target }) => target instanceof Element && target.closest(CONTROLS) !== null,
      ignoreMutation: () => true,
      destroy: opened.close,
    }
  }
}

/** Until what draws pictures is here, which comes behind the text, nothing below them may move. */
function keepRoom(dom: HTMLElement, { type, attrs }: Node): void {
  if (type.name !== 'image') return
  for (const [name, value] of Object.entries(roomFor(attrs))) dom.style.setProperty(name, value)
  dom.toggleAttribute('data-captioned', Boolean(attrs.caption))
}

/** Gives the place of the picture that is chosen as a whole, or null. */
export function chosenPicture({ selection }: EditorState): number | null {
  if (!(selection instanceof NodeSelection)) return null
  return selection.node.type.name === 'image' ? selection.from : null
}

/** Gives the selection that a drop at a place means: a block that is one thing as a whole, else the text nearest to it. */
function nearest($at: ResolvedPos): Selection {
  const { nodeAfter, doc, pos } = $at
  return nodeAfter?.isAtom && NodeSelection.isSelectable(nodeAfter)
    ? NodeSelection.create(doc, pos)
    : Selection.near($at)
}

/** Gives the files of a paste that is nothing but files: what office programs copy comes as words and as a picture of them. */
function filesPasted(data: DataTransfer | null): readonly File[] {
  if (!data || data.files.length === 0 || data.getData('text/plain').trim() !== '') return []
  return [...data.files]
}

function put(view: EditorView, files: readonly File[], parts: FileParts): void {
  // Offline without its code, which a later visit brings, nothing of the clipboard is lost: it can be pasted again.
  void import('./insert.ts').then(({ insertFiles }) => insertFiles(view, files, parts))
}

/** Asks for files of this device. Called while a key or a button is being pressed: browsers insist on that. */
function chooseFiles(
  view: EditorView,
  parts: FileParts,
  kind: 'picture' | 'any',
  hadCaret: () => boolean,
): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if (kind === 'picture') input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif'
  input.addEventListener('change', () => {
    // Whoever has not been in the text yet means no place in it, least of all its very beginning.
    if (hadCaret()) view.focus()
    else writeBelow(view)
    put(view, [...(input.files ?? [])], parts)
  })
  input.click()
}

/** What is pasted or dropped may show files of another story: the server is asked whether this one may as well. */
function askForFiles(content: Fragment, parts: FileParts): void {
  const files: { id: string; name: string }[] = []
  content.descendants(({ attrs }) => {
    if (isFileId(attrs.file)) files.push({ id: attrs.file, name: String(attrs.name ?? 'file') })
  })
  if (files.length === 0) return
  void parts.uploads().then((uploads) => {
    for (const { id, name } of files) {
      // One that was sent from here, or is on its way, is this story's already, or will be.
      if (uploads?.preview(id) === null) void uploads.copy({ id, name, story: parts.story })
    }
  })
}
