import { DEFAULT_STEPS, type Team } from '#lib/domain/team.ts'
import type { Template } from '#lib/domain/template.ts'
import type { Persona, Theme } from '#lib/domain/theme.ts'
import type { View } from '#lib/domain/view.ts'

/** A workspace's things that the tests of history tell of. */

export const web: Team = {
  id: 'web',
  name: 'Web',
  isPrivate: false,
  backlogManagement: false,
  members: [{ user: 'kim', role: 'member' }],
  steps: DEFAULT_STEPS,
  scale: 'shirts',
  iterations: null,
  sample: false,
  archivedAt: null,
}
export const theme: Theme = {
  id: 'reports',
  name: 'Reports',
  colour: 3,
  intent: '',
  from: null,
  until: null,
  rank: 'a1',
  sample: false,
  archivedAt: null,
}
export const template: Template = {
  id: 'bug',
  name: 'Bug',
  content: '## Customer value',
  isDefault: false,
  archivedAt: null,
}
export const analyst: Persona = {
  id: 'analyst',
  name: 'Analyst',
  about: '',
  sample: false,
  archivedAt: null,
}
export const view: View = {
  id: 'old',
  name: 'Old ideas',
  backlog: null,
  look: 'quiet=yes',
  owner: 'ana',
  isShared: true,
}
