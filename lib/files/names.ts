/** Characters of a file's name; longer ones keep their end, where the kind of file is said. */
export const NAME_MAX = 200

/** Gives a file's name as it is kept and shown: one line without controls, paths and what turns text around; never ''. */
export function readFileName(name: unknown): string {
  const plain = typeof name === 'string' ? name : ''
  const last = plain.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ').split(/[/\\]/)
  const trimmed = (last.findLast((part) => part.trim() !== '') ?? '').replace(/\s+/g, ' ').trim()
  if (trimmed === '' || /^\.+$/.test(trimmed)) return 'file'
  return Array.from(trimmed).length <= NAME_MAX ? trimmed : shortened(trimmed)
}

/** Gives what a name says about the kind of file, in capitals: "PDF"; '' when it says nothing. It is shown, never trusted. */
export function kindInName(name: string): string {
  const [, ending = ''] = /\.([A-Za-z0-9]{1,8})$/.exec(name) ?? []
  return ending.toUpperCase()
}

/** Gives a size in bytes as people read it: "820 kB", "4.2 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  for (const [unit, factor] of UNITS) {
    const amount = bytes / factor
    if (amount < 1000 || unit === 'GB') return `${amount.toFixed(amount < 10 ? 1 : 0)} ${unit}`
  }
  return `${bytes} bytes`
}

const UNITS = [
  ['kB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
] as const

function shortened(name: string): string {
  const characters = Array.from(name)
  const end = characters.slice(-20).join('')
  return `${characters.slice(0, NAME_MAX - 21).join('')}…${end}`
}
