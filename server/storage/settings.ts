import type { Kysely } from 'kysely'
import type { SettingsEvent } from '#lib/domain/event.ts'
import { assertNever } from '#lib/domain/must.ts'
import type { Policy } from '#lib/domain/policy.ts'
import { NEW_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import type { Team } from '#lib/domain/team.ts'
import type { Template } from '#lib/domain/template.ts'
import type { Persona, Theme } from '#lib/domain/theme.ts'
import type { View } from '#lib/domain/view.ts'
import type { Schema } from './schema.ts'

/** What a workspace has decided about itself: a row for the policy and for each team, theme, persona, template and view. */
type Kind = 'policy' | 'team' | 'theme' | 'persona' | 'template' | 'view'

/** Reads a workspace's settings. */
export async function loadSettings(db: Kysely<Schema>, workspace: string): Promise<Settings> {
  const rows = await db
    .selectFrom('settings')
    .select(['kind', 'id', 'state'])
    .where('workspace', '=', workspace)
    .execute()
  const of = <Thing>(kind: Kind): [string, Thing][] =>
    rows.filter((row) => row.kind === kind).map(({ id, state }) => [id, JSON.parse(state) as Thing])
  const [policy] = of<Policy>('policy')
  return {
    policy: policy?.[1] ?? NEW_SETTINGS.policy,
    teams: new Map(of<Team>('team')),
    themes: new Map(of<Theme>('theme')),
    personas: new Map(of<Persona>('persona')),
    templates: new Map(of<Template>('template')),
    views: new Map(of<View>('view')),
  }
}

/** Does what an event about the workspace itself says, inside the transaction that appends it. */
export async function takeSettingsEvent(
  transaction: Kysely<Schema>,
  workspace: string,
  event: SettingsEvent,
): Promise<void> {
  const { seq } = event
  switch (event.type) {
    case 'PolicySet':
      return keep(transaction, workspace, { kind: 'policy', id: 'policy', seq, thing: event.to })
    case 'TeamSet':
      return keep(transaction, workspace, { kind: 'team', id: event.to.id, seq, thing: event.to })
    case 'ThemeDefined':
      return keep(transaction, workspace, { kind: 'theme', id: event.to.id, seq, thing: event.to })
    case 'PersonaDefined':
      return keep(transaction, workspace, {
        kind: 'persona',
        id: event.to.id,
        seq,
        thing: event.to,
      })
    case 'TemplateDefined':
      return keep(transaction, workspace, {
        kind: 'template',
        id: event.to.id,
        seq,
        thing: event.to,
      })
    case 'ViewDefined':
      return keepView(transaction, workspace, event)
    case 'RolesChanged':
      return changeRoles(transaction, workspace, event.member, event.to)
    default:
      return assertNever(event)
  }
}

/** Nothing is kept of a view that is removed: whoever takes that back saves it anew. */
async function keepView(
  transaction: Kysely<Schema>,
  workspace: string,
  { seq, from, to }: Extract<SettingsEvent, { type: 'ViewDefined' }>,
): Promise<void> {
  if (to) return keep(transaction, workspace, { kind: 'view', id: to.id, seq, thing: to })
  if (!from) return
  await transaction
    .deleteFrom('settings')
    .where('workspace', '=', workspace)
    .where('kind', '=', 'view')
    .where('id', '=', from.id)
    .execute()
}

async function keep(
  transaction: Kysely<Schema>,
  workspace: string,
  { kind, id, seq, thing }: { kind: Kind; id: string; seq: number; thing: object },
): Promise<void> {
  await transaction
    .insertInto('settings')
    .values({ workspace, kind, id, seq, state: JSON.stringify(thing) })
    .onConflict((conflict) =>
      conflict.columns(['workspace', 'kind', 'id']).doUpdateSet((eb) => ({
        seq: eb.ref('excluded.seq'),
        state: eb.ref('excluded.state'),
      })),
    )
    .execute()
}

/** `roles: null` ends the membership. */
async function changeRoles(
  transaction: Kysely<Schema>,
  workspace: string,
  user: string,
  roles: readonly string[] | null,
): Promise<void> {
  if (roles === null) {
    await transaction
      .deleteFrom('members')
      .where('workspace', '=', workspace)
      .where('user_id', '=', user)
      .execute()
  } else {
    await transaction
      .updateTable('members')
      .set({ roles: JSON.stringify(roles) })
      .where('workspace', '=', workspace)
      .where('user_id', '=', user)
      .execute()
  }
}
