import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { OPAQUE } from '#server/files/files.ts'
import { fileNotFound, refusals } from '#server/files/refusals.ts'
import type { StoredFile } from '#server/storage/storage.ts'
import { failed } from './answers.ts'
import { readRange } from './fileRange.ts'
import type { ApiParts, MemberEnv } from './parts.ts'

/**
 * Answers with a file (FI3, FI4): a picture as the type its bytes say, anything else to be saved, and neither may run, load or
 * be framed. What has this address never changes; another person's browser session asks again.
 */
export async function sendFile(
  c: Context<MemberEnv>,
  { blobs }: ApiParts,
  file: StoredFile,
): Promise<Response> {
  const tag = `"${file.digest}"`
  const { range: wanted, 'if-range': ifRange, 'if-none-match': known } = c.req.header()
  if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
    setCaching(c, tag)
    return c.body(null, 304)
  }
  const isSame = ifRange === undefined || ifRange === tag
  const range = isSame ? readRange(wanted, file.size) : null
  if (range === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${file.size}`)
    return failed(c, refusals.noSuchPart)
  }
  const isHead = c.req.method === 'HEAD'
  // Opened before anything is promised: an answer that is a "no" is never kept.
  const bytes = isHead ? null : await blobs.open(file, range ?? undefined)
  if (!bytes && !isHead) return failed(c, fileNotFound)
  setCaching(c, tag)
  // In place of the answer's own policy (setClosedPolicy), which does not say "sandbox".
  c.env.outgoing.setHeader('Content-Security-Policy', CAGE)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Accept-Ranges', 'bytes')
  c.header('Content-Type', file.type)
  const kind = file.type === OPAQUE ? 'attachment' : 'inline'
  c.header('Content-Disposition', disposition(kind, file.name))
  c.header('Content-Length', String(range ? range.last - range.first + 1 : file.size))
  if (range) c.header('Content-Range', `bytes ${range.first}-${range.last}/${file.size}`)
  const status = range ? 206 : 200
  if (!bytes) return c.body(null, status)
  return c.body(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, status)
}

/** Nothing in a file runs, loads or is framed, whoever opens it in a tab. */
const CAGE = "default-src 'none'; sandbox; frame-ancestors 'none'"

function setCaching(c: Context, tag: string): void {
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, max-age=31536000, immutable')
  c.header('Vary', 'Authorization, Cookie')
}

/** RFC 6266: the name twice, for old programs without what they cannot read. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}
