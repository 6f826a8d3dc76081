import type { StoryEvent } from '../event.ts'
import { type AskedQuestion, type DocumentFacts, NO_FACTS } from '../facts.ts'
import { teamsIn } from '../history/visibility.ts'
import { isAllowed } from '../permissions.ts'
import type { Story } from '../story.ts'
import { isInTalk } from '../talk/event.ts'
import { readsStory, readsTeam, type World } from '../visibility.ts'
import { toldOfAlready } from './askedAgain.ts'
import { type EntriesOfStory, followersOf } from './followers.ts'
import {
  excerptOf,
  type Happening,
  isPersonal,
  type Notice,
  type What,
  type Whereabouts,
  type Why,
} from './notice.ts'
import { talkHappenings, teamsMentioned } from './ofTalk.ts'

/** A story around an event: before it (null: it was captured by it), after it (null: it was removed for good). */
export interface Around {
  readonly before: Story | null
  readonly after: Story | null
  /** What inboxes held of the story before. */
  readonly entries: EntriesOfStory
  /** Rights as they are after the event. */
  readonly world: World
}

/**
 * Gives who is told of an event, and how (IN1): by their ids, one notice each, with the most personal reason. Nobody is
 * told of their own act, of what they may not read, of a story they muted, or after they left the workspace.
 */
export function noticesOf(event: StoryEvent, around: Around): ReadonlyMap<string, Notice> {
  const { after, entries, world } = around
  const told = new Map<string, Notice>()
  if (!after) return told
  const addressed = new Map<string, { what: What; why: Why; by: string }>()
  for (const { what, to, by = event.by } of happeningsIn(event, around)) {
    for (const [user, why] of to) {
      // A reminder is of one's own doing, and the only thing one wants to be told of that.
      if (user === by && event.type !== 'RevisitCame') continue
      if (!addressed.has(user)) addressed.set(user, { what, why, by })
    }
  }
  if (addressed.size === 0) return told
  const teams = [...new Set([...teamsIn(event), after.team])].filter((team) => team !== null)
  const { seq, at } = event
  // One object for all who are told the same: a hundred followers are one notice, made and written out once.
  const made = new Map<What, Notice[]>()
  for (const [user, { what, why, by }] of addressed) {
    const member = world.members.get(user)
    if (!member || entries.get(user)?.stance === 'muted') continue
    if (!isPersonal(why) && entries.get(user)?.stance === 'left') continue
    if (!readsStory(world, after, member)) continue
    if (!teams.every((team) => readsTeam(world, team, member))) continue
    const same = made.get(what) ?? []
    let notice = same.find((one) => one.why === why && one.by === by)
    if (!notice) {
      notice = { seq, at, by, what, why, ...(teams.length > 0 && { teams }) }
      made.set(what, [...same, notice])
    }
    told.set(user, notice)
  }
  return told
}

/** Gives the people who take part in a story from an event on (IN2): whoever was mentioned or asked in its text. */
export function drawnInBy(event: StoryEvent, { before }: Around): readonly string[] {
  if (event.type !== 'StoryDescribed') return []
  const { asked, mentioned } = newsInText(before, event.facts)
  return [...mentioned.people, ...asked.flatMap(({ owner }) => owner ?? [])]
}

function happeningsIn(event: StoryEvent, around: Around): readonly Happening[] {
  const { before, after, entries, world } = around
  if (!after) return []
  if (isInTalk(event)) return talkHappenings(event, after, entries, world)
  const followers = () => followersOf(after, entries)
  switch (event.type) {
    case 'StoryMoved':
      return [{ what: moved(event.from, event.to, event.reason), to: followers() }]
    case 'StorySentBack':
      return [{ what: moved({ team: event.from.team }, event.to, event.reason), to: followers() }]
    case 'StoryAssigned':
    case 'StoryReassigned': {
      const from = event.type === 'StoryAssigned' ? 'ready' : { team: event.from.team }
      const team = event.type === 'StoryAssigned' ? event.team : event.to.team
      const what = moved(from, { team }, null)
      return [
        { what, to: backlogOwners(world, team) },
        { what, to: followers() },
      ]
    }
    case 'StoryStepped': {
      if (!event.done || before?.completedAt != null) return []
      return [{ what: { kind: 'completed', team: event.team }, to: followers() }]
    }
    case 'StoryTrashed':
      return [{ what: { kind: 'trashed' }, to: followers() }]
    case 'StoryRestored':
      return [{ what: { kind: 'restored' }, to: followers() }]
    case 'StoryDescribed':
      return inText(event, around)
    case 'RevisitCame': {
      const what: What = {
        kind: 'revisit',
        on: event.on,
        excerpt: excerptOf(after.reason ?? ''),
      }
      return [{ what, to: remindedOf(after, world) }]
    }
    default:
      return []
  }
}

