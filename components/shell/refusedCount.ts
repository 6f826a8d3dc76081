import { textsOf } from '#components/language/loaded.ts'

/** `1 change was not accepted`. */
export function howManyRefused(count: number): string {
  return textsOf('shell')('refused', { count })
}
