'use client'

import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { EditInPlace } from '#components/ui/EditInPlace.tsx'
import { Section } from '#components/ui/Section.tsx'
import { Switch } from '#components/ui/Switch.tsx'
import type { Team } from '#lib/domain/team.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { changeTeam } from './teamActions.ts'
import { whoPlans } from './teamWords.ts'

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
  const t = useTranslations('settings')
  const words = useTranslations('words')
  const client = useWorkspaceClient()
  const rename = (name: string) => {
    const said = t('teamSaid.renamed', { team: team.name, name })
    const target = { client, team, change: { name }, said }
    const outcome = runAction(changeTeam, target, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  const nameOf = (user: string) => members.get(user)?.name ?? t('teams.leftSomebody')
  return (
    <>
      <h2>
        <EditInPlace
          label={t('teams.nameOfTeam')}
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
          {t('teams.openBacklog')}
        </Link>
      ) : null}
      <Section title={t('teams.sight')}>
        <div className="divide-y rounded-card border bg-surface px-4 *:py-2.5">
          <Switch
            label={t('teams.private')}
            hint={t(team.isPrivate ? 'teams.seesPrivate' : 'teams.seesOpen')}
            checked={team.isPrivate}
            disabled={locked}
            onChange={(isPrivate) =>
              runAction(changeTeam, {
                client,
                team,
                change: { isPrivate },
                said: t(isPrivate ? 'teamSaid.private' : 'teamSaid.open', { team: team.name }),
              })
            }
          />
          <Switch
            label={t('teams.management')}
            hint={whoPlans(t, words, team, nameOf)}
            checked={team.backlogManagement}
            disabled={locked}
            onChange={(backlogManagement) =>
              runAction(changeTeam, {
                client,
                team,
                change: { backlogManagement },
                said: t(backlogManagement ? 'teamSaid.managed' : 'teamSaid.unmanaged', {
                  team: team.name,
                }),
              })
            }
          />
        </div>
      </Section>
    </>
  )
}
