import type { Command } from '#lib/domain/command.ts'
import type { NewEvent, WorkspaceEvent } from '#lib/domain/event.ts'
import { NO_FACTS, sameFacts } from '#lib/domain/facts.ts'
import { newsInText } from '#lib/domain/inbox/noticesOf.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { BallotChange } from '#lib/domain/sessions/ballot.ts'
import { decideWithSessions } from '#lib/domain/sessions/decide.ts'
import { MOVES } from '#lib/domain/stage.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import { type Story, textOf } from '#lib/domain/story.ts'
import { commandSchema } from '#lib/schema/command.ts'
import type { CommandResult } from '#lib/schema/wire.ts'
import { versionsToDecide } from '#server/history/knownVersions.ts'
import type { Storage } from '#server/storage/storage.ts'
import { commit } from './commit.ts'
import type { Documents, Reading } from './documents.ts'
import { explainInvalid, idOf } from './explain.ts'
import { type Before, fold, type Folded } from './fold.ts'
import { type KnownMember, Picture } from './picture.ts'
import { reactionsFor } from './reactions.ts'
import { versionsOf } from './versions.ts'

/**
 * What a command did: its answer, and what it led to (null when it was refused, repeated or had no effect). `ballot` is what
 * somebody voted: it may be all there is.
 */
export interface Outcome {
  readonly result: CommandResult
  readonly folded: Folded | null
  readonly ballot?: BallotChange | undefined
}

/** What commands work with. */
export interface RunParts {
  readonly storage: Storage
  readonly documents: Documents
}

/** How a command is to be carried out. */
export interface RunOptions {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** What it makes is part of the sample data. */
  readonly sample: boolean
  /** The actor administers the machine and need not be a member. */
  readonly isOperator: boolean
}

/**
 * Carries out one command: parse, look whether it was done before (CM1), read what is written in the story (RD5), decide
 * (I3), commit. The picture stays as it was: taking over what was committed is the caller's. Rejects, with nothing
 * changed, when storage does.
 */
export async function run(
  { storage, documents }: RunParts,
  picture: Picture,
  actor: Actor,
  raw: unknown,
  { at, sample, isOperator }: RunOptions,
): Promise<Outcome> {
  const parsed = commandSchema.safeParse(raw)
  if (!parsed.success) {
    return refused(idOf(raw), 'invalid', explainInvalid(raw, parsed.error))
  }
  const command: Command = parsed.data
  const workspace = picture.workspace.id
  const done = await storage.workspaces.findCommand(workspace, actor.id, command.id)
  if (done) return { result: { id: command.id, ok: true, seq: done.seq }, folded: null }

  const known = await versionsFor(storage, picture, actor, command)
  const reactions = await reactionsFor(storage, workspace, command)
  const subject = subjectOf(picture, command)
  const reading = subject && (await documents.read(workspace, subject.id))
  const frame = { at: Math.max(at, picture.at), by: actor.id, command: command.id }
  const seq = picture.seq
  // From here to the versions nothing is awaited: what is kept is what was judged.
  const described =
    subject && reading ? describedBy(subject, reading, { ...frame, seq: seq + 1 }) : []
  const state = stateOf(picture, fold(picture, described), {
    operator: isOperator ? actor : null,
    versions: known,
    reactions,
  })
  const decision = decideWithSessions(state, command, actor, frame.at, { sample })
  if (!decision.ok) {
    const { code, message, who, missing } = decision
    return {
      result: { id: command.id, ok: false, code, message, who, ...(missing && { missing }) },
      folded: null,
    }
  }
  const events = decision.events.length === 0 ? [] : [...described]
  for (const fact of decision.events) events.push(placed(fact, seq + events.length + 1, frame))
  const folded = fold(picture, events)
  const versions = await versionsOf(folded, (story) =>
    story === subject?.id ? reading : documents.read(workspace, story),
  )
  const cause = { id: command.id, user: actor.id, at: frame.at }
  const { ballot } = decision
  await commit(storage, picture, folded, cause, { versions, ballot })
  const result: CommandResult = { id: command.id, ok: true, seq: seq + events.length }
  return { result, folded: events.length > 0 || ballot ? folded : null, ballot }
}

/**
 * Records what a story's document says when that is not what its card says (RD5). Gives what it led to, or null when
 * there is nothing to record. `id` is the id of the command that nobody gave. Rejects, with nothing changed, when
 * storage does.
 */
export async function describe(
  { storage, documents }: RunParts,
  picture: Picture,
  story: string,
  { at, id }: { at: number; id: string },
): Promise<Folded | null> {
  const workspace = picture.workspace.id
  const reading = await documents.read(workspace, story)
  const subject = picture.stories.get(story)
  if (!reading || !subject) return null
  const by = reading.by ?? subject.capturedBy
  const frame = { seq: picture.seq + 1, at: Math.max(at, picture.at), by, command: id }
  const events = describedBy(subject, reading, frame, 'text too')
  if (events.length === 0) return null
  const folded = fold(picture, events)
  await commit(storage, picture, folded, { id, user: by, at: frame.at })
  return folded
}

/**
 * Keeps what a story says as a version, by itself (VE2). Gives what it led to; null when its newest version says the same,
 * or nothing was ever written. `id` is the id of the command that nobody gave. Rejects, with nothing changed, when storage
 * does.
 */
