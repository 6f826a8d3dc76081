import { ROLES, type Actor, type Role } from '../domain/roles.ts'
import { NEW_SETTINGS, type Settings } from '../domain/settings.ts'
import type { Member } from '../domain/state.ts'
import type { View } from '../domain/view.ts'
import type { AreaInfo, MemberInfo } from '../schema/wire.ts'
import type { Me } from './client.ts'
import { kept, keptMap } from './equal.ts'

/** What a command is judged in, beside the stories. Immutable; what did not change keeps its identity. */
export interface World {
  readonly keyPrefix: string
  readonly settings: Settings
  readonly members: ReadonlyMap<string, Member>
  readonly actor: Actor
}

/** The world before anything is known of the workspace. */
export function emptyWorld({ id, name, roles }: Me): World {
  const actor = { id, name, roles: knownRoles(roles) }
  return { keyPrefix: '', settings: NEW_SETTINGS, members: new Map([[id, actor]]), actor }
}

/** Gives the world as the area's header tells it; `own`: the person's own views, which their inbox has. */
export function worldOf(info: AreaInfo, me: Me, own: readonly View[], before: World): World {
  const members = keptMap(before.members, [
    // Whoever reads the list is a member; one that does not say so yet was made a moment before they joined.
    [me.id, { id: me.id, name: me.name, roles: knownRoles(me.roles) }],
    ...info.members.map(memberOf),
  ])
  const { roles } = members.get(me.id) ?? before.actor
  const settings = keptSettings(before.settings, {
    policy: info.policy,
    teams: byId(info.teams),
    themes: byId(info.themes),
    personas: byId(info.personas),
    // What this device has kept of an older server knows of none.
    templates: byId(info.templates ?? []),
    // One that was just shared may still be among one's own.
    views: byId([...own, ...(info.views ?? [])]),
  })
  const actor = kept(before.actor, { ...before.actor, roles })
  const isSame =
    info.workspace.keyPrefix === before.keyPrefix &&
    settings === before.settings &&
    members === before.members &&
    actor === before.actor
  return isSame ? before : { keyPrefix: info.workspace.keyPrefix, settings, members, actor }
}

/** Gives `after` with the identities of `before` wherever both say the same. */
export function keptSettings(before: Settings, after: Settings): Settings {
  const policy = kept(before.policy, after.policy)
  const teams = keptMap(before.teams, after.teams)
  const themes = keptMap(before.themes, after.themes)
  const personas = keptMap(before.personas, after.personas)
  const templates = keptMap(before.templates, after.templates)
  const views = keptMap(before.views, after.views)
  const isSame =
    policy === before.policy &&
    teams === before.teams &&
    themes === before.themes &&
    personas === before.personas &&
    templates === before.templates &&
    views === before.views
  return isSame ? before : { policy, teams, themes, personas, templates, views }
}

function memberOf({ id, name, roles }: MemberInfo): readonly [string, Member] {
  return [id, { id, name, roles: knownRoles(roles) }]
}

function byId<Thing extends { readonly id: string }>(
  things: readonly Thing[],
): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

/** Roles of a newer server that this page does not know give no rights here. */
function knownRoles(roles: readonly string[]): Role[] {
  return ROLES.filter((role) => roles.includes(role))
}
