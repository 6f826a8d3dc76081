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

/** Gives a size in bytes as people read it: "820 kB", "4.2 MB". `locale`: by whose habits. */
export function sizeInWords(bytes: number, locale = 'en-GB'): string {
  if (bytes < 1000) return inUnits(bytes, 'byte', locale)
  const [unit, factor] = UNITS.find(([, one]) => bytes < one * 1000) ?? ['gigabyte', 1e9]
  return inUnits(bytes / factor, unit, locale)
}

const UNITS = [
  ['kilobyte', 1e3],
  ['megabyte', 1e6],
  ['gigabyte', 1e9],
] as const

function inUnits(amount: number, unit: string, locale: string): string {
  const isBytes = unit === 'byte'
  const digits = isBytes || amount >= 10 ? 0 : 1
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: isBytes ? 'long' : 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  })
    .format(amount)
    .replace('\u00a0', ' ')
}

function shortened(name: string): string {
  const characters = Array.from(name)
  const end = characters.slice(-20).join('')
  return `${characters.slice(0, NAME_MAX - 21).join('')}…${end}`
}
