import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Wire } from '#tests/support/wire.ts'

/** One server under measurement, in a process of its own. */
export interface Peer {
  readonly name: string
  readonly wire: Wire
  readonly pid: number
  readonly token: string
  newDocument(): Promise<string>
  connection(document: string): { url: string }
  /** Plans a live session; gives the frames by which somebody follows it. Only what has sessions has this. */
  newMeeting?(): Promise<readonly Uint8Array[]>
  stop(): Promise<void>
}

export interface Ready {
  readonly port: number
}

/** Starts `tests/load/peers/<file>` and waits until it says where it listens. */
export async function startProcess(file: string): Promise<{ child: ChildProcess; ready: Ready }> {
  const path = fileURLToPath(new URL(`./peers/${file}`, import.meta.url))
  const child = fork(path, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [ready] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${code} before it listened`)
    }),
  ])) as [Ready]
  return { child, ready }
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
