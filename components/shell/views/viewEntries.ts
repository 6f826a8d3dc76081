import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import type { AreaView } from '#lib/client/client.ts'
import { navigate } from '../location.ts'
import { viewsOf } from './here.ts'
import { routeOf } from './look.ts'

/** Gives the saved views as lines of the palette. */
export function viewEntries(area: AreaView): PaletteEntry[] {
  return viewsOf(area).map((view) => ({
    id: `go.view.${view.id}`,
    heading: 'Go to',
    title: `Go to ${view.name}`,
    words: `view saved ${view.isShared ? 'shared' : 'mine'}`,
    choose: () => navigate(routeOf(view)),
  }))
}
