import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { STAGE_NAMES } from '#lib/domain/stage.ts'
import type { Counts } from './themes.ts'

type Place = Exclude<keyof Counts, 'wont-do'>

const PLACES: readonly {
  readonly place: Place
  readonly name: string
  readonly icon: ReactNode
}[] = [
  { place: 'idea', name: STAGE_NAMES.idea, icon: <StageDot stage="idea" size={12} /> },
  {
    place: 'refinement',
    name: STAGE_NAMES.refinement,
    icon: <StageDot stage="refinement" size={12} />,
  },
  { place: 'ready', name: STAGE_NAMES.ready, icon: <StageDot stage="ready" size={12} /> },
  { place: 'backlog', name: 'On team backlogs', icon: <StageDot stage="backlog" size={12} /> },
  { place: 'done', name: 'Done', icon: <Check aria-hidden size={12} strokeWidth={3} /> },
]

/**
 * How many stories of a theme stand where; places without one are left out. `inColumns`: where there is room each place
 * has a column of its own, so that lines below each other compare.
 */
export function StoryCounts({
  counts,
  inColumns = false,
}: {
  readonly counts: Counts
  readonly inColumns?: boolean
}) {
  const shown = PLACES.filter(({ place }) => counts[place] > 0)
  if (shown.length === 0) return <span className="text-label text-subtle">No stories</span>
  return (
    <ul
      className={classes(
        'flex flex-wrap gap-x-3 gap-y-1 text-label text-muted',
        inColumns && 'lg:grid lg:grid-cols-[repeat(5,2.75rem)] lg:gap-x-1',
      )}
    >
      {shown.map(({ place, name, icon }) => (
        <li
          key={place}
          title={name}
          className="flex items-center gap-1"
          style={{ gridColumn: PLACES.findIndex((one) => one.place === place) + 1 }}
        >
          {icon}
          <span className="sr-only">{name}: </span>
          {counts[place].toLocaleString('en')}
        </li>
      ))}
    </ul>
  )
}
