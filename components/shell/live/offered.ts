import { Value } from '#lib/client/readable.ts'

const KEPT_MAX = 50

const values = new Map<string, Value<ReadonlySet<string>>>()

/** Gives the sessions that a person need not be offered any more on this device: they were in the room, or said so. */
export function offeredTo(person: string): Value<ReadonlySet<string>> {
  let value = values.get(person)
  if (!value) {
    value = new Value(read(person))
    values.set(person, value)
  }
  return value
}

/** A session is not offered to a person any more on this device. */
export function neverOffer(person: string, session: string): void {
  const value = offeredTo(person)
  if (value.get().has(session)) return
  const next = [...value.get(), session].slice(-KEPT_MAX)
  value.set(new Set(next))
  try {
    localStorage.setItem(nameOf(person), JSON.stringify(next))
  } catch {
    // A private window may refuse: it holds for this page.
  }
}

function read(person: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(person)) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

function nameOf(person: string): string {
  return `sluice:offered:${person}`
}
