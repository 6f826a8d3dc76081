import { type Action, isAllowed, type Spot } from './permissions.ts'
import { type Check, type CheckLevel, CHECKS, type Policy } from './policy.ts'
import { isMet, type Judged } from './readiness.ts'
import type { Member } from './state.ts'
import { type Acknowledged, type Side, SIDES, type Story } from './story.ts'
import type { World } from './visibility.ts'

/** One line of the Definition of Ready, as a story stands (RD4). */
export interface CheckLine {
  readonly check: Check
  readonly level: Exclude<CheckLevel, 'off'>
  readonly isMet: boolean
}

/** Gives every check that the policy asks for, the required ones first. */
export function checklist(story: Judged, policy: Policy): readonly CheckLine[] {
  const lines: CheckLine[] = []
  for (const level of ['required', 'advisory'] as const) {
    for (const check of CHECKS) {
      if (policy.checks[check] !== level) continue
      lines.push({ check, level, isMet: isMet(check, story, policy) })
    }
  }
  return lines
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

/** Gives who has not looked at a story yet. */
export function unacknowledged(acknowledged: Acknowledged): readonly Side[] {
  return SIDES.filter((side) => acknowledged[side] === undefined)
}
