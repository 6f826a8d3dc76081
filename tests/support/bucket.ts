import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '#server/env.ts'

const KEY = { accessKeyId: 'AKIATEST', secretAccessKey: 'a secret of the bucket' }

/** A bucket in this process that believes nothing: who has signed wrongly is refused, as S3 does. */
export interface Bucket {
  readonly settings: S3Settings
  /** What it holds, by path. */
  readonly held: Map<string, Buffer>
  /** Answers every request with this from now on; null: works again. */
  fail(status: number | null): void
  close(): Promise<void>
}

export async function openBucket(changes: Partial<S3Settings> = {}): Promise<Bucket> {
  const held = new Map<string, Buffer>()
  let failing: number | null = null
  const server = createServer((req, res) => {
    void (async () => {
      const body = await bytesOf(req)
      const path = (req.url ?? '').split('?', 1)[0] ?? ''
      const problem = failing ?? (isSigned(req, body) ? null : 403)
      if (problem !== null) return void res.writeHead(problem).end('<Error>No</Error>')
      const found = held.get(path)
      switch (req.method) {
        case 'PUT':
          held.set(path, body)
          return void res.writeHead(200).end()
        case 'DELETE':
          held.delete(path)
          return void res.writeHead(204).end()
        default: {
          if (!found) return void res.writeHead(404).end('<Error>NoSuchKey</Error>')
          const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? []
          if (req.method === 'HEAD') return void res.writeHead(200).end()
          if (first === undefined) return void res.writeHead(200).end(found)
          return void res.writeHead(206).end(found.subarray(Number(first), Number(last) + 1))
        }
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: {
      ...KEY,
      endpoint: `http://localhost:${port}`,
      bucket: 'acme',
      region: 'eu-test-1',
      pathStyle: true,
      ...changes,
    },
    held,
    fail: (status) => {
      failing = status
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bytesOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of req) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

/** AWS Signature Version 4, computed anew from the request as it came. */
function isSigned(req: IncomingMessage, body: Buffer): boolean {
  const [, credential, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      req.headers.authorization ?? '',
    ) ?? []
  if (!credential || !names || !signature) return false
  const [id, day, region, service] = credential.split('/')
  const at = String(req.headers['x-amz-date'])
  const digest = String(req.headers['x-amz-content-sha256'])
  if (id !== KEY.accessKeyId || !at.startsWith(`${day}`)) return false
  if (digest !== createHash('sha256').update(body).digest('hex')) return false
  const headers = names.split(';').map((name) => `${name}:${String(req.headers[name]).trim()}\n`)
  const request = [req.method, req.url, '', headers.join(''), names, digest].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const hashed = createHash('sha256').update(request).digest('hex')
  const sign = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest()
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (last, part) => sign(last, String(part)),
    `AWS4${KEY.secretAccessKey}`,
  )
  return sign(key, ['AWS4-HMAC-SHA256', at, scope, hashed].join('\n')).toString('hex') === signature
}
