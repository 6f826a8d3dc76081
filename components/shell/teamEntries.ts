import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { AreaView } from '#lib/client/client.ts'
import { navigate } from './location.ts'
import { teamsOf } from './teams.ts'

/** Gives the backlogs as lines of the palette. */
export function teamEntries(area: AreaView): PaletteEntry[] {
  return teamsOf(area).map(({ id, name }) => ({
    id: `go.backlog.${id}`,
    heading: textsOf('actions.groups')('Go to'),
    title: textsOf('actions.palette')('backlogOf', { team: name }),
    words: textsOf('actions.palette')('team'),
    choose: () => navigate({ page: 'backlog', team: id }),
  }))
}
