import { apply, applySettings, judgedAnew, withRoles } from '#lib/domain/apply.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import { leavesStory } from '#lib/domain/inbox/event.ts'
import { inboxAfter } from '#lib/domain/inbox/fold.ts'
import type { EntriesOfStory } from '#lib/domain/inbox/followers.ts'
import { applySession } from '#lib/domain/sessions/apply.ts'
import { isOfSession } from '#lib/domain/sessions/event.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Talks } from '#lib/domain/state.ts'
import type { Story } from '#lib/domain/story.ts'
import { applyTalk } from '#lib/domain/talk/apply.ts'
import { isInTalk } from '#lib/domain/talk/event.ts'
import { NO_TALK, type Talk } from '#lib/domain/talk/thread.ts'
import type { KnownMember } from './picture.ts'
import type { ThreadChange } from './talkBook.ts'

/** What a workspace is before some events. */
export interface Before {
  readonly stories: ReadonlyMap<string, Story>
  readonly talks: Talks
  readonly settings: Settings
  readonly members: ReadonlyMap<string, KnownMember>
  readonly nextNumber: number
  readonly inbox: { of(story: string): EntriesOfStory }
  readonly sessions: ReadonlyMap<string, Session>
}

/** What events lead to: the stories they touch, null for one that is gone for good, and everything else as it is then. */
export interface Folded {
  readonly events: readonly WorkspaceEvent[]
  readonly stories: ReadonlyMap<string, Story | null>
  /** The threads they touch. */
  readonly threads: readonly ThreadChange[]
  readonly settings: Settings
  readonly members: ReadonlyMap<string, KnownMember>
  readonly nextNumber: number
  /** What inboxes hold of the stories where the events changed that. */
  readonly inbox: ReadonlyMap<string, EntriesOfStory>
  /** The live sessions they touch. */
  readonly sessions: ReadonlyMap<string, Session>
}

/** Folds the events of one command (I8). Nothing of `before` is changed. */
export function fold(before: Before, events: readonly WorkspaceEvent[]): Folded {
  const stories = new Map<string, Story | null>()
  const talks = new Map<string, Talk>()
  const inbox = new Map<string, EntriesOfStory>()
  const sessions = new Map<string, Session>()
  let { settings, members, nextNumber } = before
  for (const event of events) {
    if (isOfSession(event)) {
      const session = sessions.get(event.session) ?? before.sessions.get(event.session)
      sessions.set(event.session, applySession(session, event))
      continue
    }
    if (event.story === null) {
      settings = applySettings(settings, event)
      if (event.type === 'RolesChanged') members = withRoles(members, event.member, event.to)
      continue
    }
    const story = stories.get(event.story) ?? before.stories.get(event.story)
    if (isInTalk(event)) {
      const talk = talks.get(event.story) ?? before.talks.get(event.story) ?? NO_TALK
      talks.set(event.story, applyTalk(talk, event))
    }
    const after = leavesStory(event)
      ? must(story, `story ${event.story} of event ${event.seq}`)
      : apply(story, event, settings.policy)
    if (!leavesStory(event)) stories.set(event.story, after)
    const entries = inbox.get(event.story) ?? before.inbox.of(event.story)
    const around = { before: story ?? null, after, entries, world: { settings, members } }
    const changed = inboxAfter(event, around)
    if (changed.size > 0) inbox.set(event.story, new Map([...entries, ...changed]))
    if (event.type === 'StoryCaptured') {
      nextNumber = must(event.number, `number of ${event.story}`) + 1
    }
  }
  if (settings.policy !== before.settings.policy) {
    for (const story of judgedAnew(present(before.stories, stories), settings.policy)) {
      stories.set(story.id, story)
    }
  }
  const threads = threadsIn(events, talks)
  return { events, stories, threads, settings, members, nextNumber, inbox, sessions }
}

/** Gives what became of each thread that the events are about. */
function threadsIn(
  events: readonly WorkspaceEvent[],
  talks: ReadonlyMap<string, Talk>,
): ThreadChange[] {
  const changes = new Map<string, ThreadChange>()
  for (const event of events) {
    if (event.story === null || !isInTalk(event)) continue
    const { story, thread: id } = event
    changes.set(`${story} ${id}`, { story, id, thread: talks.get(story)?.get(id) ?? null })
  }
  return [...changes.values()]
}

function* present(
  before: ReadonlyMap<string, Story>,
  after: ReadonlyMap<string, Story | null>,
): Generator<Story> {
  for (const [id, story] of before) if (!after.has(id)) yield story
  for (const story of after.values()) if (story) yield story
}
