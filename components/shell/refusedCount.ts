import { changes } from './syncText.ts'

/** `1 change was not accepted`. */
export function howManyRefused(count: number): string {
  return count === 1 ? '1 change was not accepted' : `${changes(count)} were not accepted`
}
