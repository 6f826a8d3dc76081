import type { CommandsResult } from './commands.ts'
import { median } from './measure.ts'
import type { RoomResult } from './room.ts'

const COLUMNS = ['p50', 'p95', 'p99', 'cpu', 'memory'] as const

/** Prints medians over the rounds and, behind each, the ratio to the first peer's. */
export function printTable(
  people: number,
  results: ReadonlyMap<string, readonly RoomResult[]>,
): void {
  const [base] = results.values()
  const rows = [...results].map(([name, rounds]) => {
    const cells = COLUMNS.map((column) => {
      const value = median(rounds.map((round) => round[column]))
      const ratio = value / median(base!.map((round) => round[column]))
      return `${value.toFixed(2)} (${ratio.toFixed(2)})`
    })
    const lost = rounds.reduce((sum, round) => sum + round.lost, 0)
    return `| ${[name, ...cells, String(lost)].join(' | ')} |`
  })
  console.log(`\n${people} people in one document; in brackets the ratio to y-websocket's server`)
  console.log('| server | p50 ms | p95 ms | p99 ms | CPU ms a key | memory MB | lost |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const row of rows) console.log(row)
}

/** What a command costs where it is decided, in CPU milliseconds, by how many follow every list. */
export function printDeciding(costs: ReadonlyMap<number, number>): void {
  console.log('\nDeciding, storing and publishing one command, without the sockets')
  console.log('| people | CPU ms a command |')
  console.log('| --- | --- |')
  for (const [people, cost] of costs) console.log(`| ${people} | ${cost.toFixed(2)} |`)
}

/** What a move costs where it is decided, in CPU milliseconds, by how many people follow the story. */
export function printFollowed(costs: ReadonlyMap<number, number>): void {
  console.log(
    '\nDeciding, storing and publishing a move of a story that people follow, inboxes included',
  )
  console.log('| followers | CPU ms a move |')
  console.log('| --- | --- |')
  for (const [people, cost] of costs) console.log(`| ${people} | ${cost.toFixed(2)} |`)
}

/** Prints what a command takes to everybody's board; in brackets the ratio to a keystroke among as many people. */
export function printCommands(
  stories: number,
  commands: ReadonlyMap<number, readonly CommandsResult[]>,
  keystrokes: ReadonlyMap<number, readonly RoomResult[]>,
): void {
  const count = stories.toLocaleString('en')
  console.log(
    `\nA command to every peer's board, ${count} stories; in brackets the ratio to a keystroke`,
  )
  console.log('| people | p50 ms | p99 ms | answer p50 ms | CPU ms a command | lost |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const [people, rounds] of commands) {
    const keys = keystrokes.get(people) ?? []
    const beside = (column: 'p50' | 'p99') => {
      const value = median(rounds.map((round) => round[column]))
      const key = median(keys.map((round) => round[column]))
      return `${value.toFixed(2)} (${(value / key).toFixed(2)})`
    }
    const [answer, cpu] = (['answer', 'cpu'] as const).map((column) =>
      median(rounds.map((round) => round[column])).toFixed(2),
    )
    const lost = rounds.reduce((sum, round) => sum + round.lost, 0)
    console.log(`| ${[people, beside('p50'), beside('p99'), answer, cpu, lost].join(' | ')} |`)
  }
}
