import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { writeNewDocument } from '#lib/doc/write.ts'
import { apply } from '#lib/domain/apply.ts'
import type { CaptureStory, MoveStory } from '#lib/domain/command.ts'
import { captureStory, decide } from '#lib/domain/decide.ts'
import type { StoryEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import type { DocumentUpdate, Storage } from '#server/storage/storage.ts'
import { proseOf } from './prose.ts'
import { type Sample, SAMPLES } from './samples.ts'

const DAY = 24 * 60 * 60 * 1_000
const HOUR = 60 * 60 * 1_000

export interface SampleRequest {
  readonly storage: Storage
  /** The workspace's id. Nobody may be writing to its log meanwhile. */
  readonly workspace: string
  /** The id of the member who asked; the stories are theirs. */
  readonly user: string
  /** Milliseconds since the epoch. The stories were captured in the ten weeks before. */
  readonly now: number
  readonly newId?: () => string
}

/**
 * Adds the sample stories to a workspace, by the same rules as if someone had captured and moved them by hand over the
 * past weeks (I8). `removeSamples` takes them away again. Rejects with `SequenceConflict` when someone else writes to
 * the workspace meanwhile; what was added until then stays and can be removed like the rest.
 */
export async function addSamples({
  storage,
  workspace,
  user,
  now,
  newId = randomUUID,
}: SampleRequest): Promise<void> {
  const member = must(
    await storage.people.findMember(workspace, user),
    `member ${user} of ${workspace}`,
  )
  const actor: Actor = { id: user, name: member.user.name, roles: member.roles }
  const sentences = await readSentences()
  const planned = SAMPLES.map((sample) => ({ sample, story: newId() }))

  // Text first: a story never opens empty and then fills.
  await storage.documents.append(
    planned.flatMap(({ sample, story }) =>
      documentOf(sample, story, sentences, { workspace, user, now }),
    ),
  )
  await carryOut(
    storage,
    workspace,
    actor,
    planned.flatMap((plan) => stepsOf(plan, now, newId)),
  )
}

type Step = { readonly at: number } & (
  | { readonly kind: 'capture'; readonly command: CaptureStory }
  | { readonly kind: 'move'; readonly command: MoveStory }
)

function stepsOf(
  { sample, story }: { sample: Sample; story: string },
  now: number,
  newId: () => string,
): Step[] {
  const title = sample.title
  return [
    {
      kind: 'capture',
      at: momentOf(sample.captured, sample.line, now),
      command: { id: newId(), type: 'captureStory', story, title },
    },
    ...(sample.moves ?? []).map(({ type, ago, reason, revisitIn }): Step => {
      const revisitOn = revisitIn === undefined ? undefined : dateOf(now + revisitIn * DAY)
      return {
        kind: 'move',
        at: momentOf(ago, sample.line, now),
        command: { id: newId(), type, story, reason, revisitOn },
      }
    }),
  ]
}

async function carryOut(
  storage: Storage,
  workspace: string,
  actor: Actor,
  steps: Step[],
): Promise<void> {
  const contents = must(await storage.workspaces.load(workspace), `workspace ${workspace}`)
  const stories = new Map(contents.stories.map(({ story }) => [story.id, story]))
  let { seq, nextNumber } = contents
  // The log tells what happened in the order in which it happened.
  for (const step of steps.toSorted((a, b) => a.at - b.at)) {
    const state = { keyPrefix: contents.workspace.keyPrefix, nextNumber, stories }
    const decision =
      step.kind === 'capture'
        ? captureStory(state, step.command, { sample: true })
        : decide(state, step.command, actor)
    if (!decision.ok)
      throw new Error(`Sample step ${step.command.type} was refused: ${decision.message}`)
    const { id } = step.command
    const events: StoryEvent[] = decision.events.map((fact, index) => ({
      ...fact,
      seq: seq + 1 + index,
      at: step.at,
      by: actor.id,
      command: id,
    }))
    const changed = new Map<string, Story>()
    for (const event of events) {
      const story = apply(stories.get(event.story), event)
      stories.set(event.story, story)
      changed.set(event.story, story)
    }
    if (step.kind === 'capture') nextNumber += 1
    await storage.workspaces.commit({
      workspace,
      expectedSeq: seq,
      events,
      stories: [...changed.values()],
      nextNumber,
      command: { id, user: actor.id, at: step.at },
    })
    seq += events.length
  }
}

function documentOf(
  sample: Sample,
  story: string,
  sentences: readonly string[],
  { workspace, user, now }: { workspace: string; user: string; now: number },
): DocumentUpdate[] {
  const sentence = must(sentences[sample.line - 1], `line ${sample.line} of the sample sentences`)
  const { update, client } = writeNewDocument(proseOf(sentence, sample.prose ?? {}))
  const at = momentOf(sample.moves?.[0]?.ago ?? sample.captured, sample.line, now)
  return [{ workspace, name: `story:${story}`, update, by: user, at, newClients: [client] }]
}

/** Spreads what happened over the eight hours of a day: two stories were never touched in the same minute. */
function momentOf(daysAgo: number, line: number, now: number): number {
  return now - daysAgo * DAY - ((line * 37) % 480) * 60_000 - HOUR
}

function dateOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

async function readSentences(): Promise<string[]> {
  const file = await readFile(new URL('./frictionless-user-stories.txt', import.meta.url), 'utf8')
  return file.trim().split('\n').map(separatePersonas)
}

/** The published set lost the strokes between personas: "ResearcherPublisher I want" was "Researcher/Publisher". */
function separatePersonas(sentence: string): string {
  return sentence.replace(/(?<=[a-z])(?=[A-Z][a-z]+( [A-Z][a-z]+)? I want)/, '/')
}
