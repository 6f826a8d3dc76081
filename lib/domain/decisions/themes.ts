import { accept, type Case, type Decision } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import { byRank, rankAmong } from '../rank.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { PersonaCommand, ThemeCommand, ThemeFields } from '../settingsCommand.ts'
import { COLOURS, type Persona, type Theme } from '../theme.ts'
import { idProblem } from './capture.ts'
import { dateProblem, nameProblem, tidyName, tidyText } from './words.ts'

/** Creates, changes, orders and archives themes. An archived theme stays on the stories that have it. */
export function decideTheme(here: Case, command: ThemeCommand): Decision {
  const { state, actor, now, sample } = here
  const { themes } = state.settings
  const no = refusalOf(state, actor, 'manageThemes')
  if (no) return no
  const before = themes.get(command.theme)
  if (command.type === 'createTheme') {
    const wrong = idProblem(command.theme, 'theme')
    if (wrong) return wrong
    if (before)
      return refuse('idTaken', 'A theme with this id exists already. Nothing was changed.')
    const live = [...themes.values()].filter(({ archivedAt }) => archivedAt === null)
    const blank: Theme = {
      id: command.theme,
      name: '',
      colour: live.length % COLOURS,
      intent: '',
      from: null,
      until: null,
      rank: rankAmong(themes, undefined, command.theme),
      sample,
      archivedAt: null,
    }
    return define(here, null, blank, command)
  }
  if (!before) return themeNotFound()
  switch (command.type) {
    case 'changeTheme':
      return define(here, before, before, command)
    case 'rankTheme': {
      const { after } = command.place
      if (after !== null && !themes.has(after)) return themeNotFound()
      const ordered = [...themes.values()].sort(byRank)
      const index = ordered.findIndex(({ id }) => id === before.id)
      if (after === before.id || (ordered[index - 1]?.id ?? null) === after) return accept()
      return changed(before, { ...before, rank: rankAmong(themes, command.place, before.id) })
    }
    case 'archiveTheme':
      return changed(before, { ...before, archivedAt: before.archivedAt ?? now })
    case 'reviveTheme':
      return (
        nameProblem(before.name, before.id, themes.values(), 'theme') ??
        changed(before, { ...before, archivedAt: null })
      )
  }
}

function define(
  { state }: Case,
  from: Theme | null,
  base: Theme,
  { name: newName, ...fields }: ThemeFields & { readonly name?: string },
): Decision {
  const name = tidyName(newName ?? base.name, 'theme')
  if (typeof name !== 'string') return name
  const intent = tidyText(fields.intent ?? base.intent, 'intent')
  if (typeof intent !== 'string') return intent
  const { colour = base.colour } = fields
  const from_ = fields.from === undefined ? base.from : fields.from
  const until = fields.until === undefined ? base.until : fields.until
  const wrong =
    (base.archivedAt === null
      ? nameProblem(name, base.id, state.settings.themes.values(), 'theme')
      : null) ??
    colourProblem(colour) ??
    boxProblem(from_, until)
  if (wrong) return wrong
  return changed(from, { ...base, name, intent, colour, from: from_, until })
}

function changed(from: Theme | null, to: Theme): Decision {
  if (from && JSON.stringify(from) === JSON.stringify(to)) return accept()
  return accept({ story: null, type: 'ThemeDefined', from, to })
}

/** Creates, changes and archives personas. */
export function decidePersona(here: Case, command: PersonaCommand): Decision {
  const { state, actor, now, sample } = here
  const { personas } = state.settings
  const no = refusalOf(state, actor, 'manageThemes')
  if (no) return no
  const before = personas.get(command.persona) ?? null
  if (command.type === 'createPersona') {
    const wrong = idProblem(command.persona, 'persona')
    if (wrong) return wrong
    if (before)
      return refuse('idTaken', 'A persona with this id exists already. Nothing was changed.')
  } else if (!before) return personaNotFound()
  const base: Persona = before ?? {
    id: command.persona,
    name: '',
    about: '',
    sample,
    archivedAt: null,
  }
  switch (command.type) {
    case 'createPersona':
    case 'changePersona': {
      const name = tidyName(command.name ?? base.name, 'persona')
      if (typeof name !== 'string') return name
      const about = tidyText(command.about ?? base.about, 'description')
      if (typeof about !== 'string') return about
      // An archived one's name is asked about when it is revived.
      const twice =
        base.archivedAt === null ? nameProblem(name, base.id, personas.values(), 'persona') : null
      return twice ?? personaChanged(before, { ...base, name, about })
    }
    case 'archivePersona':
      return personaChanged(before, { ...base, archivedAt: base.archivedAt ?? now })
    case 'revivePersona':
      return (
        nameProblem(base.name, base.id, personas.values(), 'persona') ??
        personaChanged(before, { ...base, archivedAt: null })
      )
  }
}

function personaChanged(from: Persona | null, to: Persona): Decision {
  if (from && JSON.stringify(from) === JSON.stringify(to)) return accept()
  return accept({ story: null, type: 'PersonaDefined', from, to })
}

function colourProblem(colour: number): Refusal | null {
  if (Number.isSafeInteger(colour) && colour >= 0 && colour < COLOURS) return null
  return refuse(
    'invalid',
    `"colour" is ${colour}; it must be a whole number from 0 to ${COLOURS - 1}. Nothing was changed.`,
  )
}

function boxProblem(from: string | null, until: string | null): Refusal | null {
  const wrong = (from && dateProblem(from)) || (until && dateProblem(until)) || null
  if (wrong) return wrong
  if (from === null || until === null || from <= until) return null
  return refuse('badDate', `The time box ends on ${until}, before it begins on ${from}.`)
}

function themeNotFound(): Refusal {
  return refuse('themeNotFound', 'This theme does not exist. Nothing was changed.')
}

function personaNotFound(): Refusal {
  return refuse('personaNotFound', 'This persona does not exist. Nothing was changed.')
}
