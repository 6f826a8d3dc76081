/**
 * What a story's document says, as far as readiness and the team need it. Read from the document by `lib/doc`, the same
 * in the browser and on the server, and recorded by the server as an event, so that folding the log yields every card (I8).
 */
export interface DocumentFacts {
  /** Something is written under customer value. */
  readonly hasValue: boolean
  /** Acceptance criteria with words in them, nested ones included. */
  readonly criteria: number
  /** A short digest of the criteria's words, order and nesting; '' without criteria. Equal digests: the same criteria. */
  readonly digest: string
  /** Open questions, and how many of them are blocking. */
  readonly openQuestions: number
  readonly blockingQuestions: number
  readonly design: 'missing' | 'linked' | 'not-needed'
}

/** What an empty document says. */
export const NO_FACTS: DocumentFacts = {
  hasValue: false,
  criteria: 0,
  digest: '',
  openQuestions: 0,
  blockingQuestions: 0,
  design: 'missing',
}

/** True when both say the same. */
export function sameFacts(a: DocumentFacts, b: DocumentFacts): boolean {
  return (Object.keys(NO_FACTS) as (keyof DocumentFacts)[]).every((key) => a[key] === b[key])
}
