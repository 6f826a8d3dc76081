import { applyUpdate, Doc, equalSnapshots, snapshot } from 'yjs'
import { readContent } from '#lib/doc/content.ts'
import { storyText } from '#lib/doc/read.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import type { TextAuthors, VersionEntry, VersionList, VersionText } from '#lib/schema/history.ts'
import type { Reading } from '#server/commands/documents.ts'
import { knownVersions } from './knownVersions.ts'
import { namePeople } from './names.ts'
import type { Source } from './source.ts'

/** Gives a story's document as it is now, null where nothing was ever written. */
export type ReadNow = () => Promise<Reading | null>

/** Gives the versions of a story that the reader may know of, newest first; null where there is no such story for them. */
export async function listVersions(
  source: Source,
  reader: Actor,
  storyId: string,
  now: ReadNow,
): Promise<VersionList | null> {
  const story = storyFor(source, reader, storyId)
  if (!story) return null
  const versions = await knownVersions(source, reader, story)
  return {
    versions,
    current: await currentOf(source, story, versions, now),
    people: await namePeople(
      source,
      versions.flatMap(({ by, authors }) => [by, ...authors]),
    ),
  }
}

/** Gives one version with its text and who wrote it; null where there is no such version for this reader. */
export async function readVersion(
  source: Source,
  reader: Actor,
  storyId: string,
  seq: number,
  now: ReadNow,
): Promise<{ version: VersionText; bytes: Uint8Array } | null> {
  const story = storyFor(source, reader, storyId)
  if (!story) return null
  const entry = (await knownVersions(source, reader, story)).find((one) => one.seq === seq)
  const bytes =
    entry && (await source.storage.workspaces.versionBytes(source.workspace, story.id, seq))
  if (!bytes) return null
  const doc = docOf(bytes)
  const owners = (await now())?.owners ?? new Map<number, string>()
  const writers = new Set<string>()
  const content = readContent(doc, (client) => {
    const by = owners.get(client) ?? null
    if (by !== null) writers.add(by)
    return by
  })
  const people = await namePeople(source, writers)
  return { version: { ...entry, content, text: storyText(doc), people }, bytes }
}

/**
 * Gives who wrote what the story says now: whose each Yjs client id is, of those whose text is still there; null where
 * there is no such story for this reader. What has been deleted tells nothing any more.
 */
export async function readAuthors(
  source: Source,
  reader: Actor,
  storyId: string,
  now: ReadNow,
): Promise<TextAuthors | null> {
  if (!storyFor(source, reader, storyId)) return null
  const reading = await now()
  const clients: [number, string][] = []
  if (reading) {
    const seen = new Set<number>()
    readContent(docOf(reading.state()), (client) => {
      const owner = reading.owners.get(client)
      if (owner !== undefined && !seen.has(client)) clients.push([client, owner])
      seen.add(client)
      return null
    })
  }
  return {
    clients,
    people: await namePeople(
      source,
      clients.map(([, owner]) => owner),
    ),
  }
}

function storyFor({ state }: Source, reader: Actor, id: string): Story | null {
  const story = state.stories.get(id)
  return story && readsStory(state, story, reader) ? story : null
}

/** The newest version, when nothing was written since. */
async function currentOf(
  { storage, workspace }: Source,
  story: Story,
  [newest]: readonly VersionEntry[],
  now: ReadNow,
): Promise<number | null> {
  if (!newest) return null
  const [then, present] = await Promise.all([
    storage.workspaces.versionBytes(workspace, story.id, newest.seq),
    now(),
  ])
  if (!then) return null
  const isSame = equalSnapshots(snapshot(docOf(then)), snapshot(docOf(present?.state() ?? null)))
  return isSame ? newest.seq : null
}

function docOf(update: Uint8Array | null): Doc {
  const doc = new Doc()
  if (update) applyUpdate(doc, update)
  return doc
}
