'use client'

import type { Editor } from '@tiptap/core'
import { type RefObject, useId, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { classes } from '#components/ui/classes.ts'
import type { Obstacle } from '#lib/doc/obstacle.ts'
import { KeyboardBar } from './KeyboardBar.tsx'
import { COARSE, useMedia } from './media.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { SlashMenu } from './slash/SlashMenu.tsx'
import type { SlashMenuState } from './slash/slash.ts'
import { createStore, type Store } from './store.ts'
import { TableBar } from './TableBar.tsx'
import { useTextState } from './useTextState.ts'
import { useStoryEditor } from './useStoryEditor.ts'
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
  readonly onObstacle: (obstacle: Obstacle) => void
}

/** The editor of one document. Give it the document's guid as its key. */
export default function StoryEditor({
  doc,
  awareness,
  readOnly,
  compact,
  label,
  onEdit,
  onObstacle,
}: StoryEditorProps) {
  const [slashMenu] = useState(() => createStore<SlashMenuState | null>(null))
  const [linkForm] = useState(() => createStore(false))
  const root = useRef<HTMLDivElement>(null)
  const holder = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const editor = useStoryEditor(holder, {
    doc,
    awareness,
    readOnly,
    slash: { menu: slashMenu, askForLink: () => linkForm.set(true) },
    attributes: {
      class: 'story-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-describedby': hintId,
      ...(readOnly ? { 'aria-readonly': 'true' } : {}),
    },
    onEdit,
    onObstacle,
  })
  return (
    <div ref={root} className={classes('story-editor relative', compact && 'is-compact')}>
      <div ref={holder} />
      <p id={hintId} hidden>
        {readOnly ? 'Read only.' : 'Type / for blocks. Press Escape, then Tab, to leave the text.'}
      </p>
      {editor && !readOnly ? (
        <Aids editor={editor} root={root} slashMenu={slashMenu} linkForm={linkForm} />
      ) : null}
    </div>
  )
}

/** The menu and bars around the text. */
function Aids({
  editor,
  root,
  slashMenu,
  linkForm,
}: {
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly slashMenu: Store<SlashMenuState | null>
  readonly linkForm: Store<boolean>
}) {
  const coarse = useMedia(COARSE)
  const text = useTextState(editor)
  return (
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
  )
}
