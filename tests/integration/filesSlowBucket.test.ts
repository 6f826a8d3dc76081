import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { BlobsUnavailable } from '#server/files/blobs.ts'
import { s3Blobs } from '#server/files/s3.ts'

/** Shorter than what the slow bucket takes for everything, and longer than any one pause of it. */
const PATIENCE_MS = 1_000
const PAUSE_MS = 100
const PARTS = 16
/** Far more than the buffers between the two hold. */
const BYTES = randomBytes(16 * 1024 * 1024)
const KEY = { workspace: 'w-1', digest: createHash('sha256').update(BYTES).digest('hex') }

let undo: (() => unknown)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one()
})

async function openBucket(
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
) {
  const server: Server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'acme',
    region: 'us-east-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    pathStyle: true,
  }
  return s3Blobs(settings, { patience: PATIENCE_MS })
}

async function fileOfBytes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-slow-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'arrived')
  await writeFile(path, BYTES)
  return path
}

test('[FI1] a bucket that goes on giving is heard to the end, however long it takes', async () => {
  const blobs = await openBucket(async (_request, response) => {
    response.writeHead(200, { 'content-length': String(BYTES.length) })
    const size = BYTES.length / PARTS
    for (let at = 0; at < BYTES.length; at += size) {
      response.write(BYTES.subarray(at, at + size))
      await pause(PAUSE_MS)
    }
    response.end()
  })
  const got = await buffer((await blobs.open(KEY))!)
  expect(got.equals(BYTES)).toBe(true)
})

test('[FI1] a bucket that goes on taking is given all of it, however long it takes', async () => {
  let taken = 0
  const blobs = await openBucket(async (request, response) => {
    let next = BYTES.length / PARTS
    for await (const piece of request) {
      taken += (piece as Buffer).length
      if (taken < next) continue
      next += BYTES.length / PARTS
      await pause(PAUSE_MS)
    }
    response.writeHead(200).end()
  })
  await blobs.take(KEY, await fileOfBytes(), BYTES.length)
  expect(taken).toBe(BYTES.length)
})

test('[FI1] a bucket that neither takes nor answers is unavailable', async () => {
  const blobs = await openBucket(() => new Promise(() => undefined))
  await expect(blobs.has(KEY)).rejects.toThrow('no sign of life for 1 second')
  await expect(blobs.take(KEY, await fileOfBytes(), BYTES.length)).rejects.toThrow(BlobsUnavailable)
})
