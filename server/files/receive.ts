import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SNIFFED_BYTES } from '#lib/files/sniff.ts'

/** A file that has arrived, on this machine's disk under a name of its own. */
export interface Received {
  readonly path: string
  readonly size: number
  /** SHA-256, hexadecimal. */
  readonly digest: string
  /** Its first bytes, to be judged by. */
  readonly head: Uint8Array
  /** Removes it, unless it was taken over. */
  discard(): Promise<void>
}

/** Makes the folder in which files wait while they arrive; what an earlier process left there is removed. */
export async function openInbox(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/**
 * Writes what arrives to the disk while it is hashed, and never more than `most` bytes of it (FI5). Gives 'tooLarge' or
 * 'broken' with nothing left behind. Rejects when the disk does not take it.
 */
export async function receive(
  source: Readable,
  folder: string,
  most: number,
): Promise<Received | 'tooLarge' | 'broken'> {
  const path = join(folder, randomUUID())
  const discard = () => rm(path, { force: true })
  const hash = createHash('sha256')
  let size = 0
  const meter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength
      if (size > most) return done(new TooLarge())
      hash.update(chunk)
      done(null, chunk)
    },
  })
  // The source outlives it: whoever still sends gets an answer.
  const sent = readAll(source, meter)
  try {
    await Promise.all([
      pipeline(meter, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })),
      sent,
    ])
  } catch (error) {
    await discard()
    if (error instanceof TooLarge) return 'tooLarge'
    if (error instanceof Broken) return 'broken'
    throw error
  }
  return { path, size, digest: hash.digest('hex'), head: await headOf(path), discard }
}

class TooLarge extends Error {}
class Broken extends Error {}

/** Passes on what a request sends, as fast as it is taken; unlike a pipe it leaves the request open when that fails. */
function readAll(source: Readable, into: Transform): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (error?: Error) => {
      source.off('data', onData)
      source.off('end', onEnd)
      source.off('close', onBroken)
      source.off('error', onBroken)
      if (!error) return resolve()
      reject(error)
      into.destroy(error)
    }
    const onData = (chunk: Uint8Array) => {
      if (into.write(chunk)) return
      source.pause()
      into.once('drain', () => source.resume())
    }
    const onEnd = () => {
      into.end()
      stop()
    }
    const onBroken = () => stop(new Broken())
    into.once('error', (error) => {
      stop(error)
      // What still comes is read and dropped.
      source.resume()
    })
    source.on('data', onData)
    source.on('end', onEnd)
    source.on('close', onBroken)
    source.on('error', onBroken)
  })
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const head = new Uint8Array(SNIFFED_BYTES)
    const { bytesRead } = await file.read(head, 0, SNIFFED_BYTES, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
