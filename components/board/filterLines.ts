import { textsOf } from '#components/language/loaded.ts'
import type { PickerLine } from '#components/ui/Picker.tsx'
import type { ReadyArea } from '#components/actions/index.ts'
import {
  type BoardFilter,
  type Listed,
  NONE,
  NO_FILTER,
  toggled,
} from '#components/shell/boardFilter.ts'
import { QUIET_DAYS } from '#lib/domain/quiet.ts'
import { byRank } from '#lib/domain/rank.ts'
import { STAGES } from '#lib/domain/stage.ts'
import { type AreaStory, NOT_NEEDED } from '#lib/domain/story.ts'

/** One thing a board can be filtered by. */
export interface FilterChoice {
  /** `theme:<id>`, `ready:yes`, … */
  readonly id: string
  /** What it is about: "Theme". */
  readonly facet: string
  readonly title: string
  /** The colour of a theme. */
  readonly colour?: number
}

/** Gives everything a board can be filtered by: what its stories have, and the themes and personas that are in use. */
export function filterChoices(area: ReadyArea): readonly FilterChoice[] {
  const stories = STAGES.flatMap((stage) => area.columns[stage])
  const { themes, personas } = area.settings
  const t = textsOf('board.filter')
  const live = [...themes.values()].filter(({ archivedAt }) => archivedAt === null).sort(byRank)
  return [
    { id: 'ready:no', facet: t('readiness'), title: t('missing') },
    { id: 'ready:yes', facet: t('readiness'), title: t('met') },
    { id: 'blocked', facet: t('questions'), title: t('blocked') },
    { id: 'quiet', facet: t('activity'), title: t('quiet', { days: QUIET_DAYS }) },
    ...live.map(({ id, name, colour }) => choice('theme', id, name, colour)),
    choice('theme', NONE, textsOf('board')('noTheme')),
    ...[...personas.values()]
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => choice('persona', id, name)),
    choice('persona', NOT_NEEDED, t('needsNoPersona')),
    choice('persona', NONE, t('noPersona')),
    ...distinct(stories, ({ labels }) => labels).map((label) => choice('label', label, label)),
    ...distinct(stories, ({ capturedBy }) => [capturedBy])
      .map((id) => choice('by', id, area.members.get(id)?.name ?? t('someoneLeft')))
      .sort((a, b) => a.title.localeCompare(b.title)),
  ]
}

const FACETS: readonly Listed[] = ['theme', 'persona', 'label', 'by']

/** Gives the choices that a query finds as lines of a picker; those that are on have a tick. */
export function filterLines(
  choices: readonly FilterChoice[],
  filter: BoardFilter,
  query: string,
): readonly Omit<PickerLine, 'icon'>[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return choices
    .filter(({ facet, title }) => {
      const text = `${facet} ${title}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .map(({ id, facet, title }) => ({ id, title, heading: facet, chosen: isOn(filter, id) }))
}

/** Gives the choices that a filter is made of, those that are no longer there included. */
export function chosenIn(
  choices: readonly FilterChoice[],
  filter: BoardFilter,
): readonly FilterChoice[] {
  const known = new Map(choices.map((one) => [one.id, one]))
  return idsIn(filter).map((id) => known.get(id) ?? lost(id))
}

/** Gives the filter with a choice turned on, or off where it was on. */
export function withChoice(filter: BoardFilter, id: string): BoardFilter {
  const [facet = '', ...rest] = id.split(':')
  const value = rest.join(':')
  if (facet === 'blocked') {
    const { blocked, ...others } = filter
    return blocked ? others : { ...filter, blocked: true }
  }
  if (facet === 'quiet') {
    const { quiet, ...others } = filter
    return quiet ? others : { ...filter, quiet: true }
  }
  if (facet === 'ready') {
    const { ready, ...others } = filter
    return ready === value ? others : { ...filter, ready: value === 'yes' ? 'yes' : 'no' }
  }
  const listed = FACETS.find((one) => one === facet)
  return listed ? toggled(filter, listed, value) : NO_FILTER
}

function isOn(filter: BoardFilter, id: string): boolean {
  return idsIn(filter).includes(id)
}

function idsIn(filter: BoardFilter): readonly string[] {
  const listed = FACETS.flatMap((facet) =>
    (filter[facet] ?? []).map((value) => `${facet}:${value}`),
  )
  return [
    ...(filter.ready ? [`ready:${filter.ready}`] : []),
    ...(filter.blocked ? ['blocked'] : []),
    ...(filter.quiet ? ['quiet'] : []),
    ...listed,
  ]
}

/** A link may name a theme that is archived by now, or a label that no story has any more. */
function lost(id: string): FilterChoice {
  const [facet = '', ...rest] = id.split(':')
  const t = textsOf('board.filter')
  const listed = FACETS.find((one) => one === facet)
  const name = listed ? t(`facets.${listed}`) : t('label')
  return { id, facet: name, title: listed === 'label' ? rest.join(':') : t('gone') }
}

function choice(facet: Listed, value: string, title: string, colour?: number): FilterChoice {
  return {
    id: `${facet}:${value}`,
    facet: textsOf('board.filter.facets')(facet),
    title,
    ...(colour !== undefined && { colour }),
  }
}

function distinct(
  stories: readonly AreaStory[],
  pick: (story: AreaStory) => readonly string[],
): readonly string[] {
  return [...new Set(stories.flatMap(pick))].sort((a, b) => a.localeCompare(b))
}
