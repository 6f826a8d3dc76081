import { useMemo } from 'react'
import { dateOf } from '#components/ui/dates.ts'
import { useStore } from '#components/cards/store.ts'
import { useAreaFact } from '#components/session/hooks.ts'
import type { AreaView, Backlog as TeamBacklog } from '#lib/client/client.ts'
import { likelyDone } from '#lib/domain/inventory.ts'
import type { AreaStory, TeamStory } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'
import type { Backlog } from './backlog.ts'
import { columnsOf, olderDone } from './groups.ts'
import { shownWith } from './held.ts'
import type { Part } from './parts.ts'
import { type Row, rowsOf } from './rows.ts'
import { doneShown, listGroups, partsShown, showsOf, sinceOf } from './shown.ts'
import { filterOf, layoutOf, type Look } from './useBacklogModel.ts'

/** What is on the screen. */
export interface Shown {
  /** The lines of the list. */
  readonly rows: readonly Row[]
  /** The columns of the board. */
  readonly parts: readonly Part[]
  readonly tray: readonly AreaStory[]
  /** How many stories each step has, those done long ago left out; by the step's id. */
  readonly counts: ReadonlyMap<string, number>
  /** How many stories of each step were done before those that are shown; by the step's id. */
  readonly older: ReadonlyMap<string, number>
  readonly today: string
}

/** What is shown that way: two weeks. */
const AHEAD_DAYS = 14

/** Puts together what is on the screen. What did not change keeps its identity. */
export function useShown(
  { state, client }: Backlog,
  stories: readonly TeamStory[],
  ready: readonly AreaStory[],
  team: Team,
  { flow, filed }: Pick<TeamBacklog, 'flow' | 'filed'>,
  { route, step }: Look,
): Shown {
  const layout = layoutOf(route)
  const { theme = null, who = null, group = null } = route
  const now = useStore(state, (value) => value.now)
  const doneOpen = useStore(state, (value) => value.doneOpen)
  const olderShown = useStore(state, (value) => value.olderShown)
  const folded = useStore(state, (value) => value.folded)
  const themes = useAreaFact(themesOf)
  const members = useAreaFact(membersOf)
  const facts = useMemo(() => ({ themes, members }), [themes, members])
  const here = useStore(state, ({ people }) => (who === 'here' ? people : NOBODY))
  const held = useStore(state, ({ hand }) => (hand.kind === 'moving' ? hand.held : null))
  const me = client.me.id
  const today = dateOf(now)
  const view = useMemo(
    () => ({
      layout,
      filter: filterOf({ theme, who }),
      step,
      doneOpen,
      olderShown,
      group,
      folded,
      facts,
      me,
      here,
      now,
      today,
    }),
    [layout, theme, who, step, doneOpen, olderShown, group, folded, facts, me, here, now, today],
  )

  const parts = useMemo(
    () => shownWith(partsShown(stories, team, view), held),
    [stories, team, view, held],
  )
  const older = useMemo(
    () => olderDone(stories, team, filed?.places ?? {}, sinceOf(view)),
    [stories, team, filed, view],
  )
  const rows = useMemo(() => {
    if (view.layout === 'columns') return []
    const shows = showsOf(view)
    const carried = new Set(held?.stories.map(({ id }) => id))
    const groups = shownWith(listGroups(stories, team, view), held)
    const likely = flow && view.group === null ? likelyDone(flow, AHEAD_DAYS) : null
    const done = doneShown(stories, team, view)
    return rowsOf(
      groups,
      likely,
      done,
      view.doneOpen,
      (story, group) =>
        carried.has(story.id) || (shows(story) && !(group && view.folded.has(group.id))),
      [...older.values()].reduce((sum, count) => sum + count, 0),
    )
  }, [stories, team, flow, view, held, older])
  const tray = useMemo(() => {
    const carried = new Set(held?.stories.map(({ id }) => id))
    const shows = showsOf(view)
    const some = ready.filter((story) => !carried.has(story.id) && shows(story))
    return some.length === ready.length ? ready : some
  }, [ready, view, held])
  const counts = useMemo(() => {
    const columns = columnsOf(stories, team, sinceOf({ now, olderShown }))
    return new Map(columns.map(({ makes, stories: here }) => [makes.step ?? '', here.length]))
  }, [stories, team, now, olderShown])
  return { rows, parts, tray, counts, older, today }
}

const themesOf = (area: AreaView) => (area.phase === 'ready' ? area.settings.themes : NONE)
const membersOf = (area: AreaView) => (area.phase === 'ready' ? area.members : NONE)
const NONE: ReadonlyMap<string, never> = new Map<string, never>()
const NOBODY = { has: () => false }
