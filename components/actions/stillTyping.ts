/** Who types goes on for a moment after the field has closed, ms. */
export const STILL_TYPING = 300

const WALKS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End'])

/** The parts of a KeyboardEvent that tell typing from a command. */
export interface Typed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** Milliseconds on the event's clock. */
  readonly timeStamp: number
}

export interface StillTyping {
  /**
   * A key that went into a field, whatever became of it there. `chooses`: Enter in it chooses one of the things it lists, as
   * in the palette.
   */
  inField(press: Typed, chooses?: boolean): void
  /**
   * True for a key outside of every field that still belongs to what was typed into one: the letters after the Enter that
   * closed it. It is then no key of the page, and what follows it closely is not either.
   */
  outside(press: Typed): boolean
}

/** Tells keys of the page from the end of a text that was meant for a field which has just closed. */
export function createStillTyping(): StillTyping {
  let until = Number.NEGATIVE_INFINITY
  return {
    inField(press, chooses = false) {
      // These leave a field on purpose: what comes next is meant for where they lead.
      const isSent = press.key === 'Enter' && (press.ctrlKey || press.metaKey || chooses)
      const leaves = press.key === 'Escape' || press.key === 'Tab' || isSent
      until = leaves ? Number.NEGATIVE_INFINITY : press.timeStamp + STILL_TYPING
    },
    outside(press) {
      const types = press.key.length === 1 || ['Enter', 'Backspace', 'Delete'].includes(press.key)
      const isCommand = press.ctrlKey || press.metaKey || press.altKey
      // Whoever gives a command, or walks to another place, does not type on.
      if (isCommand ? press.key.length === 1 : WALKS.has(press.key))
        until = Number.NEGATIVE_INFINITY
      if (!types || isCommand) return false
      if (press.timeStamp >= until) return false
      until = press.timeStamp + STILL_TYPING
      return true
    },
  }
}
