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
