'use client'

import type { ReadyArea } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
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
  const t = textsOf('search')
  const { themes, teams } = area.settings
  const backlogs = [...teams.values()].filter(({ id }) => area.backlogs.has(id))
  return (
    <div className="grid grid-cols-2 gap-2 sm:flex">
      <Select
        aria-label={t('where')}
        className="sm:w-52"
        value={filter.place ? placeName(filter.place) : ''}
        onChange={(name) => onChange({ ...without(filter, 'place'), ...placed(name) })}
        options={[
          { value: '', label: t('everywhere') },
          { value: 'area', label: t('area') },
          { value: 'teams', label: t('teams') },
          ...backlogs.map(({ id, name }) => ({
            value: `team:${id}`,
            label: t('backlogOf', { team: name }),
          })),
          { value: 'wont-do', label: t('wontDo') },
        ]}
      />
      <Select
        aria-label={t('theme')}
        className="sm:w-52"
        value={filter.theme ?? ''}
        onChange={(theme) =>
          onChange({ ...without(filter, 'theme'), ...(theme !== '' && { theme }) })
        }
        options={[
          { value: '', label: t('anyTheme') },
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
