/** A team with its backlog. */
export interface Team {
  readonly id: string
  readonly name: string
  /** Only its members and administrators know of it, its stories and what is said about them. */
  readonly isPrivate: boolean
  /** "Backlog owner in force": what backlog owners do is theirs alone. */
  readonly backlogManagement: boolean
  readonly members: readonly TeamMember[]
  /** 4 to 25, in their order; at least one is `todo` and one `done`. */
  readonly steps: readonly Step[]
  readonly scale: ScaleName
  /** Null: the team plans without iterations. */
  readonly iterations: Iterations | null
  /** Part of the sample data that one click archives. */
  readonly sample: boolean
  readonly archivedAt: number | null
}

export interface TeamMember {
  readonly user: string
  readonly role: TeamRole
}

export const TEAM_ROLES = ['member', 'backlog-owner'] as const
export type TeamRole = (typeof TEAM_ROLES)[number]

export interface Step {
  readonly id: string
  readonly name: string
  readonly category: StepCategory
}

export const STEP_CATEGORIES = ['todo', 'in-progress', 'done'] as const
export type StepCategory = (typeof STEP_CATEGORIES)[number]

export const STEPS_MIN = 4
export const STEPS_MAX = 25

/** What a new team begins with. */
export const DEFAULT_STEPS: readonly Step[] = [
  { id: 'todo', name: 'To do', category: 'todo' },
  { id: 'doing', name: 'In progress', category: 'in-progress' },
  { id: 'review', name: 'Review', category: 'in-progress' },
  { id: 'done', name: 'Done', category: 'done' },
]

/** Sizes a story can be given, from small to large. */
export const SCALES = {
  shirts: ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  points: ['1', '2', '3', '5', '8', '13', '21'],
} as const satisfies Record<string, readonly string[]>
export type ScaleName = keyof typeof SCALES

export interface Iterations {
  /** `YYYY-MM-DD`: the first day of some iteration; the others follow before and after it without a gap. */
  readonly startsOn: string
  /** Length in days: 7, 14, 21 or 28. */
  readonly days: number
}
export const ITERATION_DAYS = [7, 14, 21, 28] as const
