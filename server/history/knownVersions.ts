import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { isToldWith, Past } from '#lib/domain/history/visibility.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import type { Story } from '#lib/domain/story.ts'
import type { VersionEntry } from '#lib/schema/history.ts'
import type { Version } from '#server/storage/storage.ts'
import { Placings } from './page.ts'
import type { Source } from './source.ts'

/** A story's versions are few; of each there may be some names. */
const EVERY = 100_000

/**
 * Gives the versions of a story that a reader may know of, newest first. What a private team wrote stays with it, also
 * when the story has left its backlog: a version is known to those who may know what it was kept at (HI5), and so is a
 * name that it was given.
 */
export async function knownVersions(
  source: Source,
  reader: Actor,
  story: Story,
): Promise<VersionEntry[]> {
  const versions = await namedVersions(source, reader, story)
  return versions.map(({ version }) => version)
}

/** Gives the same as `decide` looks at them: the name only for the one who acts, or for all who will be told (HI6). */
export async function versionsToDecide(
  source: Source,
  actor: Actor,
  story: Story,
): Promise<NonNullable<WorkspaceState['versions']>> {
  const versions = await namedVersions(source, actor, story)
  const placings = versions.length === 0 ? [] : await new Placings(source).of(story.id)
  return new Map(
    versions.map(({ version: { seq, name, at }, namedAt }) => {
      const isTold = isToldWith(seq, namedAt, story, placings)
      return [seq, { name, toldName: isTold ? name : null, at }]
    }),
  )
}

/** A version, and the position of the event that gave it its name. */
interface NamedVersion {
  readonly version: VersionEntry
  readonly namedAt: number
}

interface GivenName {
  readonly name: string | null
  readonly namedAt: number
}

async function namedVersions(source: Source, reader: Actor, story: Story): Promise<NamedVersion[]> {
  const { storage, workspace, state } = source
  const kept = await storage.workspaces.versions(workspace, story.id)
  if (kept.length === 0) return []
  const past = new Past(state, reader)
  const placings = past.hasSecrets ? await new Placings(source).of(story.id) : []
  const tells = (event: WorkspaceEvent) => past.tells(event, story, placings)
  const [events, names] = await Promise.all([
    causesOf(source, story, kept),
    namesOf(source, story, tells),
  ])
  const told = kept.flatMap(({ seq, cause, by, at, readiness, authors, sameAs }) => {
    const event = events.get(seq)
    if (!event || !tells(event)) return []
    const first = event.type === 'VersionKept' ? event.name : null
    const { name, namedAt } = names.get(seq) ?? { name: first, namedAt: seq }
    return [{ version: { seq, cause, event, by, at, readiness, authors, name, sameAs }, namedAt }]
  })
  // The first with a text that this reader may know of: they come newest first.
  const first = new Map(told.map(({ version: { sameAs, seq } }) => [sameAs, seq]))
  return told.map(({ version, namedAt }) => ({
    version: { ...version, sameAs: first.get(version.sameAs) ?? version.seq },
    namedAt,
  }))
}

/** Gives the events that versions of one story were kept at, by their position. */
async function causesOf(
  { storage, workspace }: Source,
  story: Story,
  versions: readonly Version[],
): Promise<ReadonlyMap<number, WorkspaceEvent>> {
  const newest = versions[0]?.seq ?? 0
  const events = await storage.workspaces.history({
    workspace,
    story: story.id,
    types: [...new Set(versions.map(({ cause }) => cause))],
    before: newest + 1,
    limit: EVERY,
  })
  return new Map(events.map((event) => [event.seq, event]))
}

/** Gives the last name that each version was given, as far as the reader may know of it. */
async function namesOf(
  { storage, workspace }: Source,
  story: Story,
  tells: (event: WorkspaceEvent) => boolean,
): Promise<ReadonlyMap<number, GivenName>> {
  const events = await storage.workspaces.history({
    workspace,
    story: story.id,
    types: ['VersionNamed'],
    limit: EVERY,
  })
  const names = new Map<number, GivenName>()
  for (const event of events.toReversed()) {
    if (event.type !== 'VersionNamed' || !tells(event)) continue
    names.set(event.version, { name: event.to, namedAt: event.seq })
  }
  return names
}
