import type { DocumentFacts } from '../facts.ts'
import { type Phrase, phrase } from './told.ts'

/** Tells what a document said after an edit, as far as the Definition of Ready looks at it; nothing for an empty one. */
export function factsInWords(facts: DocumentFacts): Phrase[] {
  const { hasValue, criteria, openQuestions, blockingQuestions, design } = facts
  const all: Phrase[] = []
  if (hasValue) all.push(phrase('hasValue'))
  if (criteria > 0) all.push(phrase('criteria', { count: criteria }))
  if (openQuestions > 0) {
    all.push(phrase('openQuestions', { count: openQuestions, blocking: blockingQuestions }))
  }
  if (design === 'linked') all.push(phrase('designLinked'))
  if (design === 'attached') all.push(phrase('designAttached'))
  if (design === 'not-needed') all.push(phrase('designNotNeeded'))
  return all.length === 0 ? [] : [phrase('with', { parts: { all, between: ', ' } })]
}
