import type { Move } from '#lib/domain/stage.ts'
import type { Prose } from './prose.ts'
import type { PersonaName, ThemeName } from './settings.ts'

/** One sample story: a real sentence of the Frictionless Data project, and what became of it here. */
export interface Sample {
  /** Line of frictionless-user-stories.txt, from 1. */
  readonly line: number
  readonly title: string
  /** Days before now on which it was captured. */
  readonly captured: number
  readonly theme?: ThemeName
  readonly persona?: PersonaName
  readonly labels?: readonly string[]
  /** In the order in which they were taken. */
  readonly steps?: readonly SampleStep[]
  readonly prose?: Prose
}

/** What somebody did with the story, so many days before now. */
export type SampleStep = { readonly ago: number } & (
  | SampleMove
  | { readonly type: 'assignToTeam' }
  | { readonly type: 'sizeStory'; readonly size: string }
  | { readonly type: 'moveToStep'; readonly step: string }
)

interface SampleMove {
  readonly type: Move
  readonly reason?: string
  /** Days from now, for `dismissStory`. */
  readonly revisitIn?: number
  /** Ready although something was missing. */
  readonly confirmed?: boolean
}

export const refined = (ago: number): SampleStep => ({ type: 'startRefining', ago })
export const ready = (ago: number): SampleStep => ({ type: 'markReady', ago })
export const assigned = (ago: number): SampleStep => ({ type: 'assignToTeam', ago })
export const sized = (ago: number, size: string): SampleStep => ({ type: 'sizeStory', size, ago })
export const stepped = (ago: number, step: string): SampleStep => ({
  type: 'moveToStep',
  step,
  ago,
})
