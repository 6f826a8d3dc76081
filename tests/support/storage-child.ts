import { CannotOpenStorage } from '#server/storage/errors.ts'
import { openStorage } from '#server/storage/open.ts'
import type { StorageHome } from './storage.ts'
import type { Opening } from './storage-process.ts'

/** The second process of `openInProcess`: says how opening went, and ends when its parent does. */
const home = JSON.parse(process.argv[2] ?? '') as StorageHome
const tell = (opening: Opening) => process.send?.(opening)

process.on('disconnect', () => process.exit())
try {
  await openStorage(home)
  tell({ opened: true })
} catch (error) {
  const { name, message } = error as Error
  const problem = error instanceof CannotOpenStorage ? error.problem : ''
  tell({ opened: false, name, problem, message })
}
