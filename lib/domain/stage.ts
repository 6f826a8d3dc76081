/** The stages of the refinement area, in the order a board shows them. */
export const STAGES = ['idea', 'refinement', 'ready', 'wont-do'] as const
export type Stage = (typeof STAGES)[number]

/** What people call a stage. */
export const STAGE_NAMES: Record<Stage, string> = {
  idea: 'Idea',
  refinement: 'Refinement',
  ready: 'Ready for assignment',
  'wont-do': "Won't do",
}

/** The commands that move a story between stages. */
export const MOVES = [
  'startRefining',
  'returnToIdea',
  'markReady',
  'bounceStory',
  'dismissStory',
  'reopenStory',
] as const
export type Move = (typeof MOVES)[number]

interface MoveRule {
  readonly from: readonly Stage[]
  readonly to: Stage
  readonly needsReason: boolean
}

/** ST2: every legal move inside the refinement area. What is not here is refused. */
export const MOVE_RULES: Record<Move, MoveRule> = {
  startRefining: { from: ['idea'], to: 'refinement', needsReason: false },
  returnToIdea: { from: ['refinement'], to: 'idea', needsReason: false },
  markReady: { from: ['refinement'], to: 'ready', needsReason: false },
  bounceStory: { from: ['ready'], to: 'refinement', needsReason: true },
  dismissStory: { from: ['idea', 'refinement', 'ready'], to: 'wont-do', needsReason: true },
  reopenStory: { from: ['wont-do'], to: 'idea', needsReason: false },
}

/**
 * Gives the move that takes a story from one stage to another, or null where ST2 has none
 * (also when both are the same stage: that is an order, not a move).
 */
export function moveBetween(from: Stage, to: Stage): Move | null {
  return (
    MOVES.find((move) => MOVE_RULES[move].to === to && MOVE_RULES[move].from.includes(from)) ?? null
  )
}

/**
 * Gives the sentence for a move that ST2 does not have: what is not possible and the way that is.
 */
export function explainNoMove(from: Stage, to: Stage): string {
  if (from === to) return `It is already in ${STAGE_NAMES[to]}.`
  const way: Partial<Record<`${Stage} ${Stage}`, string>> = {
    'idea ready': 'Ideas are refined before they are ready. Move it to Refinement first.',
    'ready idea': 'A ready story goes back to Refinement first, with a reason.',
    'wont-do refinement': "A story in Won't do is reopened as an idea first.",
    'wont-do ready': "A story in Won't do is reopened as an idea first.",
  }
  return (
    way[`${from} ${to}`] ?? `A story cannot go from ${STAGE_NAMES[from]} to ${STAGE_NAMES[to]}.`
  )
}
