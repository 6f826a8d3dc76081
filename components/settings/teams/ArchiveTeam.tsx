'use client'

import { Archive, ArchiveRestore } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import type { Team } from '#lib/domain/team.ts'
import { whyNot } from '../whyNot.ts'
import { archiveTeam, restoreTeam } from './teamActions.ts'

/** Puts a team away, or takes it back. What stands in the way is said before anyone tries. */
export function ArchiveTeam({ team, locked }: { readonly team: Team; readonly locked: boolean }) {
  const t = useTranslations('settings.teams')
  const client = useWorkspaceClient()
  const noteId = useId()
  const isArchived = team.archivedAt !== null
  const type = isArchived ? 'restoreTeam' : 'archiveTeam'
  const refusal = locked ? null : whyNot(client, { type, team: team.id })
  const note = refusal ?? t(isArchived ? 'restoredMeans' : 'archivedMeans')
  return (
    <div className="flex flex-col items-start gap-3">
      <p id={noteId} className="text-muted">
        {note}
      </p>
      <Button
        look={isArchived ? 'secondary' : 'danger'}
        disabled={locked || refusal !== null}
        aria-describedby={noteId}
        icon={
          isArchived ? <ArchiveRestore aria-hidden size={16} /> : <Archive aria-hidden size={16} />
        }
        onClick={() => runAction(isArchived ? restoreTeam : archiveTeam, { client, team })}
      >
        {t(isArchived ? 'restoreTeam' : 'archiveTeam')}
      </Button>
    </div>
  )
}
