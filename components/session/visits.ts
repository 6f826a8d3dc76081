import { Value } from '#lib/client/readable.ts'

/**
 * The stories a person has opened on this device, the last one last, and as which texts each was seen, by their digests
 * (`Story.written`): as the list had it, and as it was on the screen. By person and workspace; a sign-out forgets them.
 */
export type Visits = ReadonlyMap<string, readonly string[]>

/** So many are remembered: beyond them nobody looks for what they opened, or what has changed since. */
const MOST = 500
const PREFIX = 'sluice:visits:'

/** Gives what this device remembers, to be followed. */
export function visitsOf(me: string, workspace: string): Value<Visits> {
  const name = `${PREFIX}${me}:${workspace}`
  let visits = values.get(name)
  if (!visits) {
    visits = new Value(readVisits(name))
    values.set(name, visits)
    followOtherTabs(name, visits)
  }
  return visits
}

const values = new Map<string, Value<Visits>>()

/** Remembers that a story is or was on the screen, as these texts: it is the last one now. */
export function visited(
  me: string,
  workspace: string,
  story: string,
  texts: readonly string[],
): void {
  const visits = visitsOf(me, workspace)
  const now = visits.get()
  if (now.get(story)?.join() === texts.join() && [...now.keys()].at(-1) === story) return
  const next = new Map(now)
  next.delete(story)
  next.set(story, texts)
  for (const oldest of next.keys()) {
    if (next.size <= MOST) break
    next.delete(oldest)
  }
  visits.set(next)
  writeVisits(`${PREFIX}${me}:${workspace}`, next)
}

/** Another tab's visits are this one's: the browser tells of them. */
function followOtherTabs(name: string, visits: Value<Visits>): void {
  if (typeof window === 'undefined') return
  window.addEventListener('storage', ({ key }) => {
    if (key === name) visits.set(readVisits(name))
  })
}

function readVisits(name: string): Visits {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return new Map(Array.isArray(kept) ? kept.filter(isVisit) : [])
  } catch {
    return new Map()
  }
}

function isVisit(one: unknown): one is [string, readonly string[]] {
  return Array.isArray(one) && typeof one[0] === 'string' && Array.isArray(one[1])
}

function writeVisits(name: string, visits: Visits): void {
  try {
    localStorage.setItem(name, JSON.stringify([...visits]))
  } catch {
    // Full or forbidden: they are remembered for as long as the page is open.
  }
}
