import type { Route } from '#components/shell/routes.ts'
import { MeetingPage, type MeetingPageProps } from './MeetingPage.tsx'
import { Meetings } from './Meetings.tsx'

/** The list of meetings, or one of them, as the address says. */
export function MeetingPages({
  route,
  renderStory,
}: Pick<MeetingPageProps, 'renderStory'> & {
  readonly route: Extract<Route, { page: 'meetings' | 'meeting' }>
}) {
  if (route.page === 'meetings') return <Meetings />
  return <MeetingPage key={route.session} id={route.session} renderStory={renderStory} />
}
