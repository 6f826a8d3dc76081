import { areaList, filedList, teamList } from '../domain/lists.ts'
import type { Settings } from '../domain/settings.ts'
import { type Stage, STAGES } from '../domain/stage.ts'
import type { AreaStory, Story, TeamStory } from '../domain/story.ts'
import type { AreaInfo, Filed, MemberInfo, TeamInfo } from '../schema/wire.ts'
import type { ReplicaView } from './allLists.ts'
import type { AreaView, Backlog, FiledAway } from './client.ts'
import { kept, keptMap } from './equal.ts'
import type { Orders } from './orders.ts'
import { keptSettings } from './world.ts'

type ReadyView = Extract<AreaView, { phase: 'ready' }>

export interface ViewParts {
  readonly info: AreaInfo
  readonly members: ReadonlyMap<string, MemberInfo>
  readonly settings: Settings
  readonly stories: ReadonlyMap<string, Story>
  readonly orders: Orders
  readonly pending: ReadonlySet<string>
  list(name: string): Pick<ReplicaView, 'seq' | 'info'> | undefined
}

/** Gives the view of these parts. What did not change since `last` keeps its identity, the view itself included. */
export function viewOf(parts: ViewParts, last: AreaView): ReadyView {
  const before = last.phase === 'ready' ? last : null
  const { stories, pending } = parts
  const sessions = parts.info.sessions ?? []
  const settings = before ? keptSettings(before.settings, parts.settings) : parts.settings
  const filed = keptMap(before?.filed ?? NOTHING_FILED, filedIn(parts, settings))
  const view: ReadyView = {
    phase: 'ready',
    workspace: before ? kept(before.workspace, parts.info.workspace) : parts.info.workspace,
    members: before ? keptMap(before.members, parts.members) : parts.members,
    settings,
    stories,
    columns: columnsOf(parts.orders, before?.columns),
    backlogs: backlogsOf(parts, settings, filed, before?.backlogs ?? new Map()),
    filed,
    sessions: before ? kept(before.sessions, sessions) : sessions,
    pending,
  }
  const keys = Object.keys(view) as (keyof ReadyView)[]
  return before && keys.every((key) => view[key] === before[key]) ? before : view
}

/** False while some list has not come, or is not followed: a story that is not in the view may be in that one (I6). */
export function isComplete(view: AreaView): boolean {
  if (view.phase === 'loading' || view.filed.size > 0) return false
  return [...view.backlogs.values()].every(({ isLoaded }) => isLoaded)
}

/** True while closed stories that were filed are on their way here: one that has just left its list may be among them. */
export function isFiledComing(view: AreaView): boolean {
  return view.phase === 'ready' && [...view.filed.values()].some(({ isComing }) => isComing)
}

/** Gives how many closed stories were filed and are not here. */
export function olderIn({ filed }: Pick<ReadyView, 'filed'>): number {
  return [...filed.values()]
    .flatMap(({ places }) => Object.values(places))
    .reduce((sum, count) => sum + count, 0)
}

/** What the headers say was filed, as far as the list that has it is not here. */
function* filedIn(
  { info: { workspace }, list }: ViewParts,
  { teams }: Settings,
): Generator<readonly [string | null, FiledAway]> {
  const homes = [...teams.values()].filter(({ archivedAt }) => archivedAt === null)
  for (const id of [null, ...homes.map((team) => team.id)]) {
    const home = list(id === null ? areaList(workspace.id) : teamList(id))
    const filed = (home?.info as { readonly filed?: Filed } | null | undefined)?.filed
    const replica = list(filedList(id ?? workspace.id))
    if (filed && (!replica || replica.seq === null))
      yield [id, { ...filed, isComing: replica !== undefined }]
  }
}

const NOTHING_FILED: ReadonlyMap<string | null, FiledAway> = new Map()
const NO_STORIES: readonly Story[] = []

function columnsOf(orders: Orders, before: ReadyView['columns'] | undefined): ReadyView['columns'] {
  const columnOf = (stage: Stage) => (orders.get(stage) ?? NO_STORIES) as readonly AreaStory[]
  if (before && STAGES.every((stage) => before[stage] === columnOf(stage))) return before
  return {
    idea: columnOf('idea'),
    refinement: columnOf('refinement'),
    ready: columnOf('ready'),
    'wont-do': columnOf('wont-do'),
  }
}

function backlogsOf(
  { orders, list }: ViewParts,
  { teams }: Settings,
  filed: ReadyView['filed'],
  before: ReadyView['backlogs'],
): ReadyView['backlogs'] {
  const backlogs = new Map<string, Backlog>()
  for (const { id, archivedAt } of teams.values()) {
    if (archivedAt !== null) continue
    const replica = list(teamList(id))
    const isLoaded = replica !== undefined && replica.seq !== null
    const stories = (orders.get(teamList(id)) ?? NO_STORIES) as readonly TeamStory[]
    const flow = isLoaded ? ((replica.info as TeamInfo | null)?.flow ?? null) : null
    const old = before.get(id)
    const away = filed.get(id)
    const isSame =
      old?.isLoaded === isLoaded &&
      old.stories === stories &&
      old.flow === flow &&
      old.filed === away
    backlogs.set(id, isSame ? old : { isLoaded, stories, flow, ...(away && { filed: away }) })
  }
  const isSame =
    before.size === backlogs.size &&
    [...backlogs].every(([id, backlog]) => before.get(id) === backlog)
  return isSame ? before : backlogs
}
