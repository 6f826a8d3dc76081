import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { presenceColour } from '#components/ui/presence.ts'
import { pacedAwareness } from './cursorPace.ts'
import { readCaretPerson } from './people.ts'

/** A label stays this long after its caret last moved (UX16). */
const LABEL_MS = 5_000

/** Shows where the others are in the text: a caret in their colour, their name while they move, what they have selected. */
export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  priority: 999,
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    const labels = createLabels()
    const paced = pacedAwareness(awareness)
    const cursors = yCursorPlugin(paced as unknown as Awareness, {
      cursorBuilder: (user, clientId) => drawCaret(user, clientId, labels.isMoving(clientId)),
      selectionBuilder: (user) => ({
        class: 'story-selection',
        style: `--caret: ${presenceColour(readCaretPerson(user).colour)}`,
      }),
    })
    const movement = new Plugin({
      view: (view) => {
        const stop = labels.watch(awareness, view)
        return {
          destroy() {
            stop()
            paced.stop()
          },
        }
      },
    })
    // Destroyed in this order: the caret's own plugin tells the others that it is gone, then the rest is told at once.
    return [cursors, movement]
  },
})

function drawCaret(user: unknown, clientId: number, moving: boolean): HTMLElement {
  const person = readCaretPerson(user)
  const caret = document.createElement('span')
  caret.className = moving ? 'story-caret is-moving' : 'story-caret'
  caret.dataset.caret = String(clientId)
  caret.setAttribute('aria-hidden', 'true')
  caret.style.setProperty('--caret', presenceColour(person.colour))
  const label = document.createElement('span')
  label.className = 'story-caret-label'
  label.textContent = person.name
  caret.append(label)
  return caret
}

/** Remembers which carets moved within the last five seconds, and keeps the drawn ones in step. */
function createLabels() {
  const moving = new Map<number, ReturnType<typeof setTimeout>>()
  return {
    isMoving: (clientId: number) => moving.has(clientId),
    watch(awareness: Awareness, view: EditorView): () => void {
      const last = new Map<number, string>()
      const mark = (clientId: number, isMoving: boolean) => {
        const carets = view.dom.querySelectorAll(`[data-caret="${clientId}"]`)
        for (const caret of carets) caret.classList.toggle('is-moving', isMoving)
      }
      const onChange = ({ added, updated }: { added: number[]; updated: number[] }) => {
        for (const clientId of [...added, ...updated]) {
          if (clientId === awareness.clientID) continue
          const cursor = JSON.stringify(awareness.getStates().get(clientId)?.cursor ?? null)
          if (cursor === last.get(clientId)) continue
          last.set(clientId, cursor)
          clearTimeout(moving.get(clientId))
          mark(clientId, true)
          moving.set(
            clientId,
            setTimeout(() => {
              moving.delete(clientId)
              mark(clientId, false)
            }, LABEL_MS),
          )
        }
      }
      awareness.on('change', onChange)
      return () => {
        awareness.off('change', onChange)
        for (const timer of moving.values()) clearTimeout(timer)
        moving.clear()
      }
    },
  }
}
