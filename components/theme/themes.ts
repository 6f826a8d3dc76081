import type { TextsIn } from '#components/language/messages.ts'
import { dateInWords } from '#components/ui/dates.ts'
import type { AreaView } from '#lib/client/client.ts'
import { byRank } from '#lib/domain/rank.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { Story, TeamStory } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'
import type { Theme } from '#lib/domain/theme.ts'
import type { Filed } from '#lib/schema/wire.ts'

/** Where the stories of a theme are. `backlog`: on a team and not done. */
export type Counts = Readonly<Record<Stage | 'backlog' | 'done', number>>

export const NO_STORIES: Counts = {
  idea: 0,
  refinement: 0,
  ready: 0,
  'wont-do': 0,
  backlog: 0,
  done: 0,
}

type FiledAway = Extract<AreaView, { phase: 'ready' }>['filed']

/** Counts the stories of each theme, by its id, with those that were filed and are not here. One pass: there are 10,000. */
export function countByTheme(
  stories: Iterable<Story>,
  filed: FiledAway,
): ReadonlyMap<string, Counts> {
  return countBy(
    stories,
    ({ theme }) => theme,
    filed,
    ({ themes }) => themes,
  )
}

/** Counts the stories of each persona, by its id, likewise. */
export function countByPersona(
  stories: Iterable<Story>,
  filed: FiledAway,
): ReadonlyMap<string, Counts> {
  return countBy(
    stories,
    ({ persona }) => persona,
    filed,
    ({ personas }) => personas,
  )
}

/** Gives how many stories of a theme were filed and are not here. */
export function olderOf(theme: string, filed: FiledAway): number {
  return [...filed.values()].reduce((sum, { themes }) => sum + (themes[theme] ?? 0), 0)
}

function countBy(
  stories: Iterable<Story>,
  of: (story: Story) => string | null,
  filed: FiledAway,
  filedOf: (filed: Filed) => Readonly<Record<string, number>>,
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Record<keyof Counts, number>>()
  const add = (id: string, place: keyof Counts, count: number) => {
    let found = counts.get(id)
    if (!found) counts.set(id, (found = { ...NO_STORIES }))
    found[place] += count
  }
  for (const story of stories) {
    const id = of(story)
    if (id !== null) add(id, story.stage ?? (story.completedAt === null ? 'backlog' : 'done'), 1)
  }
  // What is filed is closed: done on a backlog, or set aside.
  for (const [team, away] of filed) {
    for (const [id, count] of Object.entries(filedOf(away))) {
      add(id, team === null ? 'wont-do' : 'done', count)
    }
  }
  return counts
}

/** Gives how many stories there are, those that won't be done left out. */
export function live({ idea, refinement, ready, backlog, done }: Counts): number {
  return idea + refinement + ready + backlog + done
}

/** Gives the themes in their order, the archived ones apart (the latest archived first). */
export function ordered(themes: ReadonlyMap<string, Theme>): {
  current: readonly Theme[]
  archived: readonly Theme[]
} {
  const all = [...themes.values()].sort(byRank)
  return {
    current: all.filter(({ archivedAt }) => archivedAt === null),
    archived: all
      .filter(({ archivedAt }) => archivedAt !== null)
      .sort((a, b) => (b.archivedAt ?? 0) - (a.archivedAt ?? 0)),
  }
}

/** Gives a theme's time box in words: "1 Mar 2026 – 31 May 2026"; null without one. */
export function timeBox(
  t: TextsIn<'themes'>,
  { from, until }: Pick<Theme, 'from' | 'until'>,
): string | null {
  if (from !== null && until !== null) return `${dateInWords(from)} – ${dateInWords(until)}`
  if (from !== null) return t('from', { date: dateInWords(from) })
  return until === null ? null : t('until', { date: dateInWords(until) })
}

/** True once the last day of a time box is over. `today`: `YYYY-MM-DD`. */
export function isOver({ until }: Pick<Theme, 'until'>, today: string): boolean {
  return until !== null && until < today
}

/** A theme's stories that stand together: in a stage, or on a team's backlog. */
export interface Group {
  readonly id: string
  readonly home: { readonly stage: Stage } | { readonly team: Team }
  readonly stories: readonly Story[]
}

/** From what is being built back to what was only thought of; what won't be done comes last. */
const STAGE_ORDER: readonly Stage[] = ['ready', 'refinement', 'idea', 'wont-do']

/** Gives the stories of one theme by where they are, empty groups left out. */
export function grouped(
  stories: Iterable<Story>,
  theme: string,
  teams: ReadonlyMap<string, Team>,
): readonly Group[] {
  const byHome = new Map<string, Story[]>()
  for (const story of stories) {
    if (story.theme !== theme) continue
    const home = story.stage ?? ofTeam(story.team)
    const found = byHome.get(home)
    if (found) found.push(story)
    else byHome.set(home, [story])
  }
  const groups: Group[] = []
  for (const team of [...teams.values()].sort((a, b) => a.name.localeCompare(b.name))) {
    const id = ofTeam(team.id)
    const found = byHome.get(id)
    if (found) groups.push({ id, home: { team }, stories: inSteps(found, team) })
  }
  for (const stage of STAGE_ORDER) {
    const found = byHome.get(stage)
    if (found) groups.push({ id: stage, home: { stage }, stories: found.sort(byRank) })
  }
  return groups
}

/** A team may be called by an id that is a stage's name. */
function ofTeam(id: string): string {
  return `team:${id}`
}

/** What is nearest to done first; within a step in the backlog's order. */
function inSteps(stories: Story[], { steps }: Team): Story[] {
  const at = (story: Story) => steps.findIndex(({ id }) => id === (story as TeamStory).step)
  return stories.sort((a, b) => at(b) - at(a) || byRank(a, b))
}
