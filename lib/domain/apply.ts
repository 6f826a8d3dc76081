import type { SettingsEvent, StoryEvent } from './event.ts'
import { endsFiling } from './filing.ts'
import { assertNever, must } from './must.ts'
import type { Policy } from './policy.ts'
import { isActivity } from './quiet.ts'
import { readinessOf } from './readiness.ts'
import type { Role } from './roles.ts'
import type { Settings } from './settings.ts'
import type { AreaStory, Story, TeamStory } from './story.ts'
import { counted } from './talk/apply.ts'
import type { View } from './view.ts'

/**
 * Gives the story after an event; null once it is removed for good. Pure: the server's rows, every browser's lists and
 * the fold in the tests (I8) all come from here. `before` is undefined only for StoryCaptured. `policy` is the one in
 * force at the event: readiness is judged by it.
 */
export function apply(before: Story | undefined, event: StoryEvent, policy: Policy): Story | null {
  if (event.type === 'StoryPurged') return null
  const story = changed(before, event)
  const after = isActivity(event) ? { ...story, activeAt: event.at } : story
  const readiness = readinessOf(after, policy)
  return before && sameReadiness(before.readiness, readiness) ? after : { ...after, readiness }
}

/** Gives the settings after an event. */
export function applySettings(settings: Settings, event: SettingsEvent): Settings {
  switch (event.type) {
    case 'PolicySet':
      return { ...settings, policy: event.to }
    case 'TeamSet':
      return { ...settings, teams: replaced(settings.teams, event.to) }
    case 'ThemeDefined':
      return { ...settings, themes: replaced(settings.themes, event.to) }
    case 'PersonaDefined':
      return { ...settings, personas: replaced(settings.personas, event.to) }
    case 'TemplateDefined':
      return { ...settings, templates: replaced(settings.templates, event.to) }
    case 'ViewDefined':
      return { ...settings, views: withView(settings.views, event) }
    case 'RolesChanged':
      // Who is a member is kept with people, and a list of members comes with it: see `withRoles`.
      return settings
    default:
      return assertNever(event)
  }
}

/** Gives the members after somebody got other roles; `roles: null` takes them out. */
export function withRoles<M extends { readonly roles: readonly Role[] }>(
  members: ReadonlyMap<string, M>,
  id: string,
  roles: readonly Role[] | null,
): ReadonlyMap<string, M> {
  const after = new Map(members)
  const member = members.get(id)
  if (roles === null) after.delete(id)
  else if (member) after.set(id, { ...member, roles })
  return after
}

/** Gives the stories whose readiness another policy judges otherwise, as they are under it. */
export function judgedAnew(stories: Iterable<Story>, policy: Policy): Story[] {
  const found: Story[] = []
  for (const story of stories) {
    const readiness = readinessOf(story, policy)
    if (!sameReadiness(story.readiness, readiness)) found.push({ ...story, readiness })
  }
  return found
}

function changed(
  before: Story | undefined,
  event: Exclude<StoryEvent, { type: 'StoryPurged' }>,
): Story {
  if (event.type === 'StoryCaptured') return captured(event)
  const story = whereItIs(must(before, `story ${event.story} of event ${event.seq}`), event)
  switch (event.type) {
    case 'StoryRenamed':
      return { ...story, title: event.to }
    case 'ThemeSet':
      return { ...story, theme: event.to }
    case 'PersonaSet':
      return { ...story, persona: event.to }
    case 'LabelsSet':
      return { ...story, labels: event.to }
    case 'DependenciesSet':
      return { ...story, dependencies: event.to }
    case 'StoryDescribed':
      return { ...story, facts: event.facts, ...writtenAt(event) }
    case 'StoryMoved':
      return inArea(story, event.to, event)
    case 'StorySentBack':
      return inArea(story, event.to, event)
    case 'StoryRanked':
      return { ...story, rank: event.to }
    case 'StoryAssigned':
      return onTeam(story, event, event.at)
    case 'StoryReassigned':
      return onTeam(story, event.to, event.at)
    case 'StoryStepped':
      return {
        ...onBacklog(story),
        step: event.to,
        rank: event.rank,
        // The step it is in may only have come to mean something else.
        enteredStageAt: event.from === event.to ? story.enteredStageAt : event.at,
        // From one done step to another it stays completed when it was.
        completedAt: event.done ? (story.completedAt ?? event.at) : null,
        agreed: event.agreed === undefined ? story.agreed : event.agreed,
      }
    case 'StorySized':
      return { ...onBacklog(story), size: event.to, agreed: event.agreed }
    case 'StoryScheduled':
      return { ...onBacklog(story), schedule: event.to }
    case 'ChangeAcknowledged':
      return { ...story, agreed: event.agreed }
    case 'StoryAcknowledged':
      return { ...story, acknowledged: { ...story.acknowledged, [event.side]: event.by } }
    case 'AcknowledgementWithdrawn': {
      const { [event.side]: _, ...acknowledged } = story.acknowledged
      return { ...story, acknowledged }
    }
    case 'StoryUpvoted':
      return { ...story, votes: added(story.votes, event.by) }
    case 'VoteWithdrawn':
      return { ...story, votes: story.votes.filter((user) => user !== event.by) }
    case 'StoryWatched':
      return { ...story, watchers: added(story.watchers, event.by) }
    case 'StoryUnwatched':
      return { ...story, watchers: story.watchers.filter((user) => user !== event.by) }
    case 'StoryKept':
      return { ...story, keptAt: event.at }
    case 'KeepWithdrawn':
      return { ...story, keptAt: null }
    case 'StoryMerged':
      return {
        ...story,
        votes: event.votes.reduce(added, story.votes),
        watchers: event.watchers.reduce(added, story.watchers),
      }
    case 'CriteriaDealt':
    case 'VersionKept':
    case 'VersionNamed':
    case 'VersionRestored':
      // What the text was is kept beside the story.
      return story
    case 'StoryFiled':
      return { ...story, filedAt: event.at }
    case 'StoryTrashed':
      return { ...story, trashedAt: event.at }
    case 'StoryRestored':
      return { ...story, trashedAt: null, rank: event.rank }
    case 'ThreadStarted':
    case 'ThreadReplied':
    case 'CommentEdited':
    case 'CommentDeleted':
    case 'CommentRestored':
    case 'ThreadResolved':
    case 'ThreadReopened':
    case 'CommentReacted':
    case 'ReactionWithdrawn':
    case 'SuggestionSettled':
    case 'SuggestionUnsettled':
      return { ...story, talk: counted(story.talk, event) }
    case 'RevisitCame':
    case 'NoticesDone':
    case 'NoticesUndone':
    case 'StoryMuted':
    case 'StoryUnmuted':
      return story
    default:
      return assertNever(event)
  }
}

