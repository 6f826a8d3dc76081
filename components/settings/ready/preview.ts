import type { Check, Policy } from '#lib/domain/policy.ts'
import { readinessOf } from '#lib/domain/readiness.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'

/** The stages on either side of the gate: what another Definition of Ready means is seen there. */
export const GATE_STAGES = ['refinement', 'ready'] as const
export type GateStage = (typeof GATE_STAGES)[number]

export interface StagePreview {
  /** Stories in the stage. */
  readonly of: number
  /** Those that pass now, and those that would. */
  readonly passing: number
  readonly wouldPass: number
}

/** A story that a new policy judges otherwise. */
export interface JudgedOtherwise {
  readonly story: AreaStory
  readonly passes: boolean
  /** What it would lack: empty when it passes. */
  readonly missing: readonly Check[]
}

export interface Preview {
  readonly stages: Readonly<Record<GateStage, StagePreview>>
  /** Those of Ready first, because they would no longer belong there; each stage in its order. */
  readonly changed: readonly JudgedOtherwise[]
}

type Columns = Readonly<Record<Stage, readonly AreaStory[]>>

/** Judges the stories at the gate by two policies: the one in force and the one being edited. */
export function previewOf(columns: Columns, inForce: Policy, draft: Policy): Preview {
  const ready = judge(columns.ready, inForce, draft)
  const refinement = judge(columns.refinement, inForce, draft)
  return {
    stages: { refinement: refinement.stage, ready: ready.stage },
    changed: [...ready.changed, ...refinement.changed],
  }
}

function judge(stories: readonly AreaStory[], inForce: Policy, draft: Policy) {
  const changed: JudgedOtherwise[] = []
  let passing = 0
  let wouldPass = 0
  for (const story of stories) {
    const passed = readinessOf(story, inForce).missing.length === 0
    const { missing } = readinessOf(story, draft)
    const passes = missing.length === 0
    if (passed) passing += 1
    if (passes) wouldPass += 1
    if (passed !== passes) changed.push({ story, passes, missing })
  }
  return { stage: { of: stories.length, passing, wouldPass }, changed }
}

/** Gives how many stories of a stage have been in it for longer than so many days. `now`: milliseconds since the epoch. */
export function olderThan(stories: readonly AreaStory[], days: number, now: number): number {
  const before = now - days * DAY
  return stories.filter(({ enteredStageAt }) => enteredStageAt < before).length
}

const DAY = 24 * 60 * 60 * 1_000
