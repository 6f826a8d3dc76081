import { parseKeybinding } from 'tinykeys'

/** The parts of a KeyboardEvent that matching looks at. */
export interface Press {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** AltGr, which types symbols on many layouts and must not read as Ctrl+Alt. */
  readonly altGraph: boolean
}

/** Gives the presses of a key sequence, like `G R` or `$mod+Shift+Z`. */
export function parseKeys(keys: string): readonly Expected[] {
  return parseKeybinding(keys).map(([mods, key]) => {
    if (typeof key !== 'string') throw new Error(`Keys are names, not patterns: ${keys}`)
    return { mods, key: key === 'Space' ? ' ' : key }
  })
}

interface Expected {
  readonly mods: readonly string[]
  readonly key: string
}

/**
 * True when the press is the expected one. Symbols (`?`, `[`, `/`) are matched by what they print, whichever modifier
 * the layout needs for them; letters also by their place when the layout prints no Latin letter there (UX7).
 */
export function matches(press: Press, { mods, key }: Expected): boolean {
  if (!keyFits(press, key)) return false
  const symbol = key.length === 1 && !isLetter(key) && key !== ' ' && press.key === key
  const wants = (mod: string) => mods.includes(mod)
  if (press.metaKey !== wants('Meta')) return false
  if (!symbol && press.shiftKey !== wants('Shift')) return false
  if (symbol && press.altGraph) return !wants('Control') && !wants('Alt')
  return press.ctrlKey === wants('Control') && press.altKey === wants('Alt')
}

function keyFits(press: Press, key: string): boolean {
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  // An Alt or non-Latin layout puts another character on the key: its place decides. A Latin letter is never overruled,
  // or Q and A would swap on a French keyboard.
  if (press.key.length !== 1 || /^[\x20-\x7e]$/.test(press.key)) return false
  return press.code === codeOf(key)
}

const SYMBOL_CODES: Readonly<Record<string, string>> = {
  '/': 'Slash',
  '?': 'Slash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
}

function codeOf(key: string): string | null {
  if (isLetter(key)) return `Key${key.toUpperCase()}`
  if (/^\d$/.test(key)) return `Digit${key}`
  return SYMBOL_CODES[key] ?? null
}

function isLetter(key: string): boolean {
  return /^[a-z]$/i.test(key)
}

/** True for keys that speech input and slips of the hand type by accident: one character and no Ctrl, Alt or Cmd (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  return parseKeys(keys).every(
    ({ mods, key }) => key.length === 1 && mods.every((mod) => mod === 'Shift'),
  )
}

/** Presses of a sequence may be this far apart, in milliseconds. */
export const SEQUENCE_GAP = 1_000

export interface Sequencer {
  /** A press, with the time it was made at, in milliseconds. */
  press(press: Press, at: number): PressHistory
  /**
   * The page was free at this time to take in what was pressed so far. The gap counts from here: a page that was busy
   * with something else does not break a sequence, whose second key waited for the first.
   */
  takenIn(at: number): void
}

/** Remembers the latest presses, so that a sequence like `G R` can be told from its last key alone. */
export function createSequencer(): Sequencer {
  let recent: Press[] = []
  let freeAt = Number.NEGATIVE_INFINITY
  return {
    press(press, at) {
      recent = at - freeAt > SEQUENCE_GAP ? [] : recent.slice(-3)
      recent.push(press)
      freeAt = at
      const presses = recent
      return {
        endsWith: (keys) => endsWith(presses, parseKeys(keys)),
        consume: () => {
          recent = []
        },
      }
    },
    takenIn(at) {
      freeAt = Math.max(freeAt, at)
    },
  }
}

export interface PressHistory {
  /** How many presses of the sequence were the latest ones: its length when it is complete, else 0. */
  endsWith(keys: string): number
  /** Forgets the presses, so that they do not begin another sequence. */
  consume(): void
}

function endsWith(presses: readonly Press[], expected: readonly Expected[]): number {
  if (presses.length < expected.length) return 0
  const tail = presses.slice(presses.length - expected.length)
  return tail.every((press, index) => matchesAt(press, index)) ? expected.length : 0

  function matchesAt(press: Press, index: number): boolean {
    const wanted = expected[index]
    return wanted !== undefined && matches(press, wanted)
  }
}
