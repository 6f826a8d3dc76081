/**
 * `node tests/load/bytes.ts`, after a build: what a browser fetches as JavaScript before the board can be used, and for the
 * editor, which comes when the page is idle (ARCHITECTURE, budgets). Bytes compressed with gzip, largest first.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUILD = '.next'
const PAGE = '[project]/app/w/[workspace]/[[...path]]/page'
const BUDGETS = { board: 270_000, editor: 150_000 }

const board = sizes(boardFiles())
const editor = sizes(globSync('static/chunks/*.js', { cwd: BUILD }))
  .filter(({ file }) => readFileSync(join(BUILD, file), 'utf8').includes('ProseMirror'))
  .slice(0, 1)
print('The board before its first card', board, BUDGETS.board)
print("The editor's largest part", editor, BUDGETS.editor)
if (board.some(({ file }) => file === editor[0]?.file)) {
  console.log('The editor is part of what the board waits for.')
  process.exitCode = 1
}

/** Gives the scripts of the board's page: the framework's own, and those of its layout and itself. */
function boardFiles(): string[] {
  const { rootMainFiles } = JSON.parse(
    readFileSync(join(BUILD, 'build-manifest.json'), 'utf8'),
  ) as { rootMainFiles: string[] }
  const [manifest] = globSync('server/app/w/**/page_client-reference-manifest.js', { cwd: BUILD })
  if (!manifest) throw new Error('There is no build: run npm run build first')
  // The manifest is a script that assigns one JSON value.
  const text = readFileSync(join(BUILD, manifest), 'utf8')
  const { entryJSFiles } = JSON.parse(/=\s*(\{.*\});?\s*$/s.exec(text)?.[1] ?? 'null') as {
    entryJSFiles: Record<string, string[]>
  }
  return [...rootMainFiles, ...(entryJSFiles[PAGE] ?? [])]
}

function sizes(files: readonly string[]): { file: string; bytes: number }[] {
  return [...new Set(files)]
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(BUILD, file))).length }))
    .sort((a, b) => b.bytes - a.bytes)
}

function print(name: string, files: { file: string; bytes: number }[], budget: number): void {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`\n${name}: ${kilo(total)} of ${kilo(budget)}`)
  for (const { file, bytes } of files) console.log(`  ${kilo(bytes).padStart(9)}  ${file}`)
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
