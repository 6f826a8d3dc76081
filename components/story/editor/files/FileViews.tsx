import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import type { Doc } from 'yjs'
import { useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import type { Uploads } from '#lib/client/uploads/uploads.ts'
import { uploadsOf } from '#lib/client/uploads/uploadsOf.ts'
import { keepCaptions } from '#lib/doc/captions.ts'
import { fileAddress } from '#lib/files/address.ts'
import type { Chrome } from '../structure/chrome.ts'
import { Attachment } from './Attachment.tsx'
import type { FileParts } from './parts.ts'
import { Picture } from './Picture.tsx'
import './files.css'

const Lightbox = lazy(() => import('./Lightbox.tsx').catch(() => ({ default: (): null => null })))

/** What the view of one file has to work with. */
export interface FileProps {
  readonly editor: Editor
  readonly node: Node
  /** Where it is now; undefined when it is gone. */
  readonly place: () => number | undefined
  readonly uploads: Uploads
  readonly readOnly: boolean
  readonly addressOf: (file: string) => string
  readonly story: string
  /** Fills the screen with a picture; `comments`: a part of it is to be commented on. */
  readonly zoom: (pos: number, comments?: boolean) => void
}

/** Fills the places of files in the text, and the screen with the picture that is zoomed. */
export default function FileViews({
  editor,
  parts,
  readOnly,
}: {
  readonly editor: Editor
  readonly parts: FileParts
  readonly readOnly: boolean
}): ReactNode {
  const client = useWorkspaceClient()
  const uploads = uploadsOf(client)
  const zoomed = useReadable(parts.zoomed)
  const shared = useMemo(
    () => ({
      editor,
      uploads,
      addressOf: (file: string) =>
        fileAddress({ workspace: parts.workspace, story: parts.story, file }),
      story: parts.story,
      zoom: (pos: number, comments = false) => parts.zoomed.set({ pos, comments }),
    }),
    [editor, uploads, parts],
  )
  useEffect(() => {
    const bound = ySyncPluginKey.getState(editor.state) as { doc: Doc }
    return readOnly ? undefined : keepCaptions(bound.doc)
  }, [editor, readOnly])
  return (
    <>
      {useReadable(parts.chromes).map((chrome) =>
        createPortal(
          <Filling chrome={chrome} {...shared} readOnly={readOnly} />,
          chrome.element,
          chrome.key,
        ),
      )}
      {zoomed === null ? null : (
        <Suspense>
          <Lightbox {...shared} start={zoomed} onClose={() => parts.zoomed.set(null)} />
        </Suspense>
      )}
    </>
  )
}

function Filling({ chrome, ...rest }: Omit<FileProps, 'node' | 'place'> & { chrome: Chrome }) {
  const node = useReadable(chrome.node)
  const Shown = node.type.name === 'image' ? Picture : Attachment
  return <Shown node={node} place={chrome.place} {...rest} />
}
