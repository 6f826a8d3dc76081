import { applyUpdate, Doc } from 'yjs'
import { filesIn } from '#lib/doc/fileBlocks.ts'
import type { Workspaces } from '#server/commands/workspaces.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { BlobStore } from './blobs.ts'
import type { Files } from './files.ts'
import { LOOSE_MS, UNUSED_MS } from './limits.ts'

interface SweepParts {
  readonly storage: Storage
  readonly workspaces: Pick<Workspaces, 'open'>
  readonly files: Pick<Files, 'alone'>
  readonly blobs: BlobStore
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Stories, and blobs, that are looked at in one go. */
const PAGE = 100

/**
 * Collects what nobody needs any more (FI7): files that neither the document of their story nor a kept version of it has
 * shown for a week, then bytes that no file has. Rejects when storage or the blobs do not answer; the rest waits for the
 * next time.
 *
 * @returns how many files and blobs went
 */
export async function sweepFiles(parts: SweepParts): Promise<{ files: number; blobs: number }> {
  let files = 0
  let last: { workspace: string; story: string } | null = null
  do {
    const page = await parts.storage.files.stories(last, PAGE)
    for (const { workspace, story } of page) files += await sweepStory(parts, workspace, story)
    last = page.length === PAGE ? (page.at(-1) ?? null) : null
  } while (last)
  return { files, blobs: await sweepBlobs(parts) }
}

async function sweepStory(
  { storage, workspaces, files, now }: SweepParts,
  workspace: string,
  story: string,
): Promise<number> {
  const opened = await workspaces.open(workspace)
  if (!opened) return 0
  return files.alone(workspace, async () => {
    const all = await storage.files.ofStory(workspace, story)
    const current = (await opened.read(story))?.state() ?? null
    const shown = new Set(filesOf(current))
    // Versions are read only where the text of today does not answer it.
    if (all.some(({ id }) => !shown.has(id))) {
      for (const { seq, sameAs } of await storage.workspaces.versions(workspace, story)) {
        if (seq !== sameAs) continue
        for (const id of filesOf(await storage.workspaces.versionBytes(workspace, story, seq))) {
          shown.add(id)
        }
      }
    }
    const unused = all.filter(({ id }) => !shown.has(id))
    const gone = unused.filter(({ unusedSince }) => (unusedSince ?? now()) <= now() - UNUSED_MS)
    const mark = (list: typeof all, since: number | null) =>
      storage.files.markUnused(
        workspace,
        story,
        list.map(({ id }) => id),
        since,
      )
    await mark(
      unused.filter(({ unusedSince }) => unusedSince === null),
      now(),
    )
    await mark(
      all.filter(({ id, unusedSince }) => unusedSince !== null && shown.has(id)),
      null,
    )
    await storage.files.remove(
      workspace,
      story,
      gone.map(({ id }) => id),
    )
    return gone.length
  })
}

async function sweepBlobs({ storage, files, blobs, now }: SweepParts): Promise<number> {
  let count = 0
  for (;;) {
    const page = await storage.files.unusedBlobs(now() - LOOSE_MS, PAGE)
    for (const { workspace, digest } of page) {
      await files.alone(workspace, async () => {
        // Somebody may have sent the same bytes again meanwhile.
        const blob = await storage.files.findBlob(workspace, digest)
        if (!blob || blob.at >= now() - LOOSE_MS) return
        await blobs.remove({ workspace, digest })
        await storage.files.removeBlob(workspace, digest)
        count += 1
      })
    }
    if (page.length < PAGE) return count
  }
}

function filesOf(update: Uint8Array | null): Iterable<string> {
  if (!update) return []
  const doc = new Doc()
  applyUpdate(doc, update)
  return filesIn(doc)
}
