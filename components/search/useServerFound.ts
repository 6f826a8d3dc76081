import { useEffect, useState } from 'react'
import { request } from '#components/http/request.ts'
import { textsOf } from '#components/language/loaded.ts'
import { problemText } from '#components/language/problemText.ts'
import { useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import { QUESTION_MAX, type ServerFound } from '#lib/schema/search.ts'
import { isQuestion } from '#lib/search/storyIndex.ts'

/** The server is asked once nobody has typed for so long, ms: the device answers while they type. */
const REST = 400
/** While it is still reading texts it is asked again after so long, ms. */
const AGAIN = 3_000

export type ServerFinding =
  | { readonly phase: 'idle' | 'asking' | 'offline' }
  | { readonly phase: 'found'; readonly found: ServerFound }
  | { readonly phase: 'failed'; readonly message: string }

/** Asks the server, too: it knows the texts and discussions that are not on this device. */
export function useServerFound(question: string): ServerFinding {
  const { workspaceId } = useWorkspaceClient()
  const isOffline = useSync().kind === 'offline'
  const [finding, setFinding] = useState<ServerFinding>({ phase: 'idle' })
  const asked = isQuestion(question) ? question.trim().slice(0, QUESTION_MAX) : ''

  useEffect(() => {
    if (asked === '') return setFinding({ phase: 'idle' })
    if (isOffline) return setFinding({ phase: 'offline' })
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const query = new URLSearchParams({ q: asked })
      const path = `/workspaces/${encodeURIComponent(workspaceId)}/search?${query}`
      const answer = await request<ServerFound>('GET', path)
      if (isOver) return
      if (answer.ok) {
        setFinding({ phase: 'found', found: answer.value })
        if (answer.value.reading) timer = setTimeout(() => void ask(), AGAIN)
      } else if (answer.code === 'unreachable') setFinding({ phase: 'offline' })
      else setFinding({ phase: 'failed', message: problemText(textsOf('problems'), answer) })
    }
    setFinding({ phase: 'asking' })
    timer = setTimeout(() => void ask(), REST)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [workspaceId, asked, isOffline])

  return finding
}
