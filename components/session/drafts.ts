/** What is kept on this device: text that was typed and not sent (UX11), and reasons given before (UX10). */

const RECENT_REASONS = 4

/** Gives the draft kept under a name, or ''. */
export function readDraft(name: string): string {
  return read(`sluice:draft:${name}`) ?? ''
}

/** Keeps a draft; an empty one is forgotten. A browser that refuses to store leaves it in the open page only. */
export function keepDraft(name: string, text: string): void {
  write(`sluice:draft:${name}`, text === '' ? null : text)
}

/** Gives the last reasons given for a kind of move, the newest first. */
export function recentReasons(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(read(`sluice:reasons:${name}`) ?? '[]')
    return Array.isArray(kept) ? kept.filter((reason) => typeof reason === 'string') : []
  } catch {
    return []
  }
}

/** Puts a reason on top of the recent ones. */
export function rememberReason(name: string, reason: string): void {
  const trimmed = reason.trim()
  if (trimmed === '') return
  const rest = recentReasons(name).filter((other) => other !== trimmed)
  write(`sluice:reasons:${name}`, JSON.stringify([trimmed, ...rest].slice(0, RECENT_REASONS)))
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
    // Full or forbidden: the text is still in the page, and the sync state says that this browser keeps nothing.
  }
}
