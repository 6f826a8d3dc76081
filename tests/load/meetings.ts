/**
 * Part of `npm run bench`: a meeting of so many people about one story, in Sluice beside y-websocket's server and raw
 * Hocuspocus, in interleaved rounds of one run. By itself it takes the same options as the whole (run.ts).
 */
import { median } from './measure.ts'
import { measureMeeting, type MeetingResult } from './meeting.ts'
import { options } from './options.ts'
import { startPeers } from './peers.ts'

const { rounds, seconds, meetings } = options

const COLUMNS: readonly (readonly [string, (one: MeetingResult) => number])[] = [
  ['key p50 ms', ({ keys }) => keys.p50],
  ['p95', ({ keys }) => keys.p95],
  ['p99', ({ keys }) => keys.p99],
  ['cursor p50 ms', ({ cursors }) => cursors.p50],
  ['p95', ({ cursors }) => cursors.p95],
  ['p99', ({ cursors }) => cursors.p99],
  ['kB a person and second', ({ bytes }) => bytes / 1_000],
  ['CPU %', ({ cpu }) => cpu],
  ['memory MB', ({ memory }) => memory],
]

console.log(
  '\nA meeting: ten type, everybody has a cursor, all follow the session; in brackets the ratio to y-websocket',
)
console.log(`| people | server | ${COLUMNS.map(([title]) => title).join(' | ')} | lost |`)
console.log(`| --- | --- |${' --- |'.repeat(COLUMNS.length + 1)}`)
for (const people of meetings) {
  const results = new Map<string, MeetingResult[]>()
  for (let round = 1; round <= rounds; round += 1) {
    const peers = await startPeers()
    for (const { name } of peers) if (!results.has(name)) results.set(name, [])
    try {
      // Another order each round, so that none is always first after the pause.
      const order = [...peers.slice(round % peers.length), ...peers.slice(0, round % peers.length)]
      for (const peer of order) {
        results.get(peer.name)!.push(await measureMeeting(peer, people, seconds))
        process.stderr.write(`round ${round} of ${rounds}, a meeting of ${people}, ${peer.name}\n`)
      }
    } finally {
      await Promise.all(peers.map((peer) => peer.stop()))
    }
  }
  print(people, results)
}

function print(people: number, results: ReadonlyMap<string, readonly MeetingResult[]>): void {
  const [base] = results.values()
  for (const [name, all] of results) {
    const cells = COLUMNS.map(([, of]) => {
      const value = median(all.map(of))
      return `${value.toFixed(1)} (${(value / median(base!.map(of))).toFixed(2)})`
    })
    const lost = all.reduce((sum, one) => sum + one.lost, 0)
    console.log(`| ${[people, name, ...cells, lost].join(' | ')} |`)
  }
}
