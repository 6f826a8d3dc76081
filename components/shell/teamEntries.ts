import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { AreaView } from '#lib/client/client.ts'
import { navigate } from './location.ts'
import { teamsOf } from './teams.ts'

/** Gives the backlogs, and where they are planned, as lines of the palette. */
export function teamEntries(area: AreaView): PaletteEntry[] {
  const t = textsOf('actions.palette')
  const heading = textsOf('actions.groups')('Go to')
  return teamsOf(area).flatMap(({ id, name }) => [
    {
      id: `go.backlog.${id}`,
      heading,
      title: t('backlogOf', { team: name }),
      words: t('team'),
      choose: () => navigate({ page: 'backlog', team: id }),
    },
    {
      id: `go.planning.${id}`,
      heading,
      title: t('planningOf', { team: name }),
      words: t('plans'),
      choose: () => navigate({ page: 'plannings', team: id }),
    },
  ])
}
