import { z } from 'zod'
import { CHECK_LEVELS, CHECKS, GATE_MODES } from '../domain/policy.ts'
import { ROLES } from '../domain/roles.ts'
import { SCALES, STEP_CATEGORIES, TEAM_ROLES } from '../domain/team.ts'

/** The id of a command, or of what it is about. */
export const id = z.string().min(1).max(64)
export const place = z.strictObject({ after: id.nullable() })

const date = z.string().nullable()
const scale = z.literal(Object.keys(SCALES) as (keyof typeof SCALES)[])
const step = z.strictObject({ id, name: z.string(), category: z.literal(STEP_CATEGORIES) })
const themeFields = {
  colour: z.number().optional(),
  intent: z.string().optional(),
  from: date.optional(),
  until: date.optional(),
}

/** The wire shapes of the commands about the workspace itself. */
export const settingsCommands = [
  z.strictObject({ id, type: z.literal('removeSamples') }),
  z.strictObject({ id, type: z.literal('purgeTrash'), only: id.optional() }),
  z.strictObject({
    id,
    type: z.literal('setPolicy'),
    policy: z.strictObject({
      gate: z.literal(GATE_MODES).optional(),
      checks: z.partialRecord(z.literal(CHECKS), z.literal(CHECK_LEVELS)).optional(),
      mostCriteria: z.number().optional(),
      ageing: z
        .strictObject({ idea: z.number(), refinement: z.number(), ready: z.number() })
        .partial()
        .optional(),
    }),
  }),
  z.strictObject({
    id,
    type: z.literal('changeRoles'),
    member: id,
    roles: z.array(z.literal(ROLES)),
  }),
  z.strictObject({ id, type: z.literal('removeMember'), member: id }),
  z.strictObject({
    id,
    type: z.literal('createTeam'),
    team: id,
    name: z.string(),
    isPrivate: z.boolean().optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('changeTeam'),
    team: id,
    name: z.string().optional(),
    isPrivate: z.boolean().optional(),
    backlogManagement: z.boolean().optional(),
    scale: scale.optional(),
    iterations: z.strictObject({ startsOn: z.string(), days: z.number() }).nullable().optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('setSteps'),
    team: id,
    steps: z.array(step),
    moved: z.record(z.string(), id).optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('setTeamMember'),
    team: id,
    member: id,
    role: z.literal(TEAM_ROLES).nullable(),
  }),
  z.strictObject({ id, type: z.literal(['archiveTeam', 'restoreTeam']), team: id }),
  z.strictObject({
    id,
    type: z.literal('createTheme'),
    theme: id,
    name: z.string(),
    ...themeFields,
  }),
  z.strictObject({
    id,
    type: z.literal('changeTheme'),
    theme: id,
    name: z.string().optional(),
    ...themeFields,
  }),
  z.strictObject({ id, type: z.literal('rankTheme'), theme: id, place }),
  z.strictObject({ id, type: z.literal(['archiveTheme', 'reviveTheme']), theme: id }),
  z.strictObject({
    id,
    type: z.literal('createPersona'),
    persona: id,
    name: z.string(),
    about: z.string().optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('changePersona'),
    persona: id,
    name: z.string().optional(),
    about: z.string().optional(),
  }),
  z.strictObject({ id, type: z.literal(['archivePersona', 'revivePersona']), persona: id }),
  z.strictObject({
    id,
    type: z.literal('defineTemplate'),
    template: id,
    name: z.string().optional(),
    content: z.string().optional(),
  }),
  z.strictObject({ id, type: z.literal(['archiveTemplate', 'reviveTemplate']), template: id }),
  z.strictObject({
    id,
    type: z.literal('chooseTemplate'),
    template: id,
    isDefault: z.boolean(),
  }),
  z.strictObject({
    id,
    type: z.literal('saveView'),
    view: id,
    name: z.string().optional(),
    look: z.string().optional(),
    isShared: z.boolean().optional(),
    backlog: id.nullable().optional(),
  }),
  z.strictObject({ id, type: z.literal('removeView'), view: id }),
] as const
