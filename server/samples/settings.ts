/** The sample themes, personas and team: what the sample stories are about, for, and built by. */

export const THEMES = [
  {
    name: 'Data people can trust',
    colour: 3,
    intent:
      'Half of the questions to support are about data that was wrong before it reached us. Who publishes should see it first.',
  },
  {
    name: 'At home in every tool',
    colour: 7,
    intent:
      'People stay with the tool they know. Data has to arrive there in one step, with its types.',
  },
  {
    name: 'Found and understood',
    colour: 10,
    intent: 'A dataset that nobody can judge in ten seconds is not downloaded, however good it is.',
  },
] as const
export type ThemeName = (typeof THEMES)[number]['name']

export const PERSONAS = [
  {
    name: 'Publisher',
    about: 'Puts data out into the world and answers for it, often beside another job.',
  },
  { name: 'Researcher', about: 'Needs data for a question, today, in Excel, R or Python.' },
  { name: 'Developer', about: 'Builds tools and pipelines on data that others publish.' },
] as const
export type PersonaName = (typeof PERSONAS)[number]['name']

export const TEAM = 'Web'

/** Days before now on which all of these were set up. */
export const SET_UP = 90
