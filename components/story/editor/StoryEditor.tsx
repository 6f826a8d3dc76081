'use client'

import type { Editor } from '@tiptap/core'
import { lazy, type RefObject, Suspense, useEffect, useId, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { useMe } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import type { Obstacle } from '#lib/doc/obstacle.ts'
import { type Asks, createAsks } from './asks.ts'
import { writeBelow } from './below.ts'
import { COARSE, useMedia } from './media.ts'
import { AddSections } from './sections/AddSections.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { SlashMenu } from './slash/SlashMenu.tsx'
import type { SlashMenuState } from './slash/slash.ts'
import { createStore, type Store } from './store.ts'
import { BlockHandle } from './structure/BlockHandle.tsx'
import { createChromes } from './structure/chrome.ts'
import { StructureChrome } from './structure/StructureChrome.tsx'
import { useArrivals, useLinkTo } from './useLinks.ts'
import { useTextState } from './useTextState.ts'
import { useStoryEditor } from './useStoryEditor.ts'
import './editor.css'
import './structure/structure.css'

// Not every screen is touched, and not every story has a table. What does not arrive is missed, and nothing else is.
const NoBar = { default: () => null }
const KeyboardBar = lazy(() => import('./KeyboardBar.tsx').catch(() => NoBar))
const TableBar = lazy(() => import('./TableBar.tsx').catch(() => NoBar))

export interface StoryEditorProps {
  readonly storyId: string
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
  storyId,
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
  const [chromes] = useState(createChromes)
  const [asks] = useState(createAsks)
  const me = useMe().id
  const root = useRef<HTMLDivElement>(null)
  const holder = useRef<HTMLDivElement>(null)
  const rest = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const editor = useStoryEditor(holder, {
    doc,
    awareness,
    readOnly,
    parts: {
      slash: { menu: slashMenu, askForLink: () => linkForm.set(true), me },
      chromes,
      asks,
      me,
    },
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
  useArrivals(editor, { storyId, me, readOnly })
  useWritingBelow(editor, rest)
  return (
    <div ref={root} className={classes('story-editor relative', compact && 'is-compact')}>
      <div ref={holder} />
      <p id={hintId} hidden>
        {readOnly
          ? 'Read only.'
          : 'Type / for blocks. Press Escape, then Tab, to leave the text. In criteria and questions, Ctrl or Cmd with / says what else can be done.'}
      </p>
      {editor ? (
        <StructureChrome
          editor={editor}
          chromes={chromes}
          asks={asks}
          me={me}
          readOnly={readOnly}
        />
      ) : null}
      {editor && !readOnly ? (
        <>
          <AddSections editor={editor} me={me} />
          <Aids
            editor={editor}
            root={root}
            storyId={storyId}
            slashMenu={slashMenu}
            linkForm={linkForm}
            asks={asks}
          />
        </>
      ) : null}
      <div ref={rest} className="story-rest" />
    </div>
  )
}

/** The room below the text belongs to it: a click there goes on writing. */
function useWritingBelow(editor: Editor | null, rest: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const room = rest.current
    if (!editor || !room) return
    const onDown = (event: MouseEvent) => {
      if (event.button === 0 && writeBelow(editor.view)) event.preventDefault()
    }
    room.addEventListener('mousedown', onDown)
    return () => room.removeEventListener('mousedown', onDown)
  }, [editor, rest])
}

/** The menus and bars around the text. */
function Aids({
  editor,
  root,
  storyId,
  slashMenu,
  linkForm,
  asks,
}: {
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly storyId: string
  readonly slashMenu: Store<SlashMenuState | null>
  readonly linkForm: Store<boolean>
  readonly asks: Asks
}) {
  const coarse = useMedia(COARSE)
  const text = useTextState(editor)
  const linkTo = useLinkTo(storyId)
  return (
    <>
      <SlashMenu editor={editor} menu={slashMenu} />
      <BlockHandle editor={editor} root={root} asks={asks} linkTo={linkTo} />
      <Suspense>
        {coarse ? <KeyboardBar editor={editor} text={text} linkForm={linkForm} /> : null}
        {text.inTable && !coarse ? <TableBar editor={editor} root={root} text={text} /> : null}
      </Suspense>
      {coarse ? null : <SelectionBar editor={editor} root={root} text={text} linkForm={linkForm} />}
    </>
  )
}
