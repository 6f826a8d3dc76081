import { Texts } from '#components/language/Texts.tsx'
import type { PlanningListRoute, PlanningRoute } from '#components/shell/planningRoute.ts'
import { PlanningPage, type PlanningPageProps } from './PlanningPage.tsx'
import { Plannings } from './Plannings.tsx'
import { AREAS } from './texts.ts'

/** The planning sessions of a team, or one of them, as the address says. */
export function PlanningPages({
  route,
  renderStory,
}: Pick<PlanningPageProps, 'renderStory'> & {
  readonly route: PlanningListRoute | PlanningRoute
}) {
  return (
    <Texts areas={AREAS}>
      {route.page === 'plannings' ? (
        <Plannings key={route.team} team={route.team} />
      ) : (
        <PlanningPage key={route.session} route={route} renderStory={renderStory} />
      )}
    </Texts>
  )
}
