import { useEffect } from 'react'
import { runAction } from '#components/actions/index.ts'
import { keepDraft, readDraft } from '#components/session/drafts.ts'
import { navigate, useRoute } from '#components/shell/location.ts'
import { BOARD } from '#components/shell/routes.ts'
import { type Board, captureDraft } from './board.ts'
import { capture } from './walkActions.ts'

/**
 * Opens the capture box with what was shared with the installed app. It becomes a draft first, behind what stands there
 * already: nothing of either is lost, also when this person may not capture here (UX11).
 */
export function useShared(board: Board): void {
  const { route } = useRoute()
  const shared = route.page === 'refine' ? route.capture : undefined
  useEffect(() => {
    if (shared === undefined) return
    const name = captureDraft(board.workspaceId)
    const begun = readDraft(name)
    const isThere = begun.split('\n').includes(shared)
    if (shared !== '' && !isThere) keepDraft(name, begun === '' ? shared : `${begun}\n${shared}`)
    navigate({ ...BOARD, stage: 'idea' }, { replace: true })
    runAction(capture, board)
  }, [board, shared])
}
