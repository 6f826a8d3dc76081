import type { SearchFilter } from '#lib/search/storyIndex.ts'

/** What is looked for on the page of the search, as its address says it. */
export interface SearchRoute {
  readonly page: 'search'
  readonly question: string
  readonly filter: SearchFilter
}

export const SEARCH: SearchRoute = { page: 'search', question: '', filter: {} }

const PLACES = ['area', 'teams', 'wont-do'] as const

/** Reads `?q=export&in=team:web&theme=reporting`; what it cannot read is left out. */
export function parseSearch(query: URLSearchParams): SearchRoute {
  const place = placeOf(query.get('in') ?? '')
  const theme = query.get('theme')
  return {
    page: 'search',
    question: query.get('q') ?? '',
    filter: { ...(place && { place }), ...(theme && { theme }) },
  }
}

/** Writes the query of an address; `parseSearch` gives it back. */
export function formatSearch({ question, filter }: SearchRoute): string {
  const query = new URLSearchParams()
  if (question) query.set('q', question)
  if (filter.place) query.set('in', placeName(filter.place))
  if (filter.theme) query.set('theme', filter.theme)
  return query.size === 0 ? '' : `?${query}`
}

/** Gives a place as one word: `area`, `team:web`. */
export function placeName(place: NonNullable<SearchFilter['place']>): string {
  return typeof place === 'string' ? place : `team:${place.team}`
}

/** Reads what `placeName` gives; undefined for anything else. */
export function placeOf(name: string): SearchFilter['place'] {
  const known = PLACES.find((place) => place === name)
  if (known) return known
  const team = /^team:(.+)$/.exec(name)?.[1]
  return team === undefined ? undefined : { team }
}