/** [CL3] Whatever moves a story or restores it brings it back to its list. */
function whereItIs(story: Story, event: StoryEvent): Story {
  if (story.filedAt === undefined || !endsFiling(event)) return story
  const { filedAt: _, ...onItsList } = story
  return onItsList
}

/** What was recorded before texts were told apart says nothing of when they changed. */
function writtenAt({
  text,
  at,
  by,
}: Extract<StoryEvent, { type: 'StoryDescribed' }>): Pick<Story, 'written'> {
  return text === undefined ? {} : { written: { text, at, by } }
}

function captured(event: Extract<StoryEvent, { type: 'StoryCaptured' }>): AreaStory {
  return {
    id: event.story,
    key: event.key,
    title: event.title,
    stage: event.stage,
    team: null,
    step: null,
    rank: event.rank,
    theme: null,
    persona: null,
    labels: [],
    dependencies: null,
    size: null,
    schedule: null,
    acknowledged: {},
    facts: null,
    // Judged by `apply`, like every story.
    readiness: { met: 0, of: 0, missing: [], advice: [] },
    agreed: null,
    votes: [],
    watchers: [],
    talk: { comments: 0, open: 0 },
    capturedBy: event.by,
    capturedAt: event.at,
    enteredStageAt: event.at,
    activeAt: event.at,
    keptAt: null,
    completedAt: null,
    reason: null,
    revisitOn: null,
    setAsideBy: null,
    duplicateOf: null,
    sample: event.sample,
    trashedAt: null,
  }
}

function inArea(
  story: Story,
  stage: AreaStory['stage'],
  event: Extract<StoryEvent, { type: 'StoryMoved' | 'StorySentBack' }>,
): AreaStory {
  return {
    ...story,
    stage,
    team: null,
    step: null,
    size: null,
    schedule: null,
    completedAt: null,
    agreed: null,
    rank: event.rank,
    enteredStageAt: event.at,
    reason: event.reason,
    revisitOn: event.revisitOn,
    setAsideBy: event.setAsideBy ?? null,
    duplicateOf: event.duplicateOf,
  }
}

function onTeam(
  story: Story,
  to: { readonly team: string; readonly step: string; readonly rank: string },
  at: number,
): TeamStory {
  return {
    ...story,
    stage: null,
    team: to.team,
    step: to.step,
    rank: to.rank,
    size: null,
    schedule: null,
    completedAt: null,
    agreed: null,
    enteredStageAt: at,
    reason: null,
    revisitOn: null,
    setAsideBy: null,
    duplicateOf: null,
  }
}

function onBacklog(story: Story): TeamStory {
  if (story.stage !== null) throw new Error(`${story.id} is on no team's backlog`)
  return story
}

function sameReadiness(a: Story['readiness'], b: Story['readiness']): boolean {
  return (
    a.met === b.met &&
    a.of === b.of &&
    a.missing.join() === b.missing.join() &&
    a.advice.join() === b.advice.join()
  )
}

function added(users: readonly string[], user: string): readonly string[] {
  return users.includes(user) ? users : [...users, user]
}

function withView(
  views: Settings['views'],
  { from, to }: { readonly from: View | null; readonly to: View | null },
): Settings['views'] {
  if (to) return replaced(views, to)
  const after = new Map(views)
  if (from) after.delete(from.id)
  return after
}

function replaced<Thing extends { readonly id: string }>(
  things: ReadonlyMap<string, Thing>,
  thing: Thing,
): ReadonlyMap<string, Thing> {
  return new Map(things).set(thing.id, thing)
}
