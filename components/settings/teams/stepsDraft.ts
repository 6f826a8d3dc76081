import type { NewCommand } from '#lib/domain/command.ts'
import type { Step, StepCategory } from '#lib/domain/team.ts'

/**
 * A team's steps while they are edited. A removed step that exists already stays in its place until all is saved, with
 * its heir: so the removal can be taken back, and nobody forgets where its stories go.
 */
export type StepsDraft = readonly DraftStep[]

export interface DraftStep extends Step {
  /** The step that takes its stories over; null while it stays. */
  readonly heir: string | null
}

/** Gives a team's steps to edit. */
export function draftOf(steps: readonly Step[]): StepsDraft {
  return steps.map((step) => ({ ...step, heir: null }))
}

/** Adds a step in progress before the first that means "done". */
export function addStep(draft: StepsDraft, id: string): StepsDraft {
  const step: DraftStep = { id, name: '', category: 'in-progress', heir: null }
  const done = draft.findIndex(({ category }) => category === 'done')
  return done === -1 ? [...draft, step] : draft.toSpliced(done, 0, step)
}

/** Gives a step another name or category, or says where the stories of a removed one go. */
export function changeStep(
  draft: StepsDraft,
  id: string,
  change: { readonly name?: string; readonly category?: StepCategory; readonly heir?: string },
): StepsDraft {
  return draft.map((step) => (step.id === id ? { ...step, ...change } : step))
}

/** Puts a step behind another one, or at the top (null). */
export function placeStep(draft: StepsDraft, id: string, after: string | null): StepsDraft {
  const moving = draft.find((step) => step.id === id)
  if (!moving || after === id) return draft
  const others = draft.filter((step) => step !== moving)
  return others.toSpliced(others.findIndex((step) => step.id === after) + 1, 0, moving)
}

/**
 * Takes a step away. `isSaved` is false for one that was only just added: nothing can stand in it, so it is gone at once.
 * Its stories go to the nearest step of its own category, else to the nearest at all, and so do those it was to take over.
 * The last step cannot go.
 */
export function removeStep(draft: StepsDraft, id: string, isSaved: boolean): StepsDraft {
  const heir = nearest(draft, id)
  if (heir === null) return draft
  return draft
    .filter((step) => isSaved || step.id !== id)
    .map((step) => (step.id === id || step.heir === id ? { ...step, heir } : step))
}

/** Takes a removal back. */
export function keepStep(draft: StepsDraft, id: string): StepsDraft {
  return draft.map((step) => (step.id === id ? { ...step, heir: null } : step))
}

/** The steps that stay. */
export function staying(draft: StepsDraft): StepsDraft {
  return draft.filter(({ heir }) => heir === null)
}

/** True when saving would change something. */
export function differs(draft: StepsDraft, steps: readonly Step[]): boolean {
  return (
    draft.length !== steps.length ||
    draft.some(({ id, name, category, heir }, index) => {
      const step = steps[index]
      return (
        heir !== null || step?.id !== id || step.name !== name.trim() || step.category !== category
      )
    })
  )
}

/**
 * Gives the command that saves a draft. Every removed step names its heir, also where no story is seen in it: what is in
 * the trash has a step, too, and no browser knows of it.
 */
export function stepsCommand(
  team: string,
  draft: StepsDraft,
): Extract<NewCommand, { type: 'setSteps' }> {
  return {
    type: 'setSteps',
    team,
    steps: staying(draft).map(({ id, name, category }) => ({ id, name: name.trim(), category })),
    moved: Object.fromEntries(
      draft.flatMap(({ id, heir }) => (heir === null ? [] : [[id, heir] as const])),
    ),
  }
}

function nearest(draft: StepsDraft, id: string): string | null {
  const at = draft.findIndex((step) => step.id === id)
  const category = draft[at]?.category
  const byDistance = draft
    .map((step, index) => ({ step, distance: Math.abs(index - at) }))
    .filter(({ step }) => step.id !== id && step.heir === null)
    .sort((a, b) => a.distance - b.distance)
  const own = byDistance.find(({ step }) => step.category === category)
  return (own ?? byDistance[0])?.step.id ?? null
}
