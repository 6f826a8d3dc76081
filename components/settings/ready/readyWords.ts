import type { Check, CheckLevel, GateMode, Policy } from '#lib/domain/policy.ts'
import { STAGE_NAMES } from '#lib/domain/stage.ts'

/** RD1: what the gate does in each mode, in a sentence. */
export const GATE_MEANINGS: Record<GateMode, { readonly name: string; readonly meaning: string }> =
  {
    off: {
      name: 'Off',
      meaning:
        'Any story in Refinement can be marked ready. The checks are shown, and that is all.',
    },
    warn: {
      name: 'Warn',
      meaning:
        'Whoever marks a story ready sees which required checks are missing and confirms. History keeps what was missing.',
    },
    block: {
      name: 'Block',
      meaning:
        'A story that misses a required check stays in Refinement, unless whoever may mark it ready says why it goes through all the same. The reason is on record.',
    },
  }

/** RD2: what each check asks for. */
export const CHECK_MEANINGS: Record<Check, string> = {
  value: 'Something is written under customer value.',
  criteria: 'At least one acceptance criterion.',
  questions: 'No blocking question is open.',
  theme: 'The story belongs to a theme.',
  persona: 'It says whom it is for, or that no persona is needed.',
  design: 'A design is linked or attached, or said to be not needed.',
  'few-criteria': 'It has few enough acceptance criteria; else it should be split.',
  acknowledged: 'Product, design and engineering have each acknowledged it.',
  dependencies: 'It names the stories it waits for, or says that there are none.',
}

export const LEVEL_NAMES: Record<CheckLevel, string> = {
  required: 'Required',
  advisory: 'Advisory',
  off: 'Off',
}

/** What people call the stages that have a limit of age. */
export const AGEING_NAMES: Record<keyof Policy['ageing'], string> = {
  idea: STAGE_NAMES.idea,
  refinement: STAGE_NAMES.refinement,
  ready: STAGE_NAMES.ready,
}
