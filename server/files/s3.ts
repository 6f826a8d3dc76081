import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '#server/env.ts'
import { messageOf } from '#server/storage/errors.ts'
import { type BlobKey, type BlobStore, BlobsUnavailable, checkKey } from './blobs.ts'

/** How long a bucket may give no sign of life before its answer begins, in ms: neither taking more bytes nor answering. */
const PATIENCE_MS = 30_000

/** Blobs in a bucket of Amazon S3, or of anything that speaks it (MinIO, Garage, R2 …). `patience` in ms. */
export function s3Blobs(
  settings: S3Settings,
  { fetch = globalThis.fetch, patience = PATIENCE_MS } = {},
): BlobStore {
  const { accessKeyId, secretAccessKey, region } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })

  async function ask(
    key: BlobKey,
    { bytes, ...init }: RequestInit & { bytes?: Readable },
  ): Promise<Response> {
    checkKey(key)
    const watch = watchFor(patience)
    try {
      const signed = await client.sign(`${addressOf(settings)}/${key.workspace}/${key.digest}`, {
        ...init,
        body: null,
        // What goes over the wire is signed with its own digest: the name it is stored under.
        headers: { 'X-Amz-Content-Sha256': bytes ? key.digest : EMPTY, ...init.headers },
      })
      const { method, headers, url } = signed
      // A body is streamed, and the bucket wants to know its length in advance.
      const options = bytes ? { body: streamed(bytes, watch.sawLife), duplex: 'half' } : {}
      return await fetch(url, { method, headers, signal: watch.signal, ...options })
    } catch (error) {
      throw new BlobsUnavailable(`The bucket cannot be reached (${messageOf(error)}).`, {
        cause: error,
      })
    } finally {
      // However long the answer itself may be: its reader may be on a slow line.
      watch.end()
    }
  }

  return {
    async take(key, file, size) {
      const bytes = createReadStream(file)
      const headers = { 'Content-Length': String(size), 'Content-Type': 'application/octet-stream' }
      await settled(await ask(key, { method: 'PUT', bytes, headers }), [200, 201, 204])
    },
    async open(key, range) {
      const headers: Record<string, string> = range
        ? { Range: `bytes=${range.first}-${range.last}` }
        : {}
      const answer = await ask(key, { method: 'GET', headers })
      if (answer.status === 404) return drop(answer, null)
      if (answer.status !== (range ? 206 : 200) || !answer.body) return refuse(answer)
      return Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
    },
    async has(key) {
      const answer = await ask(key, { method: 'HEAD' })
      if (answer.status === 404) return drop(answer, false)
      await settled(answer, [200])
      return true
    },
    async remove(key) {
      await settled(await ask(key, { method: 'DELETE' }), [200, 204, 404])
    },
  }
}

/** Gives a signal that aborts after `patience` ms without a sign of life, until its end. */
function watchFor(patience: number) {
  const controller = new AbortController()
  const giveUp = () =>
    controller.abort(new Error(`it gave no sign of life for ${patience / 1000} seconds`))
  let timer: NodeJS.Timeout | null = setTimeout(giveUp, patience)
  return {
    signal: controller.signal,
    sawLife() {
      timer?.refresh()
    },
    end() {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}

/** Gives bytes as fetch takes them, and tells of each piece that goes out. */
function streamed(bytes: Readable, onPiece: () => void): ReadableStream {
  async function* told() {
    for await (const piece of bytes) {
      onPiece()
      yield piece
    }
  }
  return Readable.toWeb(Readable.from(told(), { highWaterMark: 1 })) as unknown as ReadableStream
}

/** SHA-256 of nothing, as S3 wants it for requests without a body. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Gives the bucket's address: in the path, or in the name of the host. */
function addressOf({ endpoint, bucket, pathStyle }: S3Settings): string {
  const url = new URL(endpoint)
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`
  const path = url.pathname.replace(/\/$/, '')
  return `${url.origin}${path}${pathStyle ? `/${bucket}` : ''}`
}

async function settled(answer: Response, expected: readonly number[]): Promise<void> {
  if (!expected.includes(answer.status)) return refuse(answer)
  await answer.body?.cancel()
}

async function drop<T>(answer: Response, value: T): Promise<T> {
  await answer.body?.cancel()
  return value
}

async function refuse(answer: Response): Promise<never> {
  const said = (await answer.text().catch(() => '')).slice(0, 300)
  throw new BlobsUnavailable(`The bucket answered ${answer.status}. ${said}`.trim())
}
