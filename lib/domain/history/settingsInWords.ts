import type { SettingsEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import type { Role } from '../roles.ts'
import type { Template } from '../template.ts'
import type { Persona, Theme } from '../theme.ts'
import { type Known, personName, quoted } from './known.ts'
import { policyChanges } from './policyInWords.ts'
import { teamChanges } from './teamInWords.ts'
import { type Phrase, phrase, say, type Several, type Told, withChanges } from './told.ts'

/** Tells what the workspace decided about itself. */
export function settingsInWords(event: SettingsEvent, known: Known): Told {
  switch (event.type) {
    case 'PolicySet':
      return withChanges(say('policy'), policyChanges(event.from, event.to))
    case 'RolesChanged':
      return roles(event, known)
    case 'TeamSet':
      return thing('team', event, (from, to) => teamChanges(from, to, known))
    case 'ThemeDefined':
      return thing('theme', event, themeChanges)
    case 'PersonaDefined':
      return thing('persona', event, personaChanges)
    case 'TemplateDefined':
      return thing('template', event, templateChanges)
    case 'ViewDefined':
      return view(event)
    default:
      return assertNever(event)
  }
}

interface Thing {
  readonly name: string
  readonly archivedAt: number | null
}

/** Something that is created, archived, brought back, renamed or changed otherwise. */
function thing<Kind extends Thing>(
  what: 'team' | 'theme' | 'persona' | 'template',
  { from, to }: { readonly from: Kind | null; readonly to: Kind },
  changesOf: (from: Kind, to: Kind) => Phrase[],
): Told {
  const named = { what, name: { called: to.name } }
  if (from === null) return say('createdThing', named)
  if (from.archivedAt === null && to.archivedAt !== null) return say('archivedThing', named)
  if (from.archivedAt !== null && to.archivedAt === null) return say('revivedThing', named)
  if (from.name !== to.name) {
    const names = { from: { called: from.name }, to: { called: to.name } }
    return { ...say('renamedThing', { what, ...names }), notes: changesOf(from, to) }
  }
  return withChanges(say('changedThing', named), changesOf(from, to))
}

function roles(
  { member, from, to }: Extract<SettingsEvent, { type: 'RolesChanged' }>,
  known: Known,
): Told {
  const person = { called: personName(known, member) }
  if (to === null) return say('removedMember', { person })
  if (from.length === 0) return say('joinedWorkspace', { roles: rolesInWords(to) })
  return say('changedRoles', { person, roles: rolesInWords(to), before: rolesInWords(from) })
}

function rolesInWords(held: readonly Role[]): Several {
  return { all: held.map((role) => phrase(`role-${role}`)) }
}

function themeChanges(from: Theme, to: Theme): Phrase[] {
  const changes: Phrase[] = []
  if (from.rank !== to.rank) {
    changes.push(phrase('place', { way: to.rank < from.rank ? 'up' : 'down' }))
  }
  if (from.colour !== to.colour) changes.push(phrase('colour'))
  if (from.intent !== to.intent) {
    changes.push(to.intent === '' ? phrase('noIntent') : phrase('intent', { intent: to.intent }))
  }
  if (from.from !== to.from) {
    changes.push(to.from ? phrase('from', { on: { day: to.from } }) : phrase('openBeginning'))
  }
  if (from.until !== to.until) {
    changes.push(to.until ? phrase('until', { on: { day: to.until } }) : phrase('openEnd'))
  }
  return changes
}

function personaChanges(from: Persona, to: Persona): Phrase[] {
  if (from.about === to.about) return []
  return [to.about === '' ? phrase('noAbout') : quoted(to.about)]
}

/** Somebody's own is told to nobody else: a view that is shared begins, for the others, and one taken back ends. */
function view({ from, to }: Extract<SettingsEvent, { type: 'ViewDefined' }>): Told {
  const name = { called: (to ?? from)?.name ?? '' }
  if (!to) return say('viewRemoved', { name })
  if (!from) return say(to.isShared ? 'viewShared' : 'viewSaved', { name })
  if (from.isShared !== to.isShared) {
    return say(to.isShared ? 'viewShared' : 'viewUnshared', { name })
  }
  if (from.name !== to.name) return say('viewRenamed', { from: { called: from.name }, to: name })
  return say('viewChanged', { name })
}

/** The text itself is too long to be told; who wants to know what it says opens it. */
function templateChanges(from: Template, to: Template): Phrase[] {
  const changes: Phrase[] = []
  if (from.content !== to.content) changes.push(phrase('textChanged'))
  if (from.isDefault !== to.isDefault) {
    changes.push(phrase(to.isDefault ? 'offeredFirst' : 'notOfferedFirst'))
  }
  return changes
}
