import type { Policy } from './policy.ts'
import type { Place } from './rank.ts'
import type { Role } from './roles.ts'
import type { Iterations, ScaleName, Step, TeamRole } from './team.ts'

/** What can be asked about the workspace itself. New things get their id from the client. */
export type SettingsCommand =
  | RemoveSamples
  | PurgeTrash
  | SetPolicy
  | ChangeRoles
  | RemoveMember
  | CreateTeam
  | ChangeTeam
  | SetSteps
  | SetTeamMember
  | ArchiveTeam
  | ThemeCommand
  | PersonaCommand
  | TemplateCommand
  | ViewCommand

interface Asked {
  readonly id: string
}

/** Puts every sample story into the trash. */
export interface RemoveSamples extends Asked {
  readonly type: 'removeSamples'
}

/** ST7: removes for good what has been in the trash for longer than TRASH_DAYS at `before` (ms since the epoch), or one story. */
export interface PurgeTrash extends Asked {
  readonly type: 'purgeTrash'
  /** Only this trashed story, whatever its time in the trash; absent: everything that is due. */
  readonly only?: string
}

/** Replaces the parts of the policy that are given. */
export interface SetPolicy extends Asked {
  readonly type: 'setPolicy'
  /** What is given is replaced, check by check and stage by stage; the rest stays. */
  readonly policy: Partial<Omit<Policy, 'checks' | 'ageing'>> & {
    readonly checks?: Partial<Policy['checks']>
    readonly ageing?: Partial<Policy['ageing']>
  }
}

export interface ChangeRoles extends Asked {
  readonly type: 'changeRoles'
  readonly member: string
  /** All the roles the member has from now on; at least one. */
  readonly roles: readonly Role[]
}

export interface RemoveMember extends Asked {
  readonly type: 'removeMember'
  readonly member: string
}

export interface CreateTeam extends Asked {
  readonly type: 'createTeam'
  readonly team: string
  readonly name: string
  readonly isPrivate?: boolean
}

/** Changes what is given. Changing the scale clears no size: a size outside the new scale stays until it is sized anew. */
export interface ChangeTeam extends Asked {
  readonly type: 'changeTeam'
  readonly team: string
  readonly name?: string
  readonly isPrivate?: boolean
  readonly backlogManagement?: boolean
  readonly scale?: ScaleName
  readonly iterations?: Iterations | null
}

/**
 * Replaces a team's steps: 4 to 25, with at least one `todo` and one `done`. `moved` says, for every step that goes and
 * holds stories, which step takes them over.
 */
export interface SetSteps extends Asked {
  readonly type: 'setSteps'
  readonly team: string
  readonly steps: readonly Step[]
  readonly moved?: Readonly<Record<string, string>>
}

/** `role: null` takes the member out of the team. */
export interface SetTeamMember extends Asked {
  readonly type: 'setTeamMember'
  readonly team: string
  readonly member: string
  readonly role: TeamRole | null
}

/** Only a team without stories can be archived. */
export interface ArchiveTeam extends Asked {
  readonly type: 'archiveTeam' | 'restoreTeam'
  readonly team: string
}

export type ThemeCommand =
  | (Asked &
      ThemeFields & { readonly type: 'createTheme'; readonly theme: string; readonly name: string })
  | (Asked &
      ThemeFields & {
        readonly type: 'changeTheme'
        readonly theme: string
        readonly name?: string
      })
  /** Places among themes work like places among stories. */
  | (Asked & { readonly type: 'rankTheme'; readonly theme: string; readonly place: Place })
  | (Asked & { readonly type: 'archiveTheme' | 'reviveTheme'; readonly theme: string })

export interface ThemeFields {
  readonly colour?: number
  readonly intent?: string
  /** `YYYY-MM-DD`, null for an open end. */
  readonly from?: string | null
  readonly until?: string | null
}

export type PersonaCommand =
  | (Asked & {
      readonly type: 'createPersona'
      readonly persona: string
      readonly name: string
      readonly about?: string
    })
  | (Asked & {
      readonly type: 'changePersona'
      readonly persona: string
      readonly name?: string
      readonly about?: string
    })
  | (Asked & { readonly type: 'archivePersona' | 'revivePersona'; readonly persona: string })

/** TP1 to TP4. What is left out of a template that exists stays as it is. */
export type TemplateCommand =
  | (Asked & {
      readonly type: 'defineTemplate'
      readonly template: string
      readonly name?: string
      /** Markdown. */
      readonly content?: string
    })
  | (Asked & { readonly type: 'archiveTemplate' | 'reviveTemplate'; readonly template: string })
  | (Asked & {
      readonly type: 'chooseTemplate'
      readonly template: string
      /** Offered first, instead of the one that was. */
      readonly isDefault: boolean
    })

/** VW1 to VW4. What is left out of a view that exists stays as it is. */
export type ViewCommand =
  | (Asked & {
      readonly type: 'saveView'
      readonly view: string
      readonly name?: string
      /** The query of an address. */
      readonly look?: string
      readonly isShared?: boolean
      /** The team whose backlog a new view shows; null or absent: the refinement area. It never changes. */
      readonly backlog?: string | null
    })
  | (Asked & { readonly type: 'removeView'; readonly view: string })
