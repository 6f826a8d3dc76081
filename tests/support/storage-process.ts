import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StorageHome } from './storage.ts'

/** What a process of its own said about opening storage. */
export type Opening =
  | { readonly opened: true }
  | {
      readonly opened: false
      readonly name: string
      readonly problem: string
      readonly message: string
    }

const CHILD = fileURLToPath(new URL('storage-child.ts', import.meta.url))

/** Opens storage in a real second process, which holds it until it is ended. */
export async function openInProcess(
  home: StorageHome,
): Promise<{ opening: Opening; child: ChildProcess }> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(home)], {
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  })
  const [opening] = (await once(child, 'message')) as [Opening]
  return { opening, child }
}

/** Ends a process at once, as a crash would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
