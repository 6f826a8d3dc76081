import type { Editor } from '@tiptap/core'
import { Paperclip, Plus } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { type Section, SECTIONS } from '#lib/doc/sectionNames.ts'
import { insertSection } from './insert.ts'

/** Buttons for the sections that a story does not have. Nothing is written before one is pressed. */
export function AddSections({ editor, me }: { readonly editor: Editor; readonly me: string }) {
  const t = textsOf('story')
  const missing = useMissing(editor)
  const add = (kind: Section) => {
    const { view, state } = editor
    view.dispatch(insertSection(state, kind, me).scrollIntoView())
    view.focus()
  }
  return (
    <div role="group" aria-label={t('sectionOf.add')} className="flex flex-wrap gap-1.5 py-3">
      {missing.map((kind) => (
        <button key={kind} type="button" className="story-add" onClick={() => add(kind)}>
          <Plus aria-hidden size={14} />
          {t(`sections.${kind}`)}
        </button>
      ))}
      <button
        type="button"
        className="story-add"
        onClick={() => editor.chain().chooseFiles('any').run()}
      >
        <Paperclip aria-hidden size={14} />
        {t('sectionOf.file')}
      </button>
    </div>
  )
}

function useMissing(editor: Editor): readonly Section[] {
  const store = useMemo(() => {
    let last = ''
    const read = () => {
      const there = new Set(editor.state.doc.children.map(({ type }) => type.name))
      last = SECTIONS.filter((kind) => !there.has(kind)).join(' ')
      return last
    }
    return {
      read,
      subscribe(listener: () => void) {
        const look = () => {
          const before = last
          if (read() !== before) listener()
        }
        editor.on('transaction', look)
        return () => editor.off('transaction', look)
      },
    }
  }, [editor])
  const missing = useSyncExternalStore(store.subscribe, store.read)
  return SECTIONS.filter((kind) => missing.split(' ').includes(kind))
}
