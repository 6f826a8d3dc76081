import type { Undo } from './action.ts'

/** UX9: only what this person did in this tab is here, so undo never takes back anybody else's work. */
export const UNDO_DEPTH = 50

export interface Undoable {
  readonly said: string
  /** Null: nothing takes it back. */
  readonly undo: Undo | null
  /** What is said once it was taken back; without it that it was. */
  readonly undone?: string
}

export interface UndoStack {
  push(entry: Undoable): void
  /** Takes the newest entry off and gives it, or null when there is none. */
  pop(): Undoable | null
  /** Takes this entry off, wherever it is (its toast's Undo was pressed); false when it is gone already. */
  take(entry: Undoable): boolean
  /** Takes off the entry that this function takes back; null when it is gone already. */
  forget(undo: Undo): Undoable | null
  readonly size: number
  clear(): void
}

/** Makes an undo stack. Beyond `UNDO_DEPTH` the oldest entry is forgotten. */
export function createUndoStack(): UndoStack {
  const entries: Undoable[] = []
  return {
    push(entry) {
      entries.push(entry)
      if (entries.length > UNDO_DEPTH) entries.shift()
    },
    pop: () => entries.pop() ?? null,
    take(entry) {
      const at = entries.lastIndexOf(entry)
      if (at < 0) return false
      entries.splice(at, 1)
      return true
    },
    forget(undo) {
      const at = entries.findIndex((entry) => entry.undo === undo)
      return at < 0 ? null : (entries.splice(at, 1)[0] ?? null)
    },
    get size() {
      return entries.length
    },
    clear() {
      entries.length = 0
    },
  }
}

/** Who works fast is told of the latest change only, in one toast; those before it are taken back by Ctrl/Cmd+Z. */
export const LATEST = 'latest'

export const undoStack = createUndoStack()

/** What was taken back, the newest last: `undo` of an entry does it again. */
export const redoStack = createUndoStack()
