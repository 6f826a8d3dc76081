/** A field that has not opened by then does not open any more, ms. */
export const PATIENCE = 5_000
/** A text that was pressed opens in the end, ms. */
export const PATIENCE_OF_TEXT = 60_000

/** The parts of a KeyboardEvent that type-ahead looks at. */
export interface AheadKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** AltGr writes letters although it reports Ctrl and Alt. */
  getModifierState(key: 'AltGraph'): boolean
  /** Milliseconds on the event's clock. */
  readonly timeStamp: number
}

/** What was typed for a field before it was there. */
export interface Ahead {
  readonly text: string
  /** Enter was pressed behind the text. */
  readonly entered: boolean
}

export interface TypeAhead {
  /**
   * From now on what is typed is meant for a field that is about to open, or for a text, in which Enter is a new line. `at`:
   * milliseconds on the clock of events.
   */
  expect(at: number, what?: 'field' | 'text'): void
  /** True for a key that is kept for that field: nothing else may hear of it. */
  take(press: AheadKey): boolean
  /** The field is there: gives what was typed for it, and keeps nothing any more. */
  give(): Ahead | null
  /** Nothing is kept any more: somebody has turned to something else. */
  drop(): void
  isExpecting(): boolean
}

/**
 * Keeps what is typed between the key that opens a field and the moment the field has the focus, which may be a fetch of
 * its code away: without it the first letters were keys of the page, or words in the text behind.
 */
export function createTypeAhead(): TypeAhead {
  let until = Number.NEGATIVE_INFINITY
  let text = ''
  let entered = false
  let hasLines = false
  const drop = () => {
    until = Number.NEGATIVE_INFINITY
    text = ''
    entered = false
  }
  return {
    expect(at, what = 'field') {
      drop()
      hasLines = what === 'text'
      until = at + (hasLines ? PATIENCE_OF_TEXT : PATIENCE)
    },
    take(press) {
      if (press.timeStamp >= until) drop()
      if (until === Number.NEGATIVE_INFINITY) return false
      const writes = press.getModifierState('AltGraph')
      if ((press.ctrlKey || press.metaKey || press.altKey) && !writes) {
        if (press.key.length === 1) drop()
        return false
      }
      if (press.key === 'Escape' || press.key === 'Tab') drop()
      else if (press.key === 'Backspace') text = [...text].slice(0, -1).join('')
      else if (press.key === 'Enter' && hasLines) text += '\n'
      else if (press.key === 'Enter') entered = true
      else if ([...press.key].length === 1) text += entered ? '' : press.key
      else return false
      return until !== Number.NEGATIVE_INFINITY
    },
    give() {
      const given = text || entered ? { text, entered } : null
      drop()
      return given
    },
    drop,
    isExpecting: () => until !== Number.NEGATIVE_INFINITY,
  }
}
