import { createContext, use } from 'react'
import type { Step, Team } from '#lib/domain/team.ts'
import type { Theme } from '#lib/domain/theme.ts'

/** What every row of a backlog shows beside its own story. It changes seldom. */
export interface TeamFacts {
  readonly team: Team
  readonly steps: ReadonlyMap<string, Step>
  /** The median of full stays in each step, in days, where enough is known. */
  readonly medianDays: Readonly<Record<string, number>>
  readonly themes: ReadonlyMap<string, Theme>
  /** `YYYY-MM-DD`. */
  readonly today: string
}

export const TeamFactsContext = createContext<TeamFacts | null>(null)

/** Gives the facts of the team around a view. Throws outside of one, because that is a bug. */
export function useTeamFacts(): TeamFacts {
  const facts = use(TeamFactsContext)
  if (!facts) throw new Error('A part of a backlog is rendered outside of it')
  return facts
}
