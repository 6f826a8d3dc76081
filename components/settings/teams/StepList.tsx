import { useTranslations } from 'use-intl/react'
import type { Backlog } from '#lib/client/client.ts'
import type { Team } from '#lib/domain/team.ts'
import { Row, Rows } from '../Rows.tsx'
import { countsOf } from './teamWords.ts'

/** The steps of a team for whoever may not change them. */
export function StepList({
  team,
  backlog,
}: {
  readonly team: Team
  readonly backlog: Backlog | undefined
}) {
  const t = useTranslations('settings.steps')
  const words = useTranslations('words')
  const countIn = countsOf(backlog)
  return (
    <Rows label={t('of', { team: team.name })}>
      {team.steps.map(({ id, name, category }) => {
        const count = countIn(id)
        return (
          <Row
            key={id}
            title={name}
            detail={count === null ? undefined : words('stories', { count })}
          >
            <span className="text-label text-muted">{words(`categories.${category}`)}</span>
          </Row>
        )
      })}
    </Rows>
  )
}
