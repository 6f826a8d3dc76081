import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { must } from '#lib/domain/must.ts'
import { restoreBackup, writeBackup } from '#server/storage/backup.ts'
import { MemoryBlobs } from '#tests/support/files.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture, commitOf } from '#tests/support/storage-rows.ts'

describeEachStorage('[QU2] when somebody last worked on a story', (bench) => {
  test('[I8] is what its events say after a backup of the version before is restored', async () => {
    const storage = await bench.open()
    await addWorkspace(storage)
    // A title that looks like the field, as far as a text can.
    const title = 'The "activeAt":1 of a story'
    const captured = capture(0, { story: 's1', title })
    await storage.workspaces.commit(captured)
    const voted = commitOf(1, [{ type: 'StoryUpvoted', story: 's1' }], captured.stories)
    await storage.workspaces.commit(voted)
    const watched = commitOf(2, [{ type: 'StoryWatched', story: 's1' }], voted.stories)
    await storage.workspaces.commit(watched)
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'before.backup')
    await writeBackup(storage.archive, new MemoryBlobs(), file, AT)
    await makeOlder(file)

    const copy = await bench.open()
    await restoreBackup(copy.archive, new MemoryBlobs(), file)
    const { stories } = must(await copy.workspaces.load('w1'), 'workspace')
    expect(stories.map(({ story }) => story)).toEqual(watched.stories)
    expect(stories[0]?.story).toMatchObject({ title, activeAt: AT + 2, keptAt: null })
  })
})

/** Turns a backup into one of the schema that knew no activity. */
async function makeOlder(file: string): Promise<void> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split('\n')
  const [header, ...rows] = lines.slice(0, -1).map((line) => JSON.parse(line))
  const old = rows.map(([table, values]: [string, Record<string, unknown>]) => {
    if (table !== 'stories') return [table, values]
    const { activeAt: _, keptAt: __, ...state } = JSON.parse(String(values.state))
    return [table, { ...values, state: JSON.stringify(state) }]
  })
  const text = [{ ...header, schema: 6 }, ...old]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  await writeFile(file, gzipSync(`${text}${JSON.stringify({ rows: old.length, sha256 })}\n`))
}
