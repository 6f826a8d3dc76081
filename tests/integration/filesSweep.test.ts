import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { applyUpdate, XmlElement } from 'yjs'
import { BODY } from '#lib/doc/schema.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { LOOSE_MS, UNUSED_MS } from '#server/files/limits.ts'
import { sweepFiles } from '#server/files/sweep.ts'
import { fileId } from '#tests/support/fileDoor.ts'
import { paragraph, story as documentOf } from '#tests/support/storyContent.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { decideAs } from '#tests/support/syncTeams.ts'

const bench = useSyncBench()
const [SHOWN, FORGOTTEN] = [fileId('shown'), fileId('forgotten')]

async function add(id: string, story = 's1', words = id): Promise<string> {
  const bytes = Buffer.from(words)
  const source = Readable.from([bytes])
  const wanted = { workspace: 'w1', story, id, name: 'x.bin', by: 'bo', source, length: null }
  const added = await bench.server.files.add(wanted)
  if (!added.ok) throw new Error(added.message)
  return added.value.file.digest
}

function image(file: string) {
  return { type: 'image', attrs: { file, name: 'x.png' } }
}

async function write(story: string, ...content: Parameters<typeof documentOf>): Promise<void> {
  const browser = bench.browser('bo', `writes-${story}-${crypto.randomUUID()}`)
  const page = browser.open(`story:${story}`)
  await page.synced()
  applyUpdate(page.doc, writeNewDocument(documentOf(...content)).update)
  await page.synced()
  browser.leave()
}

/** Takes a block with a file out of a story's text, as an editor would. */
async function takeOut(story: string, file: string): Promise<void> {
  const browser = bench.browser('bo', `takes-${crypto.randomUUID()}`)
  const page = browser.open(`story:${story}`)
  await page.synced()
  const body = page.doc.getXmlFragment(BODY)
  const at = (body.toArray() as unknown[]).findIndex(
    (node) => node instanceof XmlElement && node.getAttribute('file') === file,
  )
  body.delete(at, 1)
  await page.synced()
  browser.leave()
}

const DAY = 24 * 60 * 60 * 1000
let days = 0
const sweep = () =>
  sweepFiles({
    storage: bench.server.faults.storage,
    workspaces: bench.server.workspaces,
    files: bench.server.files,
    blobs: bench.server.blobs,
    now: () => Date.now() + days * DAY,
  })
const ids = async (story = 's1') =>
  (await bench.server.faults.storage.files.ofStory('w1', story)).map(({ id }) => id).sort()

beforeEach(() => {
  days = 0
})

describe('[FI7] the sweep', () => {
  test('leaves what the text shows, and takes what nothing has shown for a week, with its bytes', async () => {
    const digest = await add(FORGOTTEN)
    await add(SHOWN)
    await write('s1', paragraph('Words'), image(SHOWN))
    expect(await sweep()).toEqual({ files: 0, blobs: 0 })
    days = UNUSED_MS / DAY - 1
    expect(await sweep()).toEqual({ files: 0, blobs: 0 })
    days += 1.1
    expect(await sweep()).toEqual({ files: 1, blobs: 1 })
    expect(await ids()).toEqual([SHOWN])
    expect(await bench.server.blobs.has({ workspace: 'w1', digest })).toBe(false)
    days += 400
    expect(await sweep()).toEqual({ files: 0, blobs: 0 })
  })

  test('begins anew when a file is shown again in between', async () => {
    await add(SHOWN)
    await sweep()
    days = 6
    await write('s1', image(SHOWN))
    await sweep()
    await takeOut('s1', SHOWN)
    days = 12
    await sweep()
    days = 18
    expect(await sweep()).toMatchObject({ files: 0 })
    days = 19.1
    expect(await sweep()).toMatchObject({ files: 1 })
  })

  test('leaves what a kept version shows, and what is in the trash', async () => {
    await add(SHOWN)
    await write('s1', image(SHOWN))
    await decideAs(
      bench.server,
      'ana',
      { type: 'startRefining', story: 's1' },
      { type: 'markReady', story: 's1', confirmed: true },
    )
    await takeOut('s1', SHOWN)
    await sweep()
    days = 30
    expect(await sweep()).toEqual({ files: 0, blobs: 0 })
    await decideAs(bench.server, 'ana', { type: 'trashStory', story: 's1' })
    days = 60
    expect(await sweep()).toEqual({ files: 0, blobs: 0 })
    expect(await ids()).toEqual([SHOWN])
  })

  test('takes bytes when their last file is gone, a purge included, and not before', async () => {
    await bench.server.capture('s2')
    const digest = await add(SHOWN, 's1', 'the same')
    await add(fileId('same'), 's2', 'the same')
    await write('s1', image(SHOWN))
    await decideAs(
      bench.server,
      'ana',
      { type: 'trashStory', story: 's1' },
      { type: 'purgeTrash', only: 's1' },
    )
    expect(await ids('s1')).toEqual([])
    days = LOOSE_MS / DAY + 1
    expect(await sweep()).toEqual({ files: 0, blobs: 0 })
    expect(await bench.server.blobs.has({ workspace: 'w1', digest })).toBe(true)
    days += UNUSED_MS / DAY + 1
    expect(await sweep()).toEqual({ files: 1, blobs: 1 })
    expect(await bench.server.blobs.has({ workspace: 'w1', digest })).toBe(false)
  })

  test('leaves what was sent just now to an upload that is about to name it', async () => {
    const { storage } = bench.server.faults
    await storage.files.addBlob({
      workspace: 'w1',
      digest: 'a'.repeat(64),
      size: 1,
      at: Date.now(),
    })
    expect(await sweep()).toEqual({ files: 0, blobs: 0 })
    days = LOOSE_MS / DAY + 0.1
    expect(await sweep()).toEqual({ files: 0, blobs: 1 })
  })
})

describe('[FI8] a merge', () => {
  const merge = {
    type: 'dismissStory',
    story: 's2',
    reason: 'Same',
    duplicateOf: 's1',
    merge: true,
  }

  test('brings the files of a text along, and none that were not the other story’s', async () => {
    await bench.server.capture('s2')
    await bench.server.capture('s3')
    await add(SHOWN, 's2')
    await add(FORGOTTEN, 's3')
    await write('s1', paragraph('Mine'))
    await write('s2', paragraph('Theirs'), image(SHOWN), image(FORGOTTEN))
    const page = bench.browser('bo').open('story:s1')
    await page.synced()
    await decideAs(bench.server, 'ana', merge)
    await until(() => page.doc.getXmlFragment(BODY).toString().includes(SHOWN))
    expect(await ids('s1')).toEqual([SHOWN])
  })
})
