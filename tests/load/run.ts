/**
 * `npm run bench`: keystroke to a peer, server CPU and memory at 2, 25 and 100 people in one document, Sluice beside
 * y-websocket's server and raw Hocuspocus, in interleaved rounds of one run (machines are noisy; read the ratios). Then, with
 * as many people, a command to everybody's board in a workspace of many stories, beside the keystroke; and what deciding and
 * publishing it costs without the sockets. At last, after a build, what a real browser waits for (editing.ts).
 * `--rounds N` (3), `--seconds N` (5), `--people 2,25,100`, `--stories N` (10000; 0: no boards), `--meeting 25,50,100` (empty: none), `--paragraphs N` (5000; 0: no
 * editing in a browser), `--peers N` (20), `--edits N` (200000), `--sizes 100,1000,10000` (boards in a browser; empty: none).
 */
import { type CommandsResult, measureCommands } from './commands.ts'
import { sluice, startPeers } from './peers.ts'
import { measureRoom, type RoomResult } from './room.ts'
import { measureDeciding } from './deciding.ts'
import { measureFollowed } from './followed.ts'
import { printCommands, printDeciding, printFollowed, printTable } from './table.ts'
import { options } from './options.ts'
import { fill } from './workspace.ts'

const { rounds, seconds, stories, crowds } = options
/** What a keystroke takes in Sluice, by how many are in the document. */
const keystrokes = new Map<number, readonly RoomResult[]>()

for (const people of crowds) {
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
  keystrokes.set(people, results.get('Sluice') ?? [])
}

if (options.meetings.length > 0) await import('./meetings.ts')

if (stories > 0) {
  const peer = await sluice()
  try {
    const workspace = await fill(peer, peer.workspace, stories)
    process.stderr.write(`${stories} stories are there\n`)
    const commands = new Map<number, CommandsResult[]>(crowds.map((people) => [people, []]))
    for (let round = 1; round <= rounds; round += 1) {
      for (const people of crowds) {
        commands.get(people)!.push(await measureCommands(peer, workspace, people, seconds))
        process.stderr.write(`round ${round} of ${rounds}, ${people} people, boards\n`)
      }
    }
    printCommands(stories, commands, keystrokes)
  } finally {
    await peer.stop()
  }
  printDeciding(await measureDeciding(stories, crowds))
  printFollowed(await measureFollowed(stories, [0, ...crowds]))
}

if (options.paragraphs > 0) await import('./editing.ts')
if (options.sizes.length > 0) await import('./boards.ts')
