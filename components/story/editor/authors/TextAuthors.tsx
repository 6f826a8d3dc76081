import type { Editor } from '@tiptap/core'
import { X } from 'lucide-react'
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Doc } from 'yjs'
import { request } from '#components/http/request.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useMe, useWorkspaceClient } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { presenceColour } from '#components/ui/presence.ts'
import type { TextAuthors as Fetched } from '#lib/schema/history.ts'
import { type Author, AUTHOR_MARKS, authorAt, authorMarks } from './authorMarks.ts'

const LINES = ['solid', 'double', 'dashed', 'dotted', 'wavy'] as const

/** Above the text, and at the top of the screen while the text scrolls: whose words are in which colour, and who wrote what stands at the caret. The words are marked meanwhile. */
export default function TextAuthors({
  storyId,
  doc,
  editor,
  onClose,
}: {
  readonly storyId: string
  readonly doc: Doc
  readonly editor: Editor
  readonly onClose: () => void
}): ReactNode {
  const t = textsOf('story')
  const me = useMe()
  const [unknown, setUnknown] = useState(0)
  const { fetched, problem } = useAuthors(storyId, unknown)
  const authors = useMemo(() => {
    const people = new Map((fetched?.people ?? []).map((one) => [one.id, one]))
    const owners = new Map([...(fetched?.clients ?? []), [doc.clientID, me.id] as const])
    const all = new Map<string, Author>()
    for (const id of new Set(owners.values())) {
      const person = id === me.id ? me : people.get(id)
      const line = LINES[all.size % LINES.length] ?? 'solid'
      if (person) all.set(id, { id, name: person.name, colour: person.colour, line })
    }
    return { all, of: (client: number) => all.get(owners.get(client) ?? '') ?? null }
  }, [fetched, doc, me])
  useEffect(() => {
    if (!fetched) return
    editor.registerPlugin(authorMarks(doc, authors.of, setUnknown))
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(AUTHOR_MARKS)
    }
  }, [editor, doc, fetched, authors])
  const here = useAuthorHere(editor)
  const shown = [...authors.all.values()]
  return (
    <div className="sticky top-2 z-20 mb-3 flex items-start gap-2 rounded-card border bg-sunken py-1.5 pe-1.5 ps-3 text-label text-muted shadow-overlay">
      <div className="max-h-20 min-w-0 flex-1 overflow-y-auto py-1 [scrollbar-width:thin]">
        {problem !== null ? <p role="status">{problem}</p> : null}
        {fetched && shown.length === 0 ? <p>{t('authors.unknown')}</p> : null}
        <ul aria-label={t('authors.title')} className="flex flex-wrap gap-x-4 gap-y-1.5">
          {shown.map(({ id, name, colour, line }) => (
            <li
              key={id}
              {...(id === here ? { 'aria-current': true } : {})}
              className="flex min-w-0 items-center gap-1.5 aria-current:font-semibold aria-current:text-text"
            >
              <span aria-hidden>
                <Avatar person={{ id, name, colour }} size="small" />
              </span>
              <span
                className="story-author max-w-48 truncate"
                style={
                  { '--author': presenceColour(colour), '--author-line': line } as CSSProperties
                }
              >
                {name}
              </span>
              {id === here ? (
                <span className="font-normal text-subtle">{t('authors.wroteThis')}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      <IconButton label={t('close')} size="small" onClick={onClose}>
        <X aria-hidden size={14} />
      </IconButton>
    </div>
  )
}

function useAuthors(
  storyId: string,
  unknown: number,
): { readonly fetched: Fetched | null; readonly problem: string | null } {
  const { workspaceId } = useWorkspaceClient()
  const [state, setState] = useState<{ fetched: Fetched | null; problem: string | null }>({
    fetched: null,
    problem: null,
  })
  useEffect(() => {
    let isOver = false
    const path = `/workspaces/${encodeURIComponent(workspaceId)}/stories/${encodeURIComponent(storyId)}/authors`
    void request<Fetched>('GET', path).then((answer) => {
      if (isOver) return
      setState(({ fetched }) =>
        answer.ok
          ? { fetched: answer.value, problem: null }
          : { fetched, problem: textsOf('story')('authors.offline') },
      )
    })
    return () => {
      isOver = true
    }
  }, [workspaceId, storyId, unknown])
  return state
}

/** Follows the caret. */
function useAuthorHere(editor: Editor): string | null {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => {
    const look = () => setHere(authorAt(editor.state, editor.state.selection.head))
    look()
    editor.on('transaction', look)
    return () => void editor.off('transaction', look)
  }, [editor])
  return here
}
