import { NO_FACTS } from './facts.ts'
import { type Action, isAllowed, type Spot } from './permissions.ts'
import { type Check, type CheckLevel, CHECKS, type Policy } from './policy.ts'
import { isMet, type Judged } from './readiness.ts'
import type { Member } from './state.ts'
import { type Acknowledged, type Side, SIDES, type Story } from './story.ts'
import type { World } from './visibility.ts'

/** What a check is called where its state stands beside it. */
export const CHECK_NAMES: Readonly<Record<Check, string>> = {
  value: 'Customer value',
  criteria: 'Acceptance criteria',
  questions: 'Blocking questions',
  theme: 'Theme',
  persona: 'Persona',
  design: 'Design',
  'few-criteria': 'Small enough',
  acknowledged: 'Acknowledged',
  dependencies: 'Dependencies',
}

/** One line of the Definition of Ready, as a story stands (RD4). */
export interface CheckLine {
  readonly check: Check
  readonly level: Exclude<CheckLevel, 'off'>
  readonly isMet: boolean
  /** What is missing, as a sentence without its full stop; '' when it is met. */
  readonly missing: string
}

/** Gives every check that the policy asks for, the required ones first. */
export function checklist(story: Judged, policy: Policy): readonly CheckLine[] {
  const lines: CheckLine[] = []
  for (const level of ['required', 'advisory'] as const) {
    for (const check of CHECKS) {
      if (policy.checks[check] !== level) continue
      const met = isMet(check, story, policy)
      lines.push({
        check,
        level,
        isMet: met,
        missing: met ? '' : whatIsMissing(check, story, policy),
      })
    }
  }
  return lines
}

/** Gives what a story lacks where a check is not met: "2 blocking questions are open". */
export function whatIsMissing(check: Check, story: Judged, policy: Policy): string {
  const facts = story.facts ?? NO_FACTS
  switch (check) {
    case 'value':
      return 'Nobody has written why it matters'
    case 'criteria':
      return 'There is no acceptance criterion'
    case 'questions':
      return facts.blockingQuestions === 1
        ? 'A blocking question is open'
        : `${facts.blockingQuestions} blocking questions are open`
    case 'theme':
      return 'It has no theme'
    case 'persona':
      return 'Nobody has said whom it is for'
    case 'design':
      return 'No design is linked or attached, or said to be not needed'
    case 'few-criteria':
      return `${facts.criteria} criteria, more than ${policy.mostCriteria}: split the story`
    case 'acknowledged':
      return `${listed(unacknowledged(story.acknowledged).map((side) => SIDE_NAMES[side]))} ${
        unacknowledged(story.acknowledged).length === 1 ? 'has' : 'have'
      } not looked at it`
    case 'dependencies':
      return 'Nobody has said what it waits for'
  }
}

/** What people call the sides that acknowledge a story. */
export const SIDE_NAMES: Readonly<Record<Side, string>> = {
  product: 'Product',
  design: 'Design',
  engineering: 'Engineering',
}

/** `2 checks missing`. */
export function checksMissing(count: number): string {
  return count === 1 ? '1 check missing' : `${count} checks missing`
}

/** Gives who can make a story meet a check, by their names (RD4). */
export function whoCanFix(world: World, story: Story, check: Check): readonly Member[] {
  return whoMay(world, check === 'acknowledged' ? 'refine' : 'edit', { story })
}

/** Gives the members who may do something, by their names. */
export function whoMay(world: World, action: Action, spot: Spot): readonly Member[] {
  return [...world.members.values()]
    .filter((member) => isAllowed(world, member, action, spot))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** Gives people as a sentence names them, whoever reads it first: "You, Bo and 3 others". */
export function named(members: readonly Member[], reader: string): string {
  const names = members.filter(({ id }) => id !== reader).map(({ name }) => name)
  if (names.length < members.length) names.unshift('You')
  if (names.length <= 3) return listed(names)
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`
}

/** Gives who has not looked at a story yet. */
export function unacknowledged(acknowledged: Acknowledged): readonly Side[] {
  return SIDES.filter((side) => acknowledged[side] === undefined)
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
