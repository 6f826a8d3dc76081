import type { MoveStory } from '../command.ts'
import { type Case, nameOf } from '../decision.ts'
import type { GateRecord } from '../event.ts'
import { missingInWords } from '../readiness.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Story } from '../story.ts'
import { tidyReason } from './words.ts'

/**
 * [RD1] Gives how the gate judged a story that goes to Ready, or the refusal: in mode `warn` until the person has
 * confirmed, in mode `block` until somebody who may mark it ready says why it goes through all the same.
 */
export function passGate({ state }: Case, story: Story, command: MoveStory): GateRecord | Refusal {
  const { gate: mode } = state.settings.policy
  const { missing } = story.readiness
  const { acknowledged } = story
  const passed = { mode, missing: mode === 'off' ? [] : missing, override: null, acknowledged }
  if (mode === 'off' || missing.length === 0) return passed
  const override = tidyReason(command.override, false)
  if (override !== null && typeof override !== 'string') return override
  if (override !== null) return { ...passed, override }
  if (mode === 'warn' && command.confirmed) return passed
  const why = `${nameOf(story)} is not ready: ${missingInWords(missing)}.`
  const way =
    mode === 'warn'
      ? 'Complete it, or confirm that it goes to Ready all the same.'
      : 'Complete it, or say why it goes to Ready all the same.'
  return { ...refuse('notReady', `${why} ${way}`), missing }
}
