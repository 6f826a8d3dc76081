import type { SettingsEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import type { Template } from '../template.ts'
import type { Persona, Theme } from '../theme.ts'
import { type Known, personName } from './known.ts'
import { policyChanges } from './policyInWords.ts'
import { teamChanges } from './teamInWords.ts'
import { dateInWords, listed, say, type Told, withChanges } from './told.ts'

/** Tells what the workspace decided about itself. */
export function settingsInWords(event: SettingsEvent, known: Known): Told {
  switch (event.type) {
    case 'PolicySet':
      return withChanges(say('changed the policy'), policyChanges(event.from, event.to))
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
  what: string,
  { from, to }: { readonly from: Kind | null; readonly to: Kind },
  changesOf: (from: Kind, to: Kind) => string[],
): Told {
  const named = [`the ${what} `, { name: to.name }] as const
  if (from === null) return say('created ', ...named)
  if (from.archivedAt === null && to.archivedAt !== null) return say('archived ', ...named)
  if (from.archivedAt !== null && to.archivedAt === null) return say('brought back ', ...named)
  if (from.name !== to.name) {
    const told = say(`renamed the ${what} `, { name: from.name }, ' to ', { name: to.name })
    return { ...told, notes: changesOf(from, to) }
  }
  return withChanges(say('changed ', ...named), changesOf(from, to))
}

function roles(
  { member, from, to }: Extract<SettingsEvent, { type: 'RolesChanged' }>,
  known: Known,
): Told {
  const person = { name: personName(known, member) }
  if (to === null) return say('removed ', person, ' from the workspace')
  if (from.length === 0) return say(`joined the workspace as ${rolesInWords(to)}`)
  return say('made ', person, ` ${rolesInWords(to)}, until then ${rolesInWords(from)}`)
}

function rolesInWords(held: readonly string[]): string {
  return listed(held.map((role) => role.replaceAll('-', ' ')))
}

function themeChanges(from: Theme, to: Theme): string[] {
  const changes: string[] = []
  if (from.rank !== to.rank)
    changes.push(`its place is further ${to.rank < from.rank ? 'up' : 'down'}`)
  if (from.colour !== to.colour) changes.push('another colour')
  if (from.intent !== to.intent) {
    changes.push(
      to.intent === '' ? 'why it matters was taken away' : `why it matters: “${to.intent}”`,
    )
  }
  if (from.from !== to.from)
    changes.push(to.from ? `from ${dateInWords(to.from)}` : 'an open beginning')
  if (from.until !== to.until)
    changes.push(to.until ? `until ${dateInWords(to.until)}` : 'an open end')
  return changes
}

function personaChanges(from: Persona, to: Persona): string[] {
  if (from.about === to.about) return []
  return [to.about === '' ? 'its description was taken away' : `“${to.about}”`]
}

/** Somebody's own is told to nobody else: a view that is shared begins, for the others, and one taken back ends. */
function view({ from, to }: Extract<SettingsEvent, { type: 'ViewDefined' }>): Told {
  const name = { name: (to ?? from)?.name ?? '' }
  if (!to) return say('removed the view ', name)
  if (!from) return say(to.isShared ? 'shared the view ' : 'saved the view ', name)
  if (from.isShared !== to.isShared) {
    return to.isShared
      ? say('shared the view ', name)
      : say('took the view ', name, ' back for themselves')
  }
  if (from.name !== to.name) {
    return say('renamed the view ', { name: from.name }, ' to ', name)
  }
  return say('changed what the view ', name, ' shows')
}

/** The text itself is too long to be told; who wants to know what it says opens it. */
function templateChanges(from: Template, to: Template): string[] {
  const changes: string[] = []
  if (from.content !== to.content) changes.push('its text was changed')
  if (from.isDefault !== to.isDefault)
    changes.push(to.isDefault ? 'it is offered first' : 'it is not offered first any more')
  return changes
}
