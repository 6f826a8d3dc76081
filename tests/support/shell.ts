import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { StorageHome } from './storage.ts'

const CLI = fileURLToPath(new URL('../../server/admin/cli.ts', import.meta.url))

/** What a shell command did. */
export interface ShellResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the administration command of the shell on an instance, as a process of its own. */
export async function sluice(
  home: StorageHome,
  words: readonly string[],
  input = '',
): Promise<ShellResult> {
  const child = spawn(process.execPath, [CLI, ...words], {
    env: {
      ...process.env,
      INIT_CWD: home.dataDir,
      DATA_DIR: home.dataDir,
      DATABASE_URL: home.databaseUrl ?? '',
    },
  })
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: child.exitCode, stdout, stderr }
}
