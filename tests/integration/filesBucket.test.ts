import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BlobStore, BlobsUnavailable } from '#server/files/blobs.ts'
import { diskBlobs } from '#server/files/disk.ts'
import { s3Blobs } from '#server/files/s3.ts'
import { type Bucket, openBucket } from '#tests/support/bucket.ts'
import { fileId, useFileBench } from '#tests/support/fileDoor.ts'
import { TINY_PNG } from '#tests/support/files.ts'

const BYTES = Buffer.from('Twelve bytes')
const KEY = { workspace: 'w-1', digest: createHash('sha256').update(BYTES).digest('hex') }
let bucket: Bucket
let folder: string

beforeAll(async () => {
  bucket = await openBucket()
  folder = await mkdtemp(join(tmpdir(), 'sluice-blobs-'))
})
afterAll(async () => {
  await bucket.close()
  await rm(folder, { recursive: true, force: true })
})

async function fileOf(bytes: Buffer): Promise<string> {
  const path = join(folder, 'arrived')
  await writeFile(path, bytes)
  return path
}

describe.each([
  ['on disk', (): BlobStore => diskBlobs(join(folder, 'blobs'))],
  ['in a bucket', (): BlobStore => s3Blobs(bucket.settings)],
])('[FI1] blobs %s', (_where, open) => {
  test('are stored, read whole and in part, and removed', async () => {
    const blobs = open()
    expect(await blobs.has(KEY)).toBe(false)
    expect(await blobs.open(KEY)).toBeNull()
    await blobs.take(KEY, await fileOf(BYTES), BYTES.length)
    expect(await blobs.has(KEY)).toBe(true)
    const whole = await blobs.open(KEY)
    expect(await buffer(whole!)).toEqual(BYTES)
    const part = await blobs.open(KEY, { first: 7, last: 9 })
    expect(String(await buffer(part!))).toBe('byt')
    await blobs.remove(KEY)
    await blobs.remove(KEY)
    expect(await blobs.open(KEY)).toBeNull()
  })

  test('have no name that leaves its place', async () => {
    const blobs = open()
    for (const key of [
      { ...KEY, workspace: '../x' },
      { ...KEY, digest: '../../x' },
      { ...KEY, digest: KEY.digest.toUpperCase() },
    ]) {
      await expect(blobs.open(key)).rejects.toThrow('a name that no blob can have')
    }
  })
})

test('[FI1] nothing but whole blobs is ever on disk', async () => {
  const blobs = diskBlobs(join(folder, 'whole'))
  await blobs.take(KEY, await fileOf(BYTES), BYTES.length)
  const names = await readdir(join(folder, 'whole', 'w-1', KEY.digest.slice(0, 2)))
  expect(names).toEqual([KEY.digest])
})

describe('[FI1] a bucket', () => {
  test('gets what is signed with its key and the digest of its bytes, under the workspace and that digest', async () => {
    await s3Blobs(bucket.settings).take(KEY, await fileOf(BYTES), BYTES.length)
    expect(bucket.held.get(`/acme/w-1/${KEY.digest}`)).toEqual(BYTES)
  })

  test('may be in the name of the host', async () => {
    let asked = ''
    const settings = { ...bucket.settings, endpoint: 'https://s3.example.com', pathStyle: false }
    const blobs = s3Blobs(settings, {
      fetch: async (url) => {
        asked = String(url)
        return new Response(null, { status: 404 })
      },
    })
    await blobs.open(KEY)
    expect(asked).toBe(`https://acme.s3.example.com/w-1/${KEY.digest}`)
  })

  test('that refuses, fails or is away is unavailable, and says what it said', async () => {
    const wrong = s3Blobs({ ...bucket.settings, secretAccessKey: 'another' })
    await expect(wrong.open(KEY)).rejects.toThrow(BlobsUnavailable)
    await expect(wrong.take(KEY, await fileOf(BYTES), BYTES.length)).rejects.toThrow('answered 403')
    bucket.fail(500)
    await expect(s3Blobs(bucket.settings).has(KEY)).rejects.toThrow('answered 500')
    bucket.fail(null)
    const away = s3Blobs({ ...bucket.settings, endpoint: 'http://127.0.0.1:9' })
    await expect(away.remove(KEY)).rejects.toThrow('cannot be reached')
  })
})

describe('a server with a bucket', () => {
  const bench = useFileBench(() => ({ s3: bucket.settings }))
  const place = { story: 's1', file: fileId('bucket') }

  test('[FI1] keeps files there and nowhere else, and gives them back, in part as well', async () => {
    await bench.send(bench.ana, { type: 'captureStory', story: 's1', title: 'One' })
    expect((await bench.put(bench.lee, place, TINY_PNG)).status).toBe(201)
    const digest = createHash('sha256').update(TINY_PNG).digest('hex')
    expect(bucket.held.get(`/acme/${bench.workspace}/${digest}`)).toEqual(Buffer.from(TINY_PNG))
    const files = join(bench.server.dataDir, 'files')
    expect(await readdir(files, { recursive: true })).toEqual(['arriving'])
    expect(Buffer.from((await bench.fetch(bench.kim, place)).bytes)).toEqual(Buffer.from(TINY_PNG))
    const part = await bench.fetch(bench.kim, place, { range: 'bytes=1-3' })
    expect([part.status, Buffer.from(part.bytes).toString()]).toEqual([206, 'PNG'])
  })

  test('[FI1] whose bucket does not answer says so, and has stored nothing', async () => {
    bucket.fail(503)
    const other = { story: 's1', file: fileId('later') }
    const { status, body } = await bench.put(bench.lee, other, new Uint8Array([1, 2, 3]))
    expect([status, body.error.code]).toEqual([503, 'unavailable'])
    const away = await bench.fetch(bench.lee, place)
    expect([away.status, away.headers.get('cache-control')]).toEqual([503, 'no-store'])
    bucket.fail(null)
    expect((await bench.fetch(bench.lee, other)).status).toBe(404)
    expect((await bench.put(bench.lee, other, new Uint8Array([1, 2, 3]))).status).toBe(201)
  })
})
