import { sizeInWords } from './names.ts'

/** Why a file is not taken: it is too large. `size` in bytes, null when it was not heard to the end. */
export function tooLargeSentence(name: string, size: number | null, most: number): string {
  const is = size === null ? 'is' : `has ${sizeInWords(size)},`
  return `“${name}” ${is} more than the ${sizeInWords(most)} that one file may have. Nothing was stored. Make it smaller, or link to it.`
}

/** Why a file is not taken: there is nothing in it. */
export function emptySentence(name: string): string {
  return `“${name}” is empty. Nothing was stored. Choose the file again.`
}

/** Bytes that one file may have where the server has not said otherwise. */
export const USUAL_FILE_BYTES = 25e6
