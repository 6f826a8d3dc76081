import type { NewCommand } from './command.ts'
import type { Before } from './inverse.ts'
import { assertNever } from './must.ts'
import { byRank, type Place } from './rank.ts'
import { ROLES } from './roles.ts'

type OnSettings = Exclude<NewCommand, { readonly story: string } | { readonly session: string }>

/** As `inverseOf`, for commands about the workspace itself. */
export function inverseOfSettings(command: OnSettings, before: Before): NewCommand[] | null {
  const { policy, teams, themes, personas, templates, views } = before.settings
  switch (command.type) {
    case 'setPolicy':
      return [{ type: 'setPolicy', policy }]
    case 'changeRoles': {
      const known = before.members.get(command.member)?.roles
      if (!known) return null
      const roles = ROLES.filter((role) => known.includes(role))
      return [{ type: 'changeRoles', member: command.member, roles }]
    }
    case 'createTeam':
      return [{ type: 'archiveTeam', team: command.team }]
    case 'changeTeam': {
      const team = teams.get(command.team)
      if (!team) return null
      const { name, isPrivate, backlogManagement, scale, iterations } = team
      return [
        {
          type: 'changeTeam',
          team: team.id,
          name,
          isPrivate,
          backlogManagement,
          scale,
          iterations,
        },
      ]
    }
    case 'setTeamMember': {
      const { team, member } = command
      const role = teams.get(team)?.members.find(({ user }) => user === member)?.role ?? null
      return [{ type: 'setTeamMember', team, member, role }]
    }
    case 'archiveTeam':
      return [{ type: 'restoreTeam', team: command.team }]
    case 'restoreTeam':
      return [{ type: 'archiveTeam', team: command.team }]
    case 'createTheme':
    case 'reviveTheme':
      return [{ type: 'archiveTheme', theme: command.theme }]
    case 'archiveTheme':
      return [{ type: 'reviveTheme', theme: command.theme }]
    case 'changeTheme': {
      const theme = themes.get(command.theme)
      if (!theme) return null
      const { id, name, colour, intent, from, until } = theme
      return [{ type: 'changeTheme', theme: id, name, colour, intent, from, until }]
    }
    case 'rankTheme':
      return [{ type: 'rankTheme', theme: command.theme, place: placeOf(command.theme, before) }]
    case 'createPersona':
    case 'revivePersona':
      return [{ type: 'archivePersona', persona: command.persona }]
    case 'archivePersona':
      return [{ type: 'revivePersona', persona: command.persona }]
    case 'changePersona': {
      const persona = personas.get(command.persona)
      if (!persona) return null
      const { id, name, about } = persona
      return [{ type: 'changePersona', persona: id, name, about }]
    }
    case 'defineTemplate': {
      const template = templates.get(command.template)
      if (!template) return [{ type: 'archiveTemplate', template: command.template }]
      const { id, name, content } = template
      // The text of an archived one is not here, and was not changed (TP5).
      const text = content === '' ? {} : { content }
      return [{ type: 'defineTemplate', template: id, name, ...text }]
    }
    case 'archiveTemplate': {
      const { template } = command
      const wasDefault = templates.get(template)?.isDefault === true
      return [
        { type: 'reviveTemplate', template },
        ...(wasDefault ? [{ type: 'chooseTemplate', template, isDefault: true } as const] : []),
      ]
    }
    case 'reviveTemplate':
      return [{ type: 'archiveTemplate', template: command.template }]
    case 'chooseTemplate': {
      const last = [...templates.values()].find(({ isDefault }) => isDefault)
      return last && command.isDefault && last.id !== command.template
        ? [{ type: 'chooseTemplate', template: last.id, isDefault: true }]
        : [{ type: 'chooseTemplate', template: command.template, isDefault: !command.isDefault }]
    }
    case 'saveView': {
      const view = views.get(command.view)
      if (!view) return [{ type: 'removeView', view: command.view }]
      const { id, name, look, isShared } = view
      return [{ type: 'saveView', view: id, name, look, isShared }]
    }
    case 'removeView': {
      const view = views.get(command.view)
      if (!view) return null
      // It belongs to whoever brings it back.
      const { id, name, look, isShared, backlog } = view
      return [{ type: 'saveView', view: id, name, look, isShared, backlog }]
    }
    // Many stories have moved with the steps; a removed member, what was purged and the samples come back otherwise.
    case 'setSteps':
    case 'removeMember':
    case 'purgeTrash':
    case 'removeSamples':
      return null
    default:
      return assertNever(command)
  }
}

function placeOf(theme: string, { settings }: Before): Place {
  const ordered = [...settings.themes.values()].sort(byRank)
  const index = ordered.findIndex(({ id }) => id === theme)
  return { after: ordered[index - 1]?.id ?? null }
}
