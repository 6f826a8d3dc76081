import { areaList, filedList, homeListOf, listOf, talkList, teamList } from '#lib/domain/lists.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { BallotChange } from '#lib/domain/sessions/ballot.ts'
import { isFiled, type Story } from '#lib/domain/story.ts'
import type { Template } from '#lib/domain/template.ts'
import { audienceOf, readsTeam, seesTeam, seesView } from '#lib/domain/visibility.ts'
import type { ListChange, ListInfo, ListItem, ListSnapshot } from '#lib/schema/wire.ts'
import type { Folded } from './fold.ts'
import {
  inboxChange,
  inboxInfo,
  inboxNews,
  inboxNewsSince,
  inboxOwner,
  inboxSnapshot,
} from './inboxLists.ts'
import type { Picture } from './picture.ts'
import {
  hasNewHeads,
  sessionAudience,
  sessionChange,
  sessionHeads,
  sessionInfo,
  sessionNews,
  sessionNewsSince,
  sessionOf,
  sessionSnapshot,
} from './sessionLists.ts'
import { talkChange, talkedAbout, talkInfo, talkSnapshot } from './talkLists.ts'

/** Whoever looks at lists. */
export type Reader = Pick<Actor, 'id' | 'roles'>

/** What a commit changed in one list. */
export interface ListNews {
  readonly list: string
  /** Without its header. */
  readonly change: ListChange<ListItem>
  /** The header may be another one now, too. */
  readonly withInfo: boolean
}

/** Gives a list as it is now; null when there is none of this name for them. `now` is milliseconds since the epoch. */
export function snapshotOf(
  picture: Picture,
  list: string,
  reader: Reader,
  now: number,
): ListSnapshot<ListItem> | null {
  const talk = talkedAbout(picture, list, reader)
  if (talk !== null) return talkSnapshot(picture, talk)
  if (inboxOwner(picture, list, reader) !== null) return inboxSnapshot(picture, reader)
  const session = sessionOf(picture, list, reader)
  if (session) return sessionSnapshot(picture, session, reader)
  const info = infoOf(picture, list, reader, now)
  if (!info) return null
  const items: Story[] = []
  for (const story of picture.stories.values()) {
    if (isOn(picture, list, story)) items.push(story)
  }
  return { seq: picture.seq, items, info }
}

/**
 * Gives what brings a list that has seen everything up to `since` to the present (I8): one change, with the header,
 * which has no sequence of its own. A snapshot is better when most stories changed, and is the only answer to a
 * `since` this log never reached (a restored backup). Null as for `snapshotOf`.
 */
export function changesOf(
  picture: Picture,
  list: string,
  since: number,
  reader: Reader,
  now: number,
): ListChange<ListItem> | 'snapshot needed' | null {
  const info = infoOf(picture, list, reader, now)
  if (!info) return null
  if (since > picture.seq) return 'snapshot needed'
  const talk = talkedAbout(picture, list, reader)
  if (talk !== null) return talkChange(picture, talk, since)
  if (inboxOwner(picture, list, reader) !== null) return inboxChange(picture, reader, since)
  const session = sessionOf(picture, list, reader)
  if (session) return sessionChange(picture, session, reader, since)
  const change = changedSince(picture, list, since)
  const changed = Object.keys(change.set).length + change.gone.length
  if (changed > SMALL && changed > picture.stories.size / 2) return 'snapshot needed'
  return { seq: picture.seq, ...change, info }
}

/** So many changed stories are never too many to be told one by one. */
const SMALL = 200

/** Gives a list's header as one reader may know it; null when there is no such list for them. */
export function infoOf(
  picture: Picture,
  list: string,
  reader: Reader,
  now: number,
): ListInfo | null {
  const { workspace, settings, members } = picture
  if (list === areaList(workspace.id)) {
    return {
      workspace: { id: workspace.id, name: workspace.name, keyPrefix: workspace.keyPrefix },
      members: [...members.values()],
      policy: settings.policy,
      teams: [...settings.teams.values()].filter((team) => seesTeam(team, reader)),
      themes: [...settings.themes.values()],
      personas: [...settings.personas.values()],
      templates: [...settings.templates.values()].map(asSent),
      views: [...settings.views.values()].filter(
        (view) => view.isShared && seesView(picture, view, reader),
      ),
      sessions: sessionHeads(picture, reader),
      ...picture.filed.of(list),
    }
  }
  const talk = talkedAbout(picture, list, reader)
  if (talk !== null) return talkInfo(talk)
  const owner = inboxOwner(picture, list, reader)
  if (owner !== null) return inboxInfo(picture, reader)
  const session = sessionOf(picture, list, reader)
  if (session) return sessionInfo(picture, session, reader)
  if (list === filedList(workspace.id)) return { of: workspace.id }
  const team = teamOf(picture, list)
  if (!team || !seesTeam(team, reader)) return null
  if (list === filedList(team.id)) return { of: team.id }
  const flow = picture.flow.of(team.id, now, team.iterations)
  return { team, flow, ...picture.filed.of(list) }
}

/** TP5: nobody starts from an archived template, and bringing it back needs no more than its name. */
function asSent(template: Template): Template {
  return template.archivedAt === null ? template : { ...template, content: '' }
}

/**
 * Gives who a list's bytes are for: two readers with the same audience get the same of everything. Null when there is
 * no such list for them.
 */
export function audienceFor(picture: Picture, list: string, reader: Reader): string | null {
  if (list === areaList(picture.workspace.id)) return audienceOf(picture, reader)
  if (talkedAbout(picture, list, reader) !== null) return ''
  if (inboxOwner(picture, list, reader) !== null) return ''
  const session = sessionOf(picture, list, reader)
  if (session) return sessionAudience(picture, session, reader)
  if (list === filedList(picture.workspace.id)) return ''
  const team = teamOf(picture, list)
  // Everyone who may read a backlog reads the same.
  return team && readsTeam(picture, team.id, reader) ? '' : null
}

