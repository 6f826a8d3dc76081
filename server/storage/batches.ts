/** Rows per statement: far below SQLite's 32,766 and Postgres's 65,535 parameters, with up to 15 columns. */
const ROWS = 1_000

/** Cuts rows into the batches of multi-row inserts. */
export function* inBatches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += ROWS) yield rows.slice(start, start + ROWS)
}
