import type { ByteRange } from '#server/files/blobs.ts'

/**
 * Reads the header `Range` of a request for `size` bytes (RFC 9110, 14.1.2). Null: the whole, also for several parts at once
 * and for what is no range, as the RFC allows.
 */
export function readRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null
  return first >= size || first > last ? 'unsatisfiable' : { first, last }
}
