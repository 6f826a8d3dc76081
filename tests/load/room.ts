import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { cpuSeconds, percentile, residentMegabytes } from './measure.ts'
import type { Peer } from './peer.ts'
import { Typist } from './typist.ts'

export interface RoomResult {
  /** Milliseconds from a keystroke to the moment a probe's socket has it. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** CPU milliseconds of the server per keystroke. */
  readonly cpu: number
  /** Resident MB of the server at the end, and what the room added to it. */
  readonly memory: number
  readonly keystrokes: number
  readonly lost: number
}

const KEYS_PER_SECOND = 5
const MAX_TYPING = 25
const PROBES = 2

/** Puts `people` into one new document, lets up to 25 of them type with cursors for `seconds`, and measures. */
export async function measureRoom(
  peer: Peer,
  people: number,
  seconds: number,
): Promise<RoomResult> {
  const document = await peer.newDocument()
  const sentAt = new Map<number, number[]>()
  const latencies: number[] = []
  const seen = Array.from({ length: PROBES }, () => new Map<number, number>())
  const onProbe = (probe: number) => (update: Uint8Array) => {
    const now = performance.now()
    for (const [client, to] of Y.parseUpdateMeta(update).to) {
      const times = sentAt.get(client)
      // Servers echo; a person's own key coming back is not what is measured.
      if (!times || client === typists[probe]?.doc.clientID) continue
      const from = seen[probe]!.get(client) ?? 0
      for (let clock = from; clock < to; clock += 1) {
        const at = times[clock]
        if (at !== undefined) latencies.push(now - at)
      }
      seen[probe]!.set(client, Math.max(from, to))
    }
  }
  const typists: Typist[] = Array.from({ length: people }, (_, index) => {
    const probe = index < Math.min(PROBES, people) ? onProbe(index) : null
    return new Typist(
      { ...peer.connection(document), wire: peer.wire, document, token: peer.token },
      probe,
    )
  })
  await Promise.all(typists.map(({ synced }) => synced))
  const typing = typists.slice(-MAX_TYPING)
  for (const typist of typing) typist.begin()
  await pause(500)
  for (const { doc } of typing) sentAt.set(doc.clientID, [])
  latencies.length = 0

  const cpuBefore = cpuSeconds(peer.pid)
  let keystrokes = 0
  const started = performance.now()
  const interval = 1_000 / KEYS_PER_SECOND
  await Promise.all(
    typing.map(async (typist, index) => {
      await pause((interval * index) / typing.length)
      for (let key = 0; key < seconds * KEYS_PER_SECOND; key += 1) {
        const clock = Y.getState(typist.doc.store, typist.doc.clientID)
        sentAt.get(typist.doc.clientID)![clock] = performance.now()
        typist.type()
        keystrokes += 1
        await pause(
          Math.max(0, started + interval * (key + 1 + index / typing.length) - performance.now()),
        )
      }
    }),
  )
  await pause(500)
  const cpu = ((cpuSeconds(peer.pid) - cpuBefore) * 1_000) / keystrokes
  const memory = residentMegabytes(peer.pid)
  for (const typist of typists) typist.close()
  latencies.sort((a, b) => a - b)
  const expected = typing.length * seconds * KEYS_PER_SECOND * Math.min(PROBES, people)
  const own = typing.filter((typist) => typists.indexOf(typist) < Math.min(PROBES, people)).length
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpu,
    memory,
    keystrokes,
    lost: expected - own * seconds * KEYS_PER_SECOND - latencies.length,
  }
}
