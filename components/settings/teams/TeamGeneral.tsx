'use client'

import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { EditInPlace } from '#components/ui/EditInPlace.tsx'
import { Section } from '#components/ui/Section.tsx'
import { Switch } from '#components/ui/Switch.tsx'
import type { Team } from '#lib/domain/team.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { changeTeam } from './teamActions.ts'
import { whoPlans, whoSees } from './teamWords.ts'

/** A team's name, who sees it, and who plans its backlog. */
export function TeamGeneral({
  team,
  members,
  locked,
}: {
  readonly team: Team
  readonly members: ReadonlyMap<string, MemberInfo>
  readonly locked: boolean
}) {
  const client = useWorkspaceClient()
  const rename = (name: string) => {
    const said = `${team.name} is now called ${name}`
    const target = { client, team, change: { name }, said }
    const outcome = runAction(changeTeam, target, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  const nameOf = (user: string) => members.get(user)?.name ?? 'somebody who has left'
  return (
    <>
      <h2>
        <EditInPlace
          label="Name of the team"
          value={team.name}
          disabled={locked}
          onCommit={rename}
          className="text-title font-semibold"
        />
      </h2>
      {team.archivedAt === null ? (
        <Link
          to={{ page: 'backlog', team: team.id }}
          className="target inline-block rounded-control text-interface text-accent-text hover:underline"
        >
          Open the backlog
        </Link>
      ) : null}
      <Section title="Who sees it, and who plans">
        <div className="divide-y rounded-card border bg-surface px-4 *:py-2.5">
          <Switch
            label="Private"
            hint={whoSees(team)}
            checked={team.isPrivate}
            disabled={locked}
            onChange={(isPrivate) =>
              runAction(changeTeam, {
                client,
                team,
                change: { isPrivate },
                said: `${team.name} is ${isPrivate ? 'private' : 'open to everybody in the workspace'}`,
              })
            }
          />
          <Switch
            label="Backlog management"
            hint={whoPlans(team, nameOf)}
            checked={team.backlogManagement}
            disabled={locked}
            onChange={(backlogManagement) =>
              runAction(changeTeam, {
                client,
                team,
                change: { backlogManagement },
                said: `Backlog management of ${team.name} is ${backlogManagement ? 'on' : 'off'}`,
              })
            }
          />
        </div>
      </Section>
    </>
  )
}
