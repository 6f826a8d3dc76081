import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What may be fetched as JavaScript, bytes with gzip (ARCHITECTURE, budgets). */
export const BYTES_MAX = { board: 270_000, editor: 150_000 }

const BUILD = '.next'
const PAGE = '[project]/app/w/[workspace]/[[...path]]/page'

export interface Script {
  readonly file: string
  /** Compressed with gzip. */
  readonly bytes: number
}

/** Gives the scripts a browser fetches before the board can be used, largest first: the framework's own, its layout's, its page's. */
export function boardScripts(): Script[] {
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
  return scriptsOf([...rootMainFiles, ...(entryJSFiles[PAGE] ?? [])])
}

/** Gives the largest part of the editor, which is fetched when the page is idle. */
export function editorScript(): Script {
  const [largest] = scriptsOf(globSync('static/chunks/*.js', { cwd: BUILD })).filter(({ file }) =>
    readFileSync(join(BUILD, file), 'utf8').includes('ProseMirror'),
  )
  if (!largest) throw new Error('The build has no editor')
  return largest
}

/** Gives the bytes of all of them. */
export function sum(scripts: readonly Script[]): number {
  return scripts.reduce((total, { bytes }) => total + bytes, 0)
}

/** Gives files of the build, each once, largest first. */
export function scriptsOf(files: readonly string[]): Script[] {
  return [...new Set(files)]
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(BUILD, file))).length }))
    .sort((a, b) => b.bytes - a.bytes)
}
