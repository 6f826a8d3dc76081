/** Reasons given before on this device, and the one being typed (UX10, UX11). */

const RECENT = 3

/** Gives the draft of a reason, or ''. */
export function readReason(name: string): string {
  return read(`sluice:draft:${name}`) ?? ''
}

/** Keeps the draft of a reason; an empty one is forgotten. */
export function keepReason(name: string, text: string): void {
  write(`sluice:draft:${name}`, text === '' ? null : text)
}

/** Gives the last reasons given for a kind of move, the newest first. */
export function recentReasons(move: string): string[] {
  try {
    const kept: unknown = JSON.parse(read(`sluice:reasons:${move}`) ?? '[]')
    return Array.isArray(kept)
      ? kept.filter((reason) => typeof reason === 'string').slice(0, RECENT)
      : []
  } catch {
    return []
  }
}

/** Puts a reason on top of the recent ones. */
export function rememberReason(move: string, reason: string): void {
  const trimmed = reason.trim()
  if (trimmed === '') return
  const rest = recentReasons(move).filter((other) => other !== trimmed)
  write(`sluice:reasons:${move}`, JSON.stringify([trimmed, ...rest].slice(0, RECENT)))
}

function read(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null
  } catch {
    return null
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) globalThis.localStorage?.removeItem(key)
    else globalThis.localStorage?.setItem(key, value)
  } catch {
    // Full or forbidden: the text is still in the page.
  }
}
