import type { Story } from '../domain/story.ts'

/** `GET …/search`: stories by what their cards, texts and comments say, what was written in last first. */
export interface ServerFound {
  readonly hits: readonly ServerHit[]
  /** There are more than these. */
  readonly more: boolean
  /** Some texts are not read yet: asking again may find more. */
  readonly reading: boolean
}

export interface ServerHit {
  readonly id: string
  /** Where it says what was asked for, in pieces; null: on its card. */
  readonly excerpt: {
    readonly from: 'text' | 'comment' | 'reason'
    readonly pieces: readonly { readonly text: string; readonly isHit: boolean }[]
  } | null
}

/** So many characters of a question are looked at. */
export const QUESTION_MAX = 200

/** `POST …/resembling`: for each title the closed stories that resemble it and are on no device unless asked for. */
export interface ServerResembling {
  readonly found: readonly (readonly Story[])[]
}

/** So many titles are looked at in one question. */
export const TITLES_MAX = 200
