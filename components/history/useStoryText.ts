'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Doc } from 'yjs'
import { useMe, useStory } from '#components/session/hooks.ts'
import { readContent } from '#lib/doc/content.ts'
import type { Content, NamedPerson, TextAuthors } from '#lib/schema/history.ts'
import { useFetched } from './useFetched.ts'

/** The story's text as it is on this device now. */
export type StoryText =
  /** Not known here, or not to be seen (I6: this is not "empty"). */
  | { readonly phase: 'waiting' }
  | {
      readonly phase: 'ready'
      readonly doc: Doc
      readonly content: readonly Content[]
      readonly readOnly: boolean
    }

/** While somebody writes the text is read again after this long, in ms. */
const READ_MS = 350

/** Follows a story's text while the view is mounted. */
export function useStoryText(storyId: string): StoryText {
  const state = useStory(storyId)
  const doc = state.phase === 'ready' ? state.doc : null
  const content = useContentOf(doc, null)
  if (state.phase !== 'ready' || content === null) return { phase: 'waiting' }
  return { phase: 'ready', doc: state.doc, content, readOnly: state.readOnly }
}

/** The same with who wrote what, of those pieces whose author is known. */
export function useAuthoredText(
  doc: Doc,
  path: string,
): { readonly content: readonly Content[]; readonly people: readonly NamedPerson[] } | null {
  const me = useMe()
  const [unknown, setUnknown] = useState(0)
  const { fetched } = useFetched<TextAuthors>(`${path}/authors`, { news: unknown })
  const authors = fetched.phase === 'ready' ? fetched.value : null
  const owners = useMemo(
    () => new Map([...(authors?.clients ?? []), [doc.clientID, me.id] as const]),
    [authors, doc, me],
  )
  const content = useContentOf(doc, owners)
  useEffect(() => {
    const missing = new Set<number>()
    readContent(doc, (client) => {
      if (!owners.has(client)) missing.add(client)
      return null
    })
    setUnknown(missing.size)
  }, [doc, owners, content])
  if (content === null || fetched.phase === 'loading') return null
  return { content, people: authors?.people ?? [] }
}

function useContentOf(
  doc: Doc | null,
  owners: ReadonlyMap<number, string> | null,
): readonly Content[] | null {
  const [read, setRead] = useState<{ doc: Doc; content: readonly Content[] } | null>(null)
  useEffect(() => {
    if (!doc) return
    const authorOf = owners ? (client: number) => owners.get(client) ?? null : undefined
    const look = () => setRead({ doc, content: readContent(doc, authorOf) })
    let timer: ReturnType<typeof setTimeout> | null = null
    const onUpdate = () => {
      timer ??= setTimeout(() => {
        timer = null
        look()
      }, READ_MS)
    }
    look()
    doc.on('update', onUpdate)
    return () => {
      doc.off('update', onUpdate)
      if (timer !== null) clearTimeout(timer)
    }
  }, [doc, owners])
  return read && read.doc === doc ? read.content : null
}
