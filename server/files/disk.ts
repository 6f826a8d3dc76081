import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, messageOf } from '#server/storage/errors.ts'
import { type BlobKey, type BlobStore, BlobsUnavailable, checkKey } from './blobs.ts'

/** Blobs as files below `folder`, one each: `<workspace>/<first two digits>/<digest>`. */
export function diskBlobs(folder: string): BlobStore {
  const pathOf = (key: BlobKey) => {
    checkKey(key)
    return join(folder, key.workspace, key.digest.slice(0, 2), key.digest)
  }
  return {
    async take(key, file) {
      const path = pathOf(key)
      await explained(async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await flush(file)
        await rename(file, path).catch((error: unknown) => {
          if (codeOf(error) !== 'EXDEV') throw error
          return copyOver(file, path)
        })
        // Without it the name could be gone after a power cut, and the bytes with it.
        await flush(dirname(path))
      })
    },
    async open(key, range) {
      const path = pathOf(key)
      const isThere = await explained(() => exists(path))
      if (!isThere) return null
      return createReadStream(path, range ? { start: range.first, end: range.last } : {})
    },
    has: (key) => explained(() => exists(pathOf(key))),
    remove: (key) => explained(() => rm(pathOf(key), { force: true })),
  }
}

/** From another disk it is copied beside its place first: half a file never has its name. */
async function copyOver(file: string, path: string): Promise<void> {
  const partial = `${path}.${randomUUID()}`
  try {
    await copyFile(file, partial)
    await flush(partial)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) === '') throw error
    throw new BlobsUnavailable(`The folder of files does not work (${messageOf(error)}).`, {
      cause: error,
    })
  }
}
