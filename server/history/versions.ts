import { applyUpdate, Doc, equalSnapshots, snapshot } from 'yjs'
import { readContent } from '#lib/doc/content.ts'
import { storyText } from '#lib/doc/read.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { Past } from '#lib/domain/history/visibility.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import type { VersionEntry, VersionList, VersionText } from '#lib/schema/history.ts'
import type { Version } from '#server/storage/storage.ts'
import { namePeople } from './names.ts'
import { Placings } from './page.ts'
import type { Source } from './source.ts'

/**
 * Gives the versions of a story that the reader may know of, newest first; null where there is no such story for them.
 * `now` gives the story's document as one Yjs update, null where nothing was ever written.
 */
export async function listVersions(
  source: Source,
  reader: Actor,
  storyId: string,
  now: () => Promise<Uint8Array | null>,
): Promise<VersionList | null> {
  const story = storyFor(source, reader, storyId)
  if (!story) return null
  const versions = await visibleVersions(source, reader, story)
  return {
    versions,
    current: await currentOf(source, story, versions, now),
    people: await namePeople(
      source,
      versions.map(({ by }) => by),
    ),
  }
}

/** Gives one version with its text; null where there is no such version for this reader. */
export async function readVersion(
  source: Source,
  reader: Actor,
  storyId: string,
  seq: number,
): Promise<{ version: VersionText; bytes: Uint8Array } | null> {
  const story = storyFor(source, reader, storyId)
  if (!story) return null
  const entry = (await visibleVersions(source, reader, story)).find((one) => one.seq === seq)
  const bytes =
    entry && (await source.storage.workspaces.versionBytes(source.workspace, story.id, seq))
  if (!bytes) return null
  const doc = docOf(bytes)
  const version = { ...entry, content: readContent(doc), text: storyText(doc) }
  return { version, bytes }
}

function storyFor({ state }: Source, reader: Actor, id: string): Story | null {
  const story = state.stories.get(id)
  return story && readsStory(state, story, reader) ? story : null
}

/**
 * What a private team wrote stays with it, also when the story has left its backlog: a version is known to those who may
 * know what it was kept at.
 */
async function visibleVersions(
  source: Source,
  reader: Actor,
  story: Story,
): Promise<VersionEntry[]> {
  const { storage, workspace, state } = source
  const kept = await storage.workspaces.versions(workspace, story.id)
  const past = new Past(state, reader)
  const placings = past.hasSecrets ? await new Placings(source).of(story.id) : []
  const events = await causesOf(source, kept)
  const told = kept.flatMap(({ seq, cause, by, at, readiness, sameAs }) => {
    const event = events.get(seq)
    if (!event || !past.tells(event, story, placings)) return []
    return [{ seq, cause, event, by, at, readiness, sameAs }]
  })
  // The first with a text that this reader may know of: they come newest first.
  const first = new Map(told.map(({ sameAs, seq }) => [sameAs, seq]))
  return told.map((version) => ({ ...version, sameAs: first.get(version.sameAs) ?? version.seq }))
}

/** Gives the events that versions of one story were kept at, by their position. */
async function causesOf(
  { storage, workspace }: Source,
  versions: readonly Version[],
): Promise<ReadonlyMap<number, WorkspaceEvent>> {
  const newest = versions[0]
  const oldest = versions.at(-1)
  if (!newest || !oldest) return new Map()
  const events = await storage.workspaces.history({
    workspace,
    story: newest.story,
    types: [...new Set(versions.map(({ cause }) => cause))],
    before: newest.seq + 1,
    limit: newest.seq - oldest.seq + 1,
  })
  return new Map(events.map((event) => [event.seq, event]))
}

/** The newest version, when nothing was written since. */
async function currentOf(
  { storage, workspace }: Source,
  story: Story,
  [newest]: readonly VersionEntry[],
  now: () => Promise<Uint8Array | null>,
): Promise<number | null> {
  if (!newest) return null
  const [then, present] = await Promise.all([
    storage.workspaces.versionBytes(workspace, story.id, newest.seq),
    now(),
  ])
  if (!then) return null
  const isSame = equalSnapshots(snapshot(docOf(then)), snapshot(docOf(present)))
  return isSame ? newest.seq : null
}

function docOf(update: Uint8Array | null): Doc {
  const doc = new Doc()
  if (update) applyUpdate(doc, update)
  return doc
}
