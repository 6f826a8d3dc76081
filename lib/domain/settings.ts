import { DEFAULT_POLICY, type Policy } from './policy.ts'
import type { Team } from './team.ts'
import type { Template } from './template.ts'
import type { Persona, Theme } from './theme.ts'
import type { View } from './view.ts'

/** What a workspace has decided about itself. Immutable; folded from the log like the stories (I8). */
export interface Settings {
  readonly policy: Policy
  /** By id, archived ones included. A browser knows only the teams it may see. */
  readonly teams: ReadonlyMap<string, Team>
  readonly themes: ReadonlyMap<string, Theme>
  readonly personas: ReadonlyMap<string, Persona>
  readonly templates: ReadonlyMap<string, Template>
  /** A browser knows those that are shared where it may read, and its person's own. */
  readonly views: ReadonlyMap<string, View>
}

/** What a new workspace begins with. */
export const NEW_SETTINGS: Settings = {
  policy: DEFAULT_POLICY,
  teams: new Map(),
  themes: new Map(),
  personas: new Map(),
  templates: new Map(),
  views: new Map(),
}
