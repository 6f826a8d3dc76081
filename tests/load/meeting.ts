import { setTimeout as pause } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { cpuSeconds, percentile, residentMegabytes } from './measure.ts'
import type { Peer } from './peer.ts'
import { Typist } from './typist.ts'

/** Milliseconds from a sender to the moment a probe's socket has it, or something newer of the same sender. */
export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface MeetingResult {
  readonly keys: Latency
  readonly cursors: Latency
  /** What each person receives, in bytes a second. */
  readonly bytes: number
  /** CPU of the server, in percent of one core. */
  readonly cpu: number
  /** Resident MB of the server at the end. */
  readonly memory: number
  readonly lost: number
}

const TYPING = 10
const PER_SECOND = 5
const PROBES = 2
/** What is still on its way at the end arrives within this, in ms. */
const SETTLE_MS = 1_000

/** Puts `people` into one meeting about one story: ten type, the others move their cursors as often, and all follow the session. */
export async function measureMeeting(
  peer: Peer,
  people: number,
  seconds: number,
): Promise<MeetingResult> {
  const document = await peer.newDocument()
  const also = (await peer.newMeeting?.()) ?? []
  const keys = new Sent()
  const cursors = new Sent()
  const room = Array.from({ length: people }, (_, index) => {
    const isProbe = index < PROBES
    return new Typist(
      { ...peer.connection(document), wire: peer.wire, document, token: peer.token, also },
      isProbe
        ? (update) => {
            for (const [client, to] of Y.parseUpdateMeta(update).to)
              keys.arrived(index, client, to - 1)
          }
        : null,
      isProbe
        ? (update) => {
            for (const [client, clock] of clocksOf(update)) cursors.arrived(index, client, clock)
          }
        : null,
    )
  })
  await Promise.all(room.map(({ synced }) => synced))
  // The probes only point: what they are told is what others did.
  const typing = room.slice(-TYPING)
  for (const typist of typing) typist.begin()
  for (const person of room) person.point()
  await pause(SETTLE_MS)

  const cpuBefore = cpuSeconds(peer.pid)
  for (const person of room) person.bytes = 0
  const started = performance.now()
  const interval = 1_000 / PER_SECOND
  await Promise.all(
    room.map(async (person, index) => {
      const offset = (interval * index) / people
      for (let turn = 0; turn < seconds * PER_SECOND; turn += 1) {
        await pause(Math.max(0, started + offset + interval * turn - performance.now()))
        const client = person.doc.clientID
        const at = performance.now()
        if (typing.includes(person)) {
          keys.left(client, Y.getState(person.doc.store, client), at)
          cursors.left(client, person.type(), at)
        } else if (index >= PROBES) cursors.left(client, person.point(), at)
        else person.point()
      }
    }),
  )
  const took = (performance.now() - started) / 1_000
  const cpu = ((cpuSeconds(peer.pid) - cpuBefore) / took) * 100
  await pause(SETTLE_MS)
  const bytes = room.reduce((sum, one) => sum + one.bytes, 0) / people / took
  const memory = residentMegabytes(peer.pid)
  for (const person of room) person.close()
  return {
    keys: keys.latency(),
    cursors: cursors.latency(),
    bytes,
    cpu,
    memory,
    lost: keys.lost() + cursors.lost(),
  }
}

/** What was sent, by sender and clock, and how long it took to each probe. */
class Sent {
  readonly #at = new Map<number, Map<number, number>>()
  readonly #waiting = Array.from({ length: PROBES }, () => new Map<number, Set<number>>())
  readonly #took: number[] = []

  left(client: number, clock: number, at: number): void {
    const times = this.#at.get(client) ?? new Map<number, number>()
    this.#at.set(client, times.set(clock, at))
    for (const waiting of this.#waiting) {
      waiting.set(client, (waiting.get(client) ?? new Set()).add(clock))
    }
  }

  /** Whatever is newer says what is older, too. */
  arrived(probe: number, client: number, upTo: number): void {
    const now = performance.now()
    const waiting = this.#waiting[probe]?.get(client)
    for (const clock of waiting ?? []) {
      if (clock > upTo) continue
      waiting?.delete(clock)
      const at = this.#at.get(client)?.get(clock)
      if (at !== undefined) this.#took.push(now - at)
    }
  }

  latency(): Latency {
    const sorted = this.#took.toSorted((a, b) => a - b)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share))
    return { p50: p50!, p95: p95!, p99: p99! }
  }

  lost(): number {
    return this.#waiting
      .flatMap((one) => [...one.values()])
      .reduce((sum, { size }) => sum + size, 0)
  }
}

/** Gives the clocks that an awareness update tells of, by client. */
function clocksOf(update: Uint8Array): Map<number, number> {
  const decoder = decoding.createDecoder(update)
  const clocks = new Map<number, number>()
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder)
    clocks.set(client, decoding.readVarUint(decoder))
    decoding.readVarString(decoder)
  }
  return clocks
}
