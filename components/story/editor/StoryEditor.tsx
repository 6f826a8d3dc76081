'use client'

import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { classes } from '#components/ui/classes.ts'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { watchSchema } from '#lib/doc/watch.ts'
import { KeyboardBar } from './KeyboardBar.tsx'
import { COARSE, useMedia } from './media.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { SlashMenu } from './slash/SlashMenu.tsx'
import type { SlashMenuState } from './slash/slash.ts'
import { createStore } from './store.ts'
import { storyExtensions } from './storyExtensions.ts'
import { TableBar } from './TableBar.tsx'
import { readTextState } from './textState.ts'
import './editor.css'

export interface StoryEditorProps {
  /** Its content must be known (I6), and its schema not newer than this editor's. */
  readonly doc: Doc
  readonly awareness: Awareness
  readonly readOnly: boolean
  readonly compact: boolean
  /** What assistive technology calls the text. */
  readonly label: string
  /** Called on every own edit. */
  readonly onEdit: () => void
  /** Called when a newer editor has written: this one has stopped, and must be taken down. */
  readonly onTooNew: () => void
}

/** The editor of one document. Give it the document's guid as its key. */
export default function StoryEditor({
  doc,
  awareness,
  readOnly,
  compact,
  label,
  onEdit,
  onTooNew,
}: StoryEditorProps) {
  const [slashMenu] = useState(() => createStore<SlashMenuState | null>(null))
  const [linkForm] = useState(() => createStore(false))
  const [extensions] = useState(() =>
    storyExtensions(doc, awareness, { menu: slashMenu, askForLink: () => linkForm.set(true) }),
  )
  const root = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const coarse = useMedia(COARSE)
  const editor = useEditor({
    extensions,
    editable: !readOnly,
    immediatelyRender: true,
    // The page's policy allows no styles written into it; editor.css has them.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'story-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': hintId,
        ...(readOnly ? { 'aria-readonly': 'true' } : {}),
      },
      // Room for the bar above the keyboard, and for what floats over the page's edges.
      scrollThreshold: 80,
      scrollMargin: 88,
    },
    onUpdate: ({ transaction }) => {
      if (!comesFromYjs(transaction)) onEdit()
    },
  })
  const text = useEditorState({ editor, selector: ({ editor: at }) => readTextState(at) })

  useEffect(() => {
    if (editor.isEditable === readOnly) editor.setEditable(!readOnly, false)
  }, [editor, readOnly])
  useEffect(
    () =>
      watchSchema(doc, () => {
        editor.destroy()
        onTooNew()
      }),
    [doc, editor, onTooNew],
  )

  return (
    <div ref={root} className={classes('story-editor relative', compact && 'is-compact')}>
      <EditorContent editor={editor} />
      <p id={hintId} hidden>
        {readOnly ? 'Read only.' : 'Type / for blocks. Press Escape, then Tab, to leave the text.'}
      </p>
      {readOnly ? null : (
        <>
          <SlashMenu editor={editor} menu={slashMenu} />
          {coarse ? (
            <KeyboardBar editor={editor} text={text} linkForm={linkForm} />
          ) : (
            <>
              <TableBar editor={editor} root={root} text={text} />
              <SelectionBar editor={editor} root={root} text={text} linkForm={linkForm} />
            </>
          )}
        </>
      )}
    </div>
  )
}
