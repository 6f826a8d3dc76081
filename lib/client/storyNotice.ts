import type { Refusal } from '../domain/refusal.ts'

/** Why the server did not take an edit. A newer one may have codes that are not known here. */
export interface EditRefusal {
  readonly code?: string
  readonly message: string
}

/** Why there is nothing to edit in a story; the page says it in its language. */
export type WhyGone =
  | { readonly code: 'tooNew' | 'notThere' | 'inTrash' }
  | { readonly code: 'notCaptured'; readonly title: string; readonly refusal: Refusal }

/** What a person must know above a story's text; the page says it in its language. */
export type Notice =
  | { readonly code: 'editorTooOld' }
  /** What the server said was wrong with the edit itself: by its code, and in English. */
  | { readonly code: 'refusedEdit'; readonly edit: EditRefusal }
  | {
      readonly code: 'mayOnlyRead'
      /** The text could be changed here before. */
      readonly wasWritable: boolean
      /** Who may write; null: this device does not know. */
      readonly writing: Refusal | null
      /** What was typed last is on this device alone. */
      readonly isLeft: boolean
    }

/** True for two that say the same, also when they were made at different times. */
export function saysSame(one: WhyGone | Notice | null, other: WhyGone | Notice | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