function moved(from: Whereabouts, to: Whereabouts, reason: string | null): What {
  return { kind: 'moved', from, to, excerpt: excerptOf(reason ?? '') }
}

/** Whoever wrote last need not be who asked, answered or named somebody: several people type at once. */
function inText(
  { facts, mentionedBy, closed, answeredBy }: Extract<StoryEvent, { type: 'StoryDescribed' }>,
  { before, entries, world }: Around,
): readonly Happening[] {
  const news = newsInText(before, facts)
  const isTold = toldOfAlready(before, entries)
  const writtenBy = (writers: Readonly<Record<string, string>> | undefined, what: string) => {
    const by = writers?.[what]
    return by !== undefined && { by }
  }
  return [
    ...news.asked.map((question): Happening => ({
      what: happened('asked', question),
      to:
        question.owner === null || question.owner === question.by || isTold(question)
          ? []
          : [[question.owner, 'asked']],
      ...(question.by !== null && { by: question.by }),
    })),
    ...news.answered.map((question): Happening => ({
      what: happened(closed?.includes(question.id) === false ? 'withdrawn' : 'answered', question),
      to: question.by === null ? [] : [[question.by, 'asker']],
      ...writtenBy(answeredBy, question.id),
    })),
    ...news.mentioned.people.map((user): Happening => ({
      what: { kind: 'mentioned' },
      to: [[user, 'mentioned']],
      ...writtenBy(mentionedBy, user),
    })),
    ...news.mentioned.teams.map((team): Happening => ({
      what: { kind: 'mentioned' },
      to: teamsMentioned([team], world),
      ...writtenBy(mentionedBy, team),
    })),
  ]
}

function happened(
  kind: 'asked' | 'answered' | 'withdrawn',
  { id, text, blocking }: AskedQuestion,
): What {
  return { kind, question: id, excerpt: text, blocking }
}

/** Gives what a text says of people that it did not say before. What was written before inboxes were kept is no news. */
export function newsInText(before: Story | null, now: DocumentFacts) {
  const was = before?.facts ?? NO_FACTS
  const { asked = [], mentioned = [], teams = [] } = now
  // Read before inboxes were kept: only a story without open questions is known to have asked nothing.
  const wasAsked = was.asked ?? (was.openQuestions === 0 ? [] : asked)
  const askedBefore = new Map(wasAsked.map((question) => [question.id, question]))
  const askedNow = new Set(asked.map(({ id }) => id))
  const known = new Set([...(was.mentioned ?? []), ...(was.teams ?? [])])
  return {
    asked: asked.filter(({ id, owner }) => owner !== null && askedBefore.get(id)?.owner !== owner),
    answered: [...askedBefore.values()].filter(({ id }) => !askedNow.has(id)),
    mentioned: {
      people: mentioned.filter((user) => !known.has(user)),
      teams: teams.filter((team) => !known.has(team)),
    },
  }
}

function* backlogOwners({ settings }: World, team: string): Generator<readonly [string, Why]> {
  for (const { user, role } of settings.teams.get(team)?.members ?? []) {
    if (role === 'backlog-owner') yield [user, 'backlog-owner']
  }
}

/** ST8: whoever set the story aside until a day; once they cannot take it back, everybody who can. */
function* remindedOf(story: Story, world: World): Generator<readonly [string, Why]> {
  const whoever = story.setAsideBy === null ? undefined : world.members.get(story.setAsideBy)
  if (whoever && isAllowed(world, whoever, 'curate')) {
    yield [whoever.id, 'set-aside']
    return
  }
  for (const member of world.members.values()) {
    if (isAllowed(world, member, 'curate')) yield [member.id, 'can-reopen']
  }
}
