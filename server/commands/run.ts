import { apply } from '#lib/domain/apply.ts'
import type { Command } from '#lib/domain/command.ts'
import { captureStory, decide } from '#lib/domain/decide.ts'
import type { NewEvent, StoryEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import { commandSchema } from '#lib/schema/command.ts'
import type { CommandResult } from '#lib/schema/wire.ts'
import type { Storage } from '#server/storage/storage.ts'
import { explainInvalid, idOf } from './explain.ts'
import type { Picture } from './picture.ts'

/** What a command did: its answer, and the events it appended (none when it was refused, repeated or had no effect). */
export interface Outcome {
  readonly result: CommandResult
  readonly events: readonly StoryEvent[]
}

/**
 * Carries out one command: parse, look whether it was done before (CM1), decide (I3), commit, and only then take the
 * events into the picture. `at` is milliseconds since the epoch. Rejects, with nothing changed, when storage does.
 */
export async function run(
  storage: Storage,
  picture: Picture,
  actor: Actor,
  raw: unknown,
  { at, sample }: { at: number; sample: boolean },
): Promise<Outcome> {
  const parsed = commandSchema.safeParse(raw)
  if (!parsed.success) {
    return refused(idOf(raw), 'invalid', explainInvalid(raw, parsed.error))
  }
  const command: Command = parsed.data
  const workspace = picture.workspace.id
  const done = await storage.workspaces.findCommand(workspace, actor.id, command.id)
  if (done) return { result: { id: command.id, ok: true, seq: done.seq }, events: [] }

  const decision =
    command.type === 'captureStory'
      ? captureStory(picture, command, { sample })
      : decide(picture, command, actor)
  if (!decision.ok) {
    return refused(command.id, decision.code, decision.message, decision.who)
  }

  const frame = { at: Math.max(at, picture.at), by: actor.id, command: command.id }
  const events = decision.events.map((fact, index) => number(fact, picture.seq + 1 + index, frame))
  await storage.workspaces.commit({
    workspace,
    expectedSeq: picture.seq,
    events,
    stories: after(picture, events),
    nextNumber: nextNumber(picture, events),
    command: { id: command.id, user: actor.id, at: frame.at },
  })
  picture.take(events)
  return { result: { id: command.id, ok: true, seq: picture.seq }, events }
}

/** Makes the answer to a command that had no effect. */
export function refused(
  id: string,
  code: string,
  message: string,
  who: readonly string[] = [],
): Outcome {
  return { result: { id, ok: false, code, message, who }, events: [] }
}

function number(
  fact: NewEvent,
  seq: number,
  frame: { at: number; by: string; command: string },
): StoryEvent {
  return { ...fact, ...frame, seq }
}

/** The stories as the events leave them, one each. */
function after(picture: Picture, events: readonly StoryEvent[]): Story[] {
  const stories = new Map<string, Story>()
  for (const event of events) {
    const before = stories.get(event.story) ?? picture.stories.get(event.story)
    stories.set(event.story, apply(before, event))
  }
  return [...stories.values()]
}

function nextNumber(picture: Picture, events: readonly StoryEvent[]): number {
  return events.reduce(
    (next, event) =>
      event.type === 'StoryCaptured' ? must(event.number, `number of ${event.story}`) + 1 : next,
    picture.nextNumber,
  )
}
