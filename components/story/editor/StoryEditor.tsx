'use client'

import type { Editor } from '@tiptap/core'
import { lazy, type RefObject, Suspense, useEffect, useId, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { type Action, runAction, useActions } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useMe, useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import type { Obstacle } from '#lib/doc/obstacle.ts'
import { focusMode } from '../focusMode.ts'
import { type Asks, createAsks } from './asks.ts'
import { authorActions, hideAuthors } from './authors/authorActions.ts'
import { writeBelow } from './below.ts'
import { createFileParts, type FileParts } from './files/parts.ts'
import { COARSE, useMedia } from './media.ts'
import { AddSections } from './sections/AddSections.tsx'
import { wholeAsMarkdown } from './paste/copying.ts'
import { PasteNotice } from './paste/PasteNotice.tsx'
import type { PasteNotice as Notice } from './paste/taking.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { ChoosingMenu } from './choosing/ChoosingMenu.tsx'
import type { Choosing } from './choosing/choosing.ts'
import { createStore, type Store } from './store.ts'
import { BlockHandle } from './structure/BlockHandle.tsx'
import { createChromes } from './structure/chrome.ts'
import { StructureChrome } from './structure/StructureChrome.tsx'
import type { MentionOptions } from './names/mentionViews.ts'
import { useNames } from './names/useNames.ts'
import { StartFrom } from './template/StartFrom.tsx'
import { type TextTarget, textActions } from './textActions.ts'
import { textKeys } from './textKeys.ts'
import { useArrivals, useLinkTo } from './useLinks.ts'
import { useEarlyPress } from './useEarlyPress.ts'
import { useTextState } from './useTextState.ts'
import { commentOnBlock } from './threads/commentOnBlock.ts'
import { useCommentKey } from './threads/useCommentKey.ts'
import type * as TextThreadsModule from './threads/TextThreads.tsx'
import { useStoryEditor } from './useStoryEditor.ts'
import './editor.css'
import './carets.css'
import './threads/marks.css'
import './authors/authors.css'
import './rich/rich.css'
import './structure/structure.css'

// Not every screen is touched, and not every story has a table. What does not arrive is missed, and nothing else is.
const NoBar = { default: (): null => null }
const TextAuthors = lazy(() => import('./authors/TextAuthors.tsx').catch(() => NoBar))
const KeyboardBar = lazy(() => import('./KeyboardBar.tsx').catch(() => NoBar))
const FileViews = lazy(() => import('./files/FileViews.tsx').catch(() => NoBar))
const TableBar = lazy(() => import('./TableBar.tsx').catch(() => NoBar))
const MentionBar = lazy(() => import('./names/MentionBar.tsx').catch(() => NoBar))
const FindBar = lazy(() => import('./find/FindBar.tsx').catch(() => NoBar))
const TemplateDialog = lazy(() => import('./template/TemplateDialog.tsx').catch(() => NoBar))
const TextFoot = lazy(() => import('./foot/TextFoot.tsx').catch(() => NoBar))
const CardBar = lazy(() => import('./rich/CardBar.tsx').catch(() => NoBar))
const CardOffer = lazy(() => import('./rich/CardOffer.tsx').catch(() => NoBar))
const TextThreads = lazy<typeof TextThreadsModule.default>(() =>
  import('./threads/TextThreads.tsx').catch(() => NoBar),
)

/** What cannot be written answers to none. */
const NO_KEYS: readonly Action[] = []

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
  const t = textsOf('story')
  const [slashMenu] = useState(() => createStore<Choosing | null>(null))
  const [linkForm] = useState(() => createStore(false))
  const [chromes] = useState(createChromes)
  const [asks] = useState(createAsks)
  const [find] = useState(() => createStore(false))
  const [template] = useState(() => createStore(false))
  const [authors] = useState(() => createStore(false))
  const [notice] = useState(() => createStore<Notice | null>(null))
  const me = useMe().id
  const names = useNames(storyId, compact)
  const client = useWorkspaceClient()
  const [files] = useState(() => createFileParts(storyId, client))
  const root = useRef<HTMLDivElement>(null)
  const holder = useRef<HTMLDivElement>(null)
  const rest = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const editor = useStoryEditor(holder, {
    doc,
    awareness,
    readOnly,
    parts: {
      slash: {
        menu: slashMenu,
        askForLink: () => linkForm.set(true),
        askForTemplate: () => template.set(true),
        me,
      },
      chromes,
      asks,
      names,
      find,
      notice,
      files,
      me,
    },
    attributes: {
      class: 'story-text',
      'aria-label': label,
      // What cannot be written is a page to read, and no field.
      ...(readOnly
        ? { role: 'article' }
        : { role: 'textbox', 'aria-multiline': 'true', 'aria-describedby': hintId }),
    },
    onEdit,
    onObstacle,
  })
  useArrivals(editor, { storyId, me, readOnly })
  useEarlyPress(storyId, editor, holder)
  useWritingBelow(editor, rest)
  useCommentKey(storyId, editor)
  const isFocused = useReadable(focusMode)
  const about: TextTarget | null = editor && {
    find,
    template: readOnly ? null : template,
    markdown: () => wholeAsMarkdown(editor.view, names),
    isAlone: compact ? null : isFocused,
  }
  useActions(textActions, about)
  useActions(readOnly ? NO_KEYS : textKeys, null)
  return (
    <div ref={root} className={classes('story-editor relative', compact && 'is-compact')}>
      {editor ? <Finding editor={editor} find={find} readOnly={readOnly} /> : null}
      {editor ? <Authors storyId={storyId} doc={doc} editor={editor} shown={authors} /> : null}
      <div ref={holder} />
      <p id={hintId} hidden>
        {t('editorKeys')}
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
      {editor ? <Files editor={editor} parts={files} readOnly={readOnly} /> : null}
      {editor ? (
        <Suspense>
          <TextThreads
            storyId={storyId}
            doc={doc}
            editor={editor}
            root={root}
            readOnly={readOnly}
            compact={compact}
            zoomed={files.zoomed}
          />
        </Suspense>
      ) : null}
      {editor && !readOnly ? (
        <>
          <StartFrom editor={editor} me={me} onOthers={() => template.set(true)} />
          <AddSections editor={editor} me={me} />
          <Templates editor={editor} me={me} open={template} />
          <PasteNotice notice={notice} />
          <Aids
            editor={editor}
            root={root}
            storyId={storyId}
            slashMenu={slashMenu}
            linkForm={linkForm}
            asks={asks}
            names={names}
          />
        </>
      ) : null}
      <div ref={rest} className="story-rest" />
      {about && editor ? (
        <Suspense>
          <TextFoot editor={editor} authors={authors} about={about} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** Who wrote what, while somebody wants to see it; the palette turns it on and off. */
function Authors({
  shown,
  ...about
}: {
  readonly storyId: string
  readonly doc: Doc
  readonly editor: Editor
  readonly shown: Store<boolean>
}) {
  const isShown = useReadable(shown)
  useActions(authorActions, { isShown, shown })
  if (!isShown) return null
  return (
    <Suspense>
      <TextAuthors {...about} onClose={() => runAction(hideAuthors, { isShown, shown })} />
    </Suspense>
  )
}

function Templates({
  editor,
  me,
  open,
}: {
  readonly editor: Editor
  readonly me: string
  readonly open: Store<boolean>
}) {
  if (!useReadable(open)) return null
  return (
    <Suspense>
      <TemplateDialog editor={editor} me={me} onClose={() => open.set(false)} />
    </Suspense>
  )
}

function Finding({
  editor,
  find,
  readOnly,
}: {
  readonly editor: Editor
  readonly find: Store<boolean>
  readonly readOnly: boolean
}) {
  if (!useReadable(find)) return null
  return (
    // Over the text, which stays where it is: one looks for words that one sees.
    <div className="sticky top-2 z-40 flex h-0 items-start justify-end">
      <Suspense>
        <FindBar editor={editor} readOnly={readOnly} onClose={() => find.set(false)} />
      </Suspense>
    </div>
  )
}

/** Their code comes with the first file of a text. */
function Files({
  editor,
  parts,
  readOnly,
}: {
  readonly editor: Editor
  readonly parts: FileParts
  readonly readOnly: boolean
}) {
  if (useReadable(parts.chromes).length === 0) return null
  return (
    <Suspense>
      <FileViews editor={editor} parts={parts} readOnly={readOnly} />
    </Suspense>
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
  names,
}: {
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly storyId: string
  readonly slashMenu: Store<Choosing | null>
  readonly linkForm: Store<boolean>
  readonly asks: Asks
  readonly names: MentionOptions
}) {
  const coarse = useMedia(COARSE)
  const text = useTextState(editor)
  const linkTo = useLinkTo(storyId)
  return (
    <>
      <ChoosingMenu editor={editor} menu={slashMenu} />
      <BlockHandle
        editor={editor}
        root={root}
        asks={asks}
        linkTo={linkTo}
        onComment={(block) => commentOnBlock(storyId, block)}
      />
      <Suspense>
        {coarse ? (
          <KeyboardBar
            storyId={storyId}
            editor={editor}
            text={text}
            linkForm={linkForm}
            asks={asks}
          />
        ) : null}
        {text.chosen === 'mention' ? (
          <MentionBar editor={editor} root={root} names={names} pos={text.from} />
        ) : null}
        {text.chosen === 'linkCard' ? (
          <CardBar key={text.from} editor={editor} root={root} pos={text.from} />
        ) : null}
        {text.offersCard && text.focused ? <CardOffer editor={editor} root={root} /> : null}
        {text.inTable && !coarse ? <TableBar editor={editor} root={root} text={text} /> : null}
      </Suspense>
      {coarse ? null : (
        <SelectionBar
          storyId={storyId}
          editor={editor}
          root={root}
          text={text}
          linkForm={linkForm}
        />
      )}
    </>
  )
}
