import type { Readable } from 'node:stream'
import { isFileId } from '#lib/files/id.ts'
import { readFileName } from '#lib/files/names.ts'
import { sniffPicture } from '#lib/files/sniff.ts'
import { type Failure, type Result, succeed } from '#server/auth/failure.ts'
import type { FileStore, StoredFile } from '#server/storage/storage.ts'
import type { BlobStore } from './blobs.ts'
import { type FileLimits, PIXELS_MAX } from './limits.ts'
import { receive, type Received } from './receive.ts'
import { refusals } from './refusals.ts'

/** What every file is that is no picture: it is fetched, and nothing in it is ever run or drawn here (FI3). */
export const OPAQUE = 'application/octet-stream'

export interface FileParts {
  readonly store: FileStore
  readonly blobs: BlobStore
  /** The folder in which files wait while they arrive. */
  readonly inbox: string
  readonly limits: FileLimits
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** A file on its way in. */
export interface Arriving {
  readonly workspace: string
  readonly story: string
  /** Chosen by the client: sending it twice has one effect (FI2). */
  readonly id: string
  readonly name: string
  /** A user's id. */
  readonly by: string
  readonly source: Readable
  /** Bytes, as the request says; null when it does not. */
  readonly length: number | null
}

/** The files of all stories. Who may send and fetch them is decided before anything here is called. */
export interface Files {
  readonly limits: FileLimits
  /** Takes in a file. Rejects with `BlobsUnavailable`, or as storage does, with nothing kept. */
  add(file: Arriving): Promise<Result<{ readonly file: StoredFile; readonly isNew: boolean }>>
  /** Lets a story have files of another one as well, those that other one has (FI8). Gives why not all of them. */
  share(sharing: {
    readonly workspace: string
    readonly from: string
    readonly to: string
    readonly ids: Iterable<string>
  }): Promise<Failure | null>
  /** Runs something while no file of a workspace comes or goes. */
  alone<T>(workspace: string, work: () => Promise<T>): Promise<T>
}

/** Makes the files of one server. */
export function createFiles(parts: FileParts): Files {
  const { store, limits, now } = parts
  const turns = new Map<string, Promise<unknown>>()

  function alone<T>(workspace: string, work: () => Promise<T>): Promise<T> {
    const result = (turns.get(workspace) ?? Promise.resolve()).then(work)
    const quiet = result.catch(() => undefined)
    turns.set(workspace, quiet)
    void quiet.then(() => turns.get(workspace) === quiet && turns.delete(workspace))
    return result
  }

  return {
    limits,
    alone,
    async add(arriving) {
      const { workspace, id, source, length } = arriving
      const name = readFileName(arriving.name)
      if (!isFileId(id)) return refusals.badId
      if (length !== null && length > limits.fileBytes) {
        return refusals.tooLarge(name, length, limits.fileBytes)
      }
      const received = await receive(source, parts.inbox, limits.fileBytes)
      if (received === 'tooLarge') return refusals.tooLarge(name, null, limits.fileBytes)
      if (received === 'broken') return refusals.broken(name)
      try {
        return await alone(workspace, () => keep(parts, { ...arriving, name }, received))
      } finally {
        await received.discard()
      }
    },
    async share({ workspace, from, to, ids }) {
      const wanted = new Set(ids)
      if (wanted.size === 0) return null
      return alone(workspace, async () => {
        let room = limits.storyFiles - (await store.ofStory(workspace, to)).length
        for (const file of await store.ofStory(workspace, from)) {
          if (!wanted.has(file.id)) continue
          if (room <= 0) return refusals.storyFull(file.name, limits.storyFiles)
          const isNew = await store.add({ ...file, story: to, at: now(), unusedSince: null })
          if (isNew) room -= 1
        }
        return null
      })
    },
  }
}

async function keep(
  { store, blobs, limits, now }: FileParts,
  { workspace, story, id, name, by }: Omit<Arriving, 'source' | 'length'>,
  { path, size, digest, head }: Received,
): Promise<Result<{ file: StoredFile; isNew: boolean }>> {
  if (size === 0) return refusals.empty(name)
  const before = await store.find(workspace, story, id)
  if (before) {
    return before.digest === digest ? succeed({ file: before, isNew: false }) : refusals.taken(name)
  }
  const picture = sniffPicture(head)
  if (picture && picture.width * picture.height > PIXELS_MAX) {
    return refusals.tooManyPixels(name, picture.width, picture.height, PIXELS_MAX)
  }
  const others = await store.ofStory(workspace, story)
  if (others.length >= limits.storyFiles) return refusals.storyFull(name, limits.storyFiles)
  const isHere = (await store.findBlob(workspace, digest)) !== null
  const { bytes } = await store.totals(workspace)
  if (!isHere && bytes + size > limits.workspaceBytes) {
    return refusals.workspaceFull(name, size, limits.workspaceBytes)
  }
  const key = { workspace, digest }
  // The row first: what a crash leaves behind is found by the sweep. The file last: it is never without its bytes.
  await store.addBlob({ ...key, size, at: now() })
  if (!isHere || !(await blobs.has(key))) await blobs.take(key, path, size)
  const file: StoredFile = {
    ...key,
    story,
    id,
    name,
    size,
    by,
    type: picture?.type ?? OPAQUE,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    at: now(),
    unusedSince: null,
  }
  await store.add(file)
  return succeed({ file, isNew: true })
}
