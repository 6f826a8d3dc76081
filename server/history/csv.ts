/** Cells that a spreadsheet would run as a formula: by their first character, blanks before it included. */
const FORMULA = /^[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** The same behind what separates cells where the comma separates decimals. */
const BEHIND_SEPARATOR = /([;\t][\s\u0000]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

/** Gives one line of CSV (RFC 4180), its end included. What a spreadsheet would run is written as text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string): string {
  const safe = (FORMULA.test(cell) ? `'${cell}` : cell).replace(BEHIND_SEPARATOR, "$1'")
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
