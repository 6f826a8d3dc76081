'use client'

import type { ReadyArea } from '#components/actions/index.ts'
import { placeName, placeOf } from '#components/shell/searchRoute.ts'
import { Select } from '#components/ui/Select.tsx'
import type { SearchFilter } from '#lib/search/storyIndex.ts'

/** Where is looked, and for stories of which theme. */
export function SearchFilters({
  area,
  filter,
  onChange,
}: {
  readonly area: ReadyArea
  readonly filter: SearchFilter
  readonly onChange: (filter: SearchFilter) => void
}) {
  const { themes, teams } = area.settings
  const backlogs = [...teams.values()].filter(({ id }) => area.backlogs.has(id))
  return (
    <div className="grid grid-cols-2 gap-2 sm:flex">
      <Select
        aria-label="Where"
        className="sm:w-52"
        value={filter.place ? placeName(filter.place) : ''}
        onChange={(name) => onChange({ ...without(filter, 'place'), ...placed(name) })}
        options={[
          { value: '', label: 'Everywhere' },
          { value: 'area', label: 'Refinement area' },
          { value: 'teams', label: 'Team backlogs' },
          ...backlogs.map(({ id, name }) => ({ value: `team:${id}`, label: `Backlog of ${name}` })),
          { value: 'wont-do', label: 'Won’t do' },
        ]}
      />
      <Select
        aria-label="Theme"
        className="sm:w-52"
        value={filter.theme ?? ''}
        onChange={(theme) =>
          onChange({ ...without(filter, 'theme'), ...(theme !== '' && { theme }) })
        }
        options={[
          { value: '', label: 'Any theme' },
          ...[...themes.values()].map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  )
}

function placed(name: string): Pick<SearchFilter, 'place'> {
  const place = placeOf(name)
  return place ? { place } : {}
}

function without(filter: SearchFilter, part: keyof SearchFilter): SearchFilter {
  const { [part]: _, ...rest } = filter
  return rest
}
