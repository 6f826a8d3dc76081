import type { Backlog } from '#lib/client/client.ts'
import type { Team } from '#lib/domain/team.ts'
import { Row, Rows } from '../Rows.tsx'
import { CATEGORY_NAMES, countsOf, stories } from './teamWords.ts'

/** The steps of a team for whoever may not change them. */
export function StepList({
  team,
  backlog,
}: {
  readonly team: Team
  readonly backlog: Backlog | undefined
}) {
  const countIn = countsOf(backlog)
  return (
    <Rows label={`Steps of ${team.name}`}>
      {team.steps.map(({ id, name, category }) => {
        const count = countIn(id)
        return (
          <Row key={id} title={name} detail={count === null ? undefined : stories(count)}>
            <span className="text-label text-muted">{CATEGORY_NAMES[category]}</span>
          </Row>
        )
      })}
    </Rows>
  )
}
