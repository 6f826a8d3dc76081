import type { StoredHere } from '#lib/client/kept/storedHere.ts'

const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

/** `under 0.1 MB`, `12.4 MB`, `310 MB`, `12 GB`. */
export function megabytes(bytes: number): string {
  if (bytes >= GIGABYTE) return `${rounded(bytes / GIGABYTE)} GB`
  return bytes < MEGABYTE / 10 ? 'under 0.1 MB' : `${rounded(bytes / MEGABYTE)} MB`
}

/** Says what of a workspace is here: "120 of 124 stories with their text (1.2 MB), 14 discussions, 3 files (2 MB)". */
export function contentsInWords(kept: StoredHere): string {
  if (kept.stories === 0 && kept.texts === 0 && kept.files === 0) return 'Nothing of it is here'
  // Of a story that has left the lists the text may still be here.
  const all = Math.max(kept.stories, kept.texts)
  const parts = [
    `${counted(kept.texts)} of ${all === 1 ? '1 story' : `${counted(all)} stories`} with text (${megabytes(kept.textBytes)})`,
    many(kept.discussions, 'discussion'),
    kept.files === 0 ? '' : `${many(kept.files, 'file')} (${megabytes(kept.fileBytes)})`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function many(count: number, thing: string): string {
  return count === 0 ? '' : `${counted(count)} ${thing}${count === 1 ? '' : 's'}`
}

function counted(count: number): string {
  return count.toLocaleString('en')
}

function rounded(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: amount < 100 ? 1 : 0 })
}
