/**
 * `node tests/load/bytes.ts`, after a build: what a browser fetches as JavaScript before the board can be used, and for the
 * editor, which comes when the page is idle (ARCHITECTURE, budgets). Bytes compressed with gzip, largest first.
 */
import {
  boardScripts,
  BYTES_MAX,
  editorScript,
  type Script,
  sum,
} from '#tests/support/pageBytes.ts'

print('The board before its first card', boardScripts(), BYTES_MAX.board)
print("The editor's largest part", [editorScript()], BYTES_MAX.editor)

function print(name: string, scripts: readonly Script[], budget: number): void {
  console.log(`\n${name}: ${kilo(sum(scripts))} of ${kilo(budget)}`)
  for (const { file, bytes } of scripts) console.log(`  ${kilo(bytes).padStart(9)}  ${file}`)
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
