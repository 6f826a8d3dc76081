import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { writeNewDocument } from '#lib/doc/write.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { must } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { storedDocuments } from '#server/commands/documents.ts'
import { loadPicture } from '#server/commands/picture.ts'
import { describe, run } from '#server/commands/run.ts'
import type { DocumentUpdate, Storage } from '#server/storage/storage.ts'
import { proseOf } from './prose.ts'
import type { Sample, SampleStep } from './sample.ts'
import { SAMPLES } from './samples.ts'
import { PERSONAS, SET_UP, TEAM, THEMES } from './settings.ts'
import { TEAM_SAMPLES } from './teamSamples.ts'

const DAY = 24 * 60 * 60 * 1_000
const HOUR = 60 * 60 * 1_000

export interface SampleRequest {
  readonly storage: Storage
  /** The workspace's id. Nobody may be writing to its log meanwhile. */
  readonly workspace: string
  /** The id of the member who asked; the stories are theirs. */
  readonly user: string
  /** Milliseconds since the epoch. The stories were captured in the three months before. */
  readonly now: number
  readonly newId?: () => string
}

/**
 * Adds the sample stories to a workspace, with themes, personas and a team, by the same rules as if someone had done it
 * by hand over the past months (I8). `removeSamples` takes them away again. Rejects with `SequenceConflict` when someone
 * else writes to the workspace meanwhile; what was added until then stays and can be removed like the rest.
 */
export async function addSamples(request: SampleRequest): Promise<void> {
  const { storage, workspace, user, now, newId = randomUUID } = request
  const member = must(
    await storage.people.findMember(workspace, user),
    `member ${user} of ${workspace}`,
  )
  const actor: Actor = { id: user, name: member.user.name, roles: member.roles }
  const sentences = await readSentences()
  const made = settingsOf(newId)
  const planned = [...SAMPLES, ...TEAM_SAMPLES].map((sample) => ({ sample, story: newId() }))

  // Text first: a story never opens empty and then fills.
  await storage.documents.append(
    planned.flatMap(({ sample, story }) =>
      documentOf(sample, story, sentences, { workspace, user, now }),
    ),
  )
  const begun = made.commands.map((command): Step => ({ at: now - SET_UP * DAY - HOUR, command }))
  const steps = planned.flatMap(({ sample, story }) => stepsOf(sample, story, made, now))
  // The log tells what happened in the order in which it happened.
  await carryOut(request, actor, [...begun, ...steps.toSorted((a, b) => a.at - b.at)])
}

interface Step {
  readonly at: number
  readonly command: NewCommand
}

/** The ids of the themes, personas and the team, by name, and the commands that make them. */
interface Made {
  readonly ids: ReadonlyMap<string, string>
  readonly commands: readonly NewCommand[]
}

function settingsOf(newId: () => string): Made {
  const ids = new Map<string, string>()
  const idOf = (name: string) => {
    const id = newId()
    ids.set(name, id)
    return id
  }
  return {
    ids,
    commands: [
      ...THEMES.map((theme): NewCommand => ({
        type: 'createTheme',
        theme: idOf(theme.name),
        ...theme,
      })),
      ...PERSONAS.map((persona): NewCommand => ({
        type: 'createPersona',
        persona: idOf(persona.name),
        ...persona,
      })),
      { type: 'createTeam', team: idOf(TEAM), name: TEAM },
    ],
  }
}

function stepsOf(sample: Sample, story: string, { ids }: Made, now: number): Step[] {
  const { line, title, theme, persona, labels, captured, steps = [] } = sample
  const capturedAt = momentOf(captured, line, now)
  const described: NewCommand[] = []
  if (theme) described.push({ type: 'setTheme', story, theme: idFor(ids, theme) })
  if (persona) described.push({ type: 'setPersona', story, persona: idFor(ids, persona) })
  if (labels) described.push({ type: 'setLabels', story, labels })
  return [
    { at: capturedAt, command: { type: 'captureStory', story, title } },
    ...described.map((command) => ({ at: capturedAt, command })),
    ...steps.map((step) => ({
      at: momentOf(step.ago, line, now),
      command: commandOf(step, story, ids, now),
    })),
  ]
}

function commandOf(step: SampleStep, story: string, ids: Made['ids'], now: number): NewCommand {
  switch (step.type) {
    case 'assignToTeam':
      return { type: step.type, story, team: idFor(ids, TEAM) }
    case 'sizeStory':
      return { type: step.type, story, size: step.size }
    case 'moveToStep':
      return { type: step.type, story, step: step.step }
    default: {
      const { ago: _, revisitIn, ...move } = step
      const revisitOn = revisitIn === undefined ? {} : { revisitOn: dateOf(now + revisitIn * DAY) }
      return { ...move, story, ...revisitOn }
    }
  }
}

async function carryOut(
  { storage, workspace, newId = randomUUID }: SampleRequest,
  actor: Actor,
  steps: readonly Step[],
): Promise<void> {
  const picture = must(await loadPicture(storage, workspace), `workspace ${workspace}`)
  const parts = { storage, documents: storedDocuments(storage.documents) }
  for (const { at, command } of steps) {
    const options = { at, sample: true, isOperator: false }
    const { result, folded } = await run(
      parts,
      picture,
      actor,
      { ...command, id: newId() },
      options,
    )
    if (!result.ok) throw new Error(`Sample step ${command.type} was refused: ${result.message}`)
    if (folded) picture.take(folded)
    if (command.type !== 'captureStory') continue
    const read = await describe(parts, picture, command.story, { at, id: newId() })
    if (read) picture.take(read)
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
  const at = momentOf(sample.captured, sample.line, now)
  return [{ workspace, name: `story:${story}`, update, by: user, at, newClients: [client] }]
}

/** Spreads what happened over the eight hours of a day: two stories were never touched in the same minute. */
function momentOf(daysAgo: number, line: number, now: number): number {
  return now - daysAgo * DAY - ((line * 37) % 480) * 60_000 - HOUR
}

function dateOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

function idFor(ids: Made['ids'], name: string): string {
  return must(ids.get(name), `id of ${name}`)
}

async function readSentences(): Promise<string[]> {
  const file = await readFile(new URL('./frictionless-user-stories.txt', import.meta.url), 'utf8')
  return file.trim().split('\n').map(separatePersonas)
}

/** The published set lost the strokes between personas: "ResearcherPublisher I want" was "Researcher/Publisher". */
function separatePersonas(sentence: string): string {
  return sentence.replace(/(?<=[a-z])(?=[A-Z][a-z]+( [A-Z][a-z]+)? I want)/, '/')
}
