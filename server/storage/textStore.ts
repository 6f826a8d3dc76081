/** What is written in stories, as words that are found. They follow the documents and are in no backup. */
export interface TextStore {
  /** Gives up to `limit` stories whose documents were written in since their words were kept, or never were. */
  unread(workspace: string, limit: number): Promise<readonly UnreadText[]>
  /** Keeps what a story says. Has no effect when its document is gone. */
  keep(workspace: string, read: ReadText): Promise<void>
  /**
   * Looks for words in up to `limit` texts, in the order of their stories, behind `after`. Gives where it got to, null at the
   * end, and the texts in which one of them begins a word: which of them, in their order. The words are folded.
   */
  look(
    workspace: string,
    words: readonly string[],
    place: { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly last: string | null; readonly found: readonly FoundText[] }>
  /** Gives the texts of stories, by the story. */
  texts(workspace: string, stories: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export interface UnreadText {
  readonly story: string
  /** Where the log of its document ends. */
  readonly position: number
}

export interface ReadText extends UnreadText {
  readonly text: string
  /** The words of the text, folded (`lib/search/words.ts`). */
  readonly words: readonly string[]
}

export interface FoundText {
  readonly story: string
  readonly has: readonly boolean[]
}
