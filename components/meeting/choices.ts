import { textsOf } from '#components/language/loaded.ts'
import { choicesOf, spreadOf, UNSURE } from '#lib/domain/sessions/ballot.ts'
import { itemOf } from '#lib/domain/sessions/clock.ts'
import type { Session } from '#lib/domain/sessions/session.ts'

/** What is voted in a meeting. */
export const READINESS_CHOICES = choicesOf({ kind: 'meeting' }, undefined)

/** What each is called, in the texts `meeting.votes`. */
const NAMES = new Map([
  ['ready', 'ready'],
  ['needs-work', 'needs-work'],
  ['split', 'split'],
  [UNSURE, 'unsure'],
] as const)

/** Gives what can be voted with what it is called. */
export function namedChoices(): readonly { readonly value: string; readonly name: string }[] {
  const t = textsOf('meeting.votes')
  return [...NAMES].map(([value, name]) => ({ value, name: t(name) }))
}

/** Says how revealed votes lie: "3 Ready, 1 Split". */
export function spreadInWords(session: Session, story: string): string {
  const vote = itemOf(session, story)?.vote
  if (vote?.phase !== 'revealed') return ''
  const names = new Map(namedChoices().map(({ value, name }) => [value, name]))
  return spreadOf(vote.votes, READINESS_CHOICES)
    .counts.map(({ value, people }) => `${people.length} ${names.get(value) ?? value}`)
    .join(', ')
}
