import type { DocumentFacts } from '../facts.ts'
import { count } from './told.ts'

/** Tells what a document said after an edit, as far as the Definition of Ready looks at it; nothing for an empty one. */
export function factsInWords(facts: DocumentFacts): string[] {
  const { hasValue, criteria, openQuestions, blockingQuestions, design } = facts
  const said: string[] = []
  if (hasValue) said.push('customer value')
  if (criteria > 0) said.push(count(criteria, 'criterion', 'criteria'))
  if (openQuestions > 0) {
    const blocking = blockingQuestions > 0 ? ` (${blockingQuestions} blocking)` : ''
    said.push(`${count(openQuestions, 'open question')}${blocking}`)
  }
  if (design === 'linked') said.push('design linked')
  if (design === 'attached') said.push('design attached')
  if (design === 'not-needed') said.push('no design needed')
  return said.length === 0 ? [] : [`With ${said.join(', ')}`]
}
