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
  /** A file attached says more than a link. */
  readonly design: 'missing' | 'linked' | 'attached' | 'not-needed'
  /** The people who are mentioned in the text: their ids, sorted. Absent in what was read before inboxes were kept. */
  readonly mentioned?: readonly string[]
  /** The teams that are mentioned in the text: their ids, sorted. Absent in what was read before texts could name teams. */
  readonly teams?: readonly string[]
  /** The open questions that can be linked to, in their order, at most ASKED_MAX. Absent as `mentioned`. */
  readonly asked?: readonly AskedQuestion[]
}

/** An open question as lists and inboxes show it. */
export interface AskedQuestion {
  readonly id: string
  /** Who wrote it down and who is to answer it: ids of people who were members then. */
  readonly by: string | null
  readonly owner: string | null
  readonly blocking: boolean
  /** Its beginning, at most 140 characters. */
  readonly text: string
}

export const ASKED_MAX = 50
export const MENTIONED_MAX = 100

/** What an empty document says. */
export const NO_FACTS: DocumentFacts = {
  hasValue: false,
  criteria: 0,
  digest: '',
  openQuestions: 0,
  blockingQuestions: 0,
  design: 'missing',
  mentioned: [],
  teams: [],
  asked: [],
}

/** True when the two differ in nothing but the words of questions that both have: that can wait for a pause. */
export function differInWordingOnly(a: DocumentFacts, b: DocumentFacts): boolean {
  const wordless = (facts: DocumentFacts) => ({
    ...facts,
    asked: facts.asked?.map((question) => ({ ...question, text: '' })),
  })
  return !sameFacts(a, b) && sameFacts(wordless(a), wordless(b))
}

/** True when both say the same. */
export function sameFacts(a: DocumentFacts, b: DocumentFacts): boolean {
  return (Object.keys(NO_FACTS) as (keyof DocumentFacts)[]).every((key) => {
    if (key !== 'mentioned' && key !== 'teams' && key !== 'asked') return a[key] === b[key]
    // Read before inboxes were kept: what is not there now is no news either.
    return a[key] === b[key] || JSON.stringify(a[key] ?? []) === JSON.stringify(b[key] ?? [])
  })
}
