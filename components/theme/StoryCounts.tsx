import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import type { Counts } from './themes.ts'

type Place = Exclude<keyof Counts, 'wont-do'>

const PLACES: readonly {
  readonly place: Place
  readonly icon: ReactNode
}[] = [
  { place: 'idea', icon: <StageDot stage="idea" size={12} /> },
  { place: 'refinement', icon: <StageDot stage="refinement" size={12} /> },
  { place: 'ready', icon: <StageDot stage="ready" size={12} /> },
  { place: 'backlog', icon: <StageDot stage="backlog" size={12} /> },
  { place: 'done', icon: <Check aria-hidden size={12} strokeWidth={3} /> },
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
  const t = useTranslations('themes')
  const words = useTranslations('words')
  const nameOf = (place: Place) => {
    if (place === 'backlog') return t('onBacklogs')
    return place === 'done' ? words('categories.done') : words(`stages.${place}`)
  }
  const shown = PLACES.filter(({ place }) => counts[place] > 0)
  if (shown.length === 0) return <span className="text-label text-subtle">{t('noStories')}</span>
  return (
    <ul
      className={classes(
        'flex flex-wrap gap-x-3 gap-y-1 text-label text-muted',
        inColumns && 'lg:grid lg:grid-cols-[repeat(5,2.75rem)] lg:gap-x-1',
      )}
    >
      {shown.map(({ place, icon }) => (
        <li
          key={place}
          title={nameOf(place)}
          className="flex items-center gap-1"
          style={{ gridColumn: PLACES.findIndex((one) => one.place === place) + 1 }}
        >
          {icon}
          <span className="sr-only">{nameOf(place)}: </span>
          {counts[place].toLocaleString(pageLocale())}
        </li>
      ))}
    </ul>
  )
}
