import type { StoryEvent } from '../event.ts'
import type { Story } from '../story.ts'
import type { TalkFact } from '../talk/event.ts'
import { plainComment } from '../talk/mentions.ts'
import type { World } from '../visibility.ts'
import { inThread, type InboxEntry, takingPart, withExcerpt, withoutComment } from './entry.ts'
import { type EntriesOfStory, followersOf } from './followers.ts'
import { excerptOf, type Happening, type What, type Why } from './notice.ts'

/** An event in a story's discussion. */
export type TalkEvent = Extract<StoryEvent, { readonly type: TalkFact['type'] }>

/** Gives what happened by an event in a discussion, and whom it concerns. */
export function talkHappenings(
  event: TalkEvent,
  story: Story,
  entries: EntriesOfStory,
  world: World,
): readonly Happening[] {
  const { thread } = event
  switch (event.type) {
    case 'ThreadStarted':
    case 'ThreadReplied':
    // With the deletion it had left the inboxes: whoever had not read it would never know.
    case 'CommentRestored': {
      const what = commentIn(event)
      return [
        { what, to: event.mentions.people.map((user): Told => [user, 'mentioned']) },
        { what, to: askersOf(event, story) },
        { what, to: teamsMentioned(event.mentions.teams, world) },
        { what, to: peopleIn(thread, entries) },
        { what, to: followersOf(story, entries) },
      ]
    }
    case 'CommentEdited': {
      // Whom it mentioned before has been told.
      const isNews = (user: string) =>
        !entries
          .get(user)
          ?.notices.some(
            ({ what, why }) =>
              why === 'mentioned' && what.kind === 'comment' && what.comment === event.comment,
          )
      const people = event.mentions.people.filter(isNews)
      return [{ what: commentIn(event), to: people.map((user): Told => [user, 'mentioned']) }]
    }
    case 'ThreadResolved':
      return [{ what: { kind: 'resolved', thread }, to: peopleIn(thread, entries) }]
    case 'ThreadReopened':
      return [{ what: { kind: 'reopened', thread }, to: peopleIn(thread, entries) }]
    case 'SuggestionSettled': {
      const { outcome } = event
      return [{ what: { kind: 'settled', thread, outcome }, to: peopleIn(thread, entries) }]
    }
    case 'CommentDeleted':
    case 'CommentReacted':
    case 'ReactionWithdrawn':
    case 'SuggestionUnsettled':
      return []
  }
}

/** Gives what an event in a discussion makes of somebody's entry, beside notices. */
export function talkedIn(entry: InboxEntry, user: string, event: TalkEvent): InboxEntry {
  switch (event.type) {
    case 'ThreadStarted':
    case 'ThreadReplied':
    case 'CommentRestored':
      if (user === event.by) return inThread(takingPart(entry), event.thread)
      return event.mentions.people.includes(user) ? takingPart(entry) : entry
    case 'CommentEdited': {
      const now = withExcerpt(entry, event.comment, commentIn(event).excerpt)
      return event.mentions.people.includes(user) ? takingPart(now) : now
    }
    case 'CommentDeleted':
      return withoutComment(entry, event.comment)
    default:
      return entry
  }
}

/** Gives the people whose entries an event in a discussion may change, beside those it is told to. */
export function concernedBy(event: TalkEvent, entries: EntriesOfStory): Iterable<string> {
  switch (event.type) {
    case 'ThreadStarted':
    case 'ThreadReplied':
    case 'CommentRestored':
      return [event.by, ...event.mentions.people]
    case 'CommentEdited':
      return new Set([...entries.keys(), ...event.mentions.people])
    case 'CommentDeleted':
      return entries.keys()
    default:
      return []
  }
}

type Told = readonly [user: string, why: Why]

function commentIn(
  event: Extract<
    TalkEvent,
    { type: 'ThreadStarted' | 'ThreadReplied' | 'CommentRestored' | 'CommentEdited' }
  >,
): Extract<What, { kind: 'comment' }> {
  const { thread, comment, text } = event
  const suggestion = 'suggestion' in event ? event.suggestion : null
  return {
    kind: 'comment',
    thread,
    comment,
    excerpt: excerptOf(plainComment(text ?? '') || (suggestion?.to ?? '')),
    starts: event.type === 'ThreadStarted' || (event.type === 'CommentRestored' && event.opens),
    suggests: suggestion !== null,
  }
}

/** Who asked and who is to answer the question that a thread is about. */
function askersOf(event: TalkEvent, { facts }: Story): readonly Told[] {
  if (event.type !== 'ThreadStarted' && event.type !== 'CommentRestored') return []
  if (event.anchor?.kind !== 'block') return []
  const { block } = event.anchor
  const question = facts?.asked?.find(({ id }) => id === block)
  if (!question) return []
  const told: Told[] = []
  if (question.by !== null) told.push([question.by, 'asker'])
  if (question.owner !== null) told.push([question.owner, 'asked'])
  return told
}

/** Gives everybody in some teams, as people whose team was mentioned. */
export function* teamsMentioned(teams: readonly string[], { settings }: World): Generator<Told> {
  for (const team of teams) {
    for (const { user } of settings.teams.get(team)?.members ?? []) yield [user, 'team-mentioned']
  }
}

function* peopleIn(thread: string, entries: EntriesOfStory): Generator<Told> {
  for (const [user, { threads }] of entries) if (threads.includes(thread)) yield [user, 'in-thread']
}
