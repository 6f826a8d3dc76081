import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { AreaView } from '#lib/client/client.ts'
import { navigate } from '../location.ts'
import { viewsOf } from './here.ts'
import { routeOf } from './look.ts'

/** Gives the saved views as lines of the palette. */
export function viewEntries(area: AreaView): PaletteEntry[] {
  return viewsOf(area).map((view) => ({
    id: `go.view.${view.id}`,
    heading: textsOf('actions.groups')('Go to'),
    title: textsOf('actions.palette')('goTo', { name: view.name }),
    words: textsOf('actions.palette')(view.isShared ? 'sharedView' : 'ownView'),
    choose: () => navigate(routeOf(view)),
  }))
}