export async function keepVersion(
  { storage, documents }: RunParts,
  picture: Picture,
  story: string,
  { at, id }: { at: number; id: string },
): Promise<Folded | null> {
  const workspace = picture.workspace.id
  const reading = await documents.read(workspace, story)
  const subject = picture.stories.get(story)
  if (!reading || !subject) return null
  const bytes = reading.state()
  if (await storage.workspaces.isKept(workspace, story, bytes)) return null
  const by = reading.by ?? subject.capturedBy
  const frame = { at: Math.max(at, picture.at), by, command: id }
  const events = describedBy(subject, reading, { ...frame, seq: picture.seq + 1 })
  const seq = picture.seq + events.length + 1
  events.push({ ...frame, seq, type: 'VersionKept', story, name: null })
  const folded = fold(picture, events)
  const versions = await versionsOf(folded, () => ({ ...reading, state: () => bytes }))
  await commit(storage, picture, folded, { id, user: by, at: frame.at }, { versions })
  return folded
}

/**
 * Records that somebody has become a member, with the roles they have. Gives what it led to; null when they are none, or
 * it is on record. `id` is the id of the command that nobody gave. Rejects, with nothing changed, when storage does.
 */
export async function recordJoin(
  { storage }: RunParts,
  picture: Picture,
  user: string,
  { at, id }: { at: number; id: string },
): Promise<Folded | null> {
  const workspace = picture.workspace.id
  const member = picture.members.get(user)
  if (!member || (await isOnRecord(storage, workspace, user))) return null
  const event: WorkspaceEvent = {
    seq: picture.seq + 1,
    at: Math.max(at, picture.at),
    by: user,
    command: id,
    story: null,
    type: 'RolesChanged',
    member: user,
    from: [],
    to: member.roles,
  }
  const folded = fold(picture, [event])
  await commit(storage, picture, folded, { id, user, at: event.at })
  return folded
}

/** True when the last that was recorded of somebody's roles is that they have some. */
async function isOnRecord(storage: Storage, workspace: string, user: string): Promise<boolean> {
  let known = false
  for (let since = 0; ;) {
    const page = await storage.workspaces.events(workspace, since, PAGE, ['RolesChanged'])
    for (const event of page) {
      if (event.type === 'RolesChanged' && event.member === user) known = event.to !== null
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return known
    since = last.seq
  }
}

/** Events read at a time. */
const PAGE = 5_000

/** Makes the answer to a command that had no effect. */
export function refused(id: string, code: string, message: string): Outcome {
  return { result: { id, ok: false, code, message, who: [] }, folded: null }
}

/** The commands that are judged by what is written in the story, or keep a version of it. */
const READING: ReadonlySet<string> = new Set([
  ...MOVES,
  'assignToTeam',
  'reassignStory',
  'moveToStep',
  'sizeStory',
  'acknowledgeChange',
  'keepVersion',
  'restoreVersion',
  'concludeStory',
])

/** The versions of the story that a command speaks of, as far as the actor may know them. */
async function versionsFor(
  storage: Storage,
  picture: Picture,
  actor: Actor,
  command: Command,
): Promise<NonNullable<WorkspaceState['versions']> | null> {
  if (command.type !== 'nameVersion' && command.type !== 'restoreVersion') return null
  const story = picture.stories.get(command.story)
  if (!story) return null
  const source = { storage, workspace: picture.workspace.id, state: picture }
  const reader = { ...actor, roles: picture.members.get(actor.id)?.roles ?? actor.roles }
  return versionsToDecide(source, reader, story)
}

function subjectOf({ stories }: Picture, command: Command): Story | undefined {
  return 'story' in command && READING.has(command.type) ? stories.get(command.story) : undefined
}

/** Judging needs the facts alone; that the text says something else is recorded when nobody is writing in it any more. */
function describedBy(
  story: Story,
  reading: Reading,
  frame: { seq: number; at: number; by: string; command: string },
  what: 'facts' | 'text too' = 'facts',
): WorkspaceEvent[] {
  const { facts, mentionedBy } = reading
  const text = what === 'text too' ? reading.text() : textOf(story)
  if (sameFacts(story.facts ?? NO_FACTS, facts) && text === textOf(story)) return []
  const { id } = story
  const by = reading.by ?? frame.by
  const event = { ...frame, type: 'StoryDescribed', story: id, facts, by } as const
  const { mentioned, answered } = newsInText(story, facts)
  const named = [...mentioned.people, ...mentioned.teams]
  const closed = answered.length > 0 ? reading.closed(answered.map((question) => question.id)) : []
  return [
    {
      ...event,
      ...(text !== textOf(story) && { text }),
      ...(named.length > 0 && { mentionedBy: mentionedBy(named) }),
      ...(answered.length > 0 && { closed }),
      ...(closed.length > 0 && { answeredBy: reading.answeredBy(closed) }),
    },
  ]
}

export function placed(
  fact: NewEvent,
  seq: number,
  frame: { at: number; by: string; command: string },
): WorkspaceEvent {
  return { ...fact, ...frame, seq }
}

/**
 * What `decide` looks at: the workspace with what was just read in a document, with an operator in it, and with the
 * versions or the reactions that a command speaks of.
 */
function stateOf(
  picture: Picture,
  { stories }: Folded,
  {
    operator,
    versions,
    reactions,
  }: {
    readonly operator: Actor | null
    readonly versions: WorkspaceState['versions'] | null
    readonly reactions: WorkspaceState['reactions'] | null
  },
): WorkspaceState {
  if (stories.size === 0 && !operator && !versions && !reactions) return picture
  const members: Before['members'] = operator
    ? new Map(picture.members).set(operator.id, { ...operator, colour: 0 } satisfies KnownMember)
    : picture.members
  const after = new Map(picture.stories)
  for (const [id, story] of stories) if (story) after.set(id, story)
  const { keyPrefix, nextNumber, settings, purged, talks, inbox, sessions, ballots } = picture
  return {
    keyPrefix,
    nextNumber,
    settings,
    members,
    purged,
    talks,
    inbox,
    sessions,
    ballots,
    stories: after,
    ...(versions && { versions }),
    ...(reactions && { reactions }),
  }
}
