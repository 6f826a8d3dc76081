/**
 * `npm run bench`: keystroke to a peer, server CPU and memory at 2, 25 and 100 people in one document, Sluice beside
 * y-websocket's server and raw Hocuspocus, in interleaved rounds of one run (machines are noisy; read the ratios).
 * `--rounds N` (3), `--seconds N` (5), `--people 2,25,100`.
 */
import { parseArgs } from 'node:util'
import { startPeers } from './peers.ts'
import { measureRoom, type RoomResult } from './room.ts'
import { printTable } from './table.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    people: { type: 'string', default: '2,25,100' },
  },
})
const rounds = Number(values.rounds)
const seconds = Number(values.seconds)

for (const people of values.people.split(',').map(Number)) {
  const results = new Map<string, RoomResult[]>()
  for (let round = 1; round <= rounds; round += 1) {
    const peers = await startPeers()
    // Another order each round, so that none is always first after the pause.
    const order = [...peers.slice(round % peers.length), ...peers.slice(0, round % peers.length)]
    for (const { name } of peers) if (!results.has(name)) results.set(name, [])
    try {
      for (const peer of order) {
        results.get(peer.name)!.push(await measureRoom(peer, people, seconds))
        process.stderr.write(`round ${round} of ${rounds}, ${people} people, ${peer.name}\n`)
      }
    } finally {
      await Promise.all(peers.map((peer) => peer.stop()))
    }
  }
  printTable(people, results)
}