/**
 * Gives what events changed, list by list, from the picture before they were taken. A story that moves comes to the new
 * list before it leaves the old one, so that whoever has both open never misses it.
 */
export function newsOf(before: Picture, folded: Folded, ballot?: BallotChange): ListNews[] {
  const { events, stories, threads, settings, members } = folded
  const { id } = before.workspace
  const seq = events.at(-1)?.seq ?? before.seq
  const command = events.at(-1)?.command
  const drafts = new Map<string, Draft>()
  const draft = (list: string): Draft => {
    let found = drafts.get(list)
    if (!found) drafts.set(list, (found = { set: {}, gone: [], filed: [], withInfo: false }))
    return found
  }
  for (const [story, after] of stories) {
    const was = before.stories.get(story)
    const from = was ? listOf(was, id) : null
    const to = after && listOf(after, id)
    if (to) draft(to).set[story] = after
    if (from && from !== to) {
      draft(from).gone.push(story)
      if (after && isFiledFrom(from, after, id)) draft(from).filed.push(story)
    }
    // How many were filed stands in the header of the list that they are of.
    if (was && countsAs(was) !== (after && countsAs(after)))
      draft(homeListOf(was, id)).withInfo = true
    if (after && countsAs(after) !== (was && countsAs(was))) {
      draft(homeListOf(after, id)).withInfo = true
    }
  }
  for (const { story, id: thread, thread: now } of threads) {
    const { set, gone } = draft(talkList(story))
    if (now) set[thread] = now
    else gone.push(thread)
  }
  if (settings !== before.settings || members !== before.members || hasNewHeads(before, folded)) {
    draft(areaList(id)).withInfo = true
  }
  for (const team of teamsWithNews(events)) draft(teamList(team)).withInfo = true
  const news = [...drafts]
    .map(([list, { set, gone, filed, withInfo }]) => ({
      list,
      change: {
        seq,
        set,
        gone,
        ...(command !== undefined && { command }),
        ...(filed.length > 0 && { filed }),
      },
      withInfo,
    }))
    .sort((a, b) => Number(isLeaving(a)) - Number(isLeaving(b)))
  return [...news, ...sessionNews(before, folded, ballot), ...inboxNews(before, folded)]
}

/** Gives, for every list, what it lacks that has seen everything up to `since`; every header is new. */
export function newsSince(picture: Picture, since: number): ListNews[] {
  const teams = [...picture.settings.teams.keys()]
  const lists = [...teams, picture.workspace.id].map(filedList).concat(teams.map(teamList))
  const news = [...lists, areaList(picture.workspace.id)].map((list) => ({
    list,
    change: { seq: picture.seq, ...changedSince(picture, list, since) },
    withInfo: true,
  }))
  const talks = [...picture.talks.talkedSince(since)].map((story) => ({
    list: talkList(story),
    change: talkChange(picture, story, since),
    withInfo: false,
  }))
  const sessions = sessionNewsSince(picture, since)
  return [...news, ...talks, ...sessions, ...inboxNewsSince(picture, since)]
}

interface Draft {
  readonly set: Record<string, ListItem>
  readonly gone: string[]
  readonly filed: string[]
  withInfo: boolean
}

function isLeaving({ change: { set } }: ListNews): boolean {
  return Object.keys(set).length === 0
}

function changedSince(
  picture: Picture,
  list: string,
  since: number,
): Pick<ListChange<ListItem>, 'set' | 'gone' | 'filed'> {
  const set: Record<string, Story> = {}
  const gone: string[] = []
  const filed: string[] = []
  for (const [id, seq] of picture.lastSeq) {
    const story = seq > since && picture.stories.get(id)
    if (story && isOn(picture, list, story)) set[id] = story
  }
  for (const id of picture.places.leftSince(list, since)) {
    const story = picture.stories.get(id)
    if (story && isOn(picture, list, story)) continue
    gone.push(id)
    if (story && isFiledFrom(list, story, picture.workspace.id)) filed.push(id)
  }
  return { set, gone, ...(filed.length > 0 && { filed }) }
}

/** True for a story that left this very list because it was filed: where it went from others is not their readers' business. */
function isFiledFrom(list: string, story: Story, workspaceId: string): boolean {
  return story.trashedAt === null && isFiled(story) && homeListOf(story, workspaceId) === list
}

/** What a story counts as among those that were filed; null for one that is not. */
function countsAs(story: Story): string | null {
  if (!isFiled(story) || story.trashedAt !== null) return null
  return [story.team, story.step ?? story.stage, story.theme, story.persona].join(' ')
}

/** The teams that the events are about, and those whose flow they changed. */
function teamsWithNews(events: Folded['events']): Set<string> {
  const teams = new Set<string>()
  for (const event of events) {
    switch (event.type) {
      case 'TeamSet':
        teams.add(event.to.id)
        break
      case 'StoryAssigned':
      case 'StoryStepped':
        teams.add(event.team)
        break
      case 'StoryReassigned':
        teams.add(event.from.team).add(event.to.team)
        break
      case 'StorySentBack':
        teams.add(event.from.team)
        break
    }
  }
  return teams
}

function isOn(picture: Picture, list: string, story: Story): boolean {
  return listOf(story, picture.workspace.id) === list
}

function teamOf({ settings }: Picture, list: string) {
  const prefix = [TEAM, FILED].find((each) => list.startsWith(each))
  return prefix === undefined ? undefined : settings.teams.get(list.slice(prefix.length))
}

const TEAM = teamList('')
const FILED = filedList('')
