import { useEffect, useState } from 'react'
import { request } from '#components/http/request.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import type { SessionItem } from '#lib/domain/sessions/items.ts'

/** Who is in a session that this page is not in is asked for again after this long, ms. */
const AGAIN_MS = 30_000

/**
 * Gives who is in a session, as they came, without being there: to follow its list would count as being there (MT5). Null until
 * the server has said, or where it has not.
 */
export function useWhoIsIn(session: string | null): readonly string[] | null {
  const { workspaceId } = useWorkspaceClient()
  const [known, setKnown] = useState<{ session: string; people: readonly string[] } | null>(null)
  useEffect(() => {
    if (session === null) return
    let isGone = false
    const ask = async () => {
      if (document.hidden) return
      const path = `/workspaces/${workspaceId}/lists/${encodeURIComponent(`session:${session}`)}`
      const answer = await request<{ readonly items: readonly SessionItem[] }>('GET', path)
      if (!isGone && answer.ok) setKnown({ session, people: peopleIn(answer.value.items) })
    }
    void ask()
    const timer = setInterval(() => void ask(), AGAIN_MS)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [workspaceId, session])
  return known && known.session === session ? known.people : null
}

function peopleIn(items: readonly SessionItem[]): readonly string[] {
  return items
    .filter((item) => item.is === 'person')
    .filter(({ isHere }) => isHere)
    .sort((a, b) => a.joinedAt - b.joinedAt)
    .map(({ person }) => person)
}
