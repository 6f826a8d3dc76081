import type { Policy } from './policy.ts'
import type { Role } from './roles.ts'
import type { Team } from './team.ts'
import type { Template } from './template.ts'
import type { Persona, Theme } from './theme.ts'
import type { View } from './view.ts'

/** What happened to the workspace itself. Each carries the thing as it is from then on. */
export type SettingsFact =
  | { readonly type: 'PolicySet'; readonly from: Policy; readonly to: Policy }
  /** `from` empty: has become a member. `to: null`: no longer one. */
  | {
      readonly type: 'RolesChanged'
      readonly member: string
      readonly from: readonly Role[]
      readonly to: readonly Role[] | null
    }
  | { readonly type: 'TeamSet'; readonly from: Team | null; readonly to: Team }
  | { readonly type: 'ThemeDefined'; readonly from: Theme | null; readonly to: Theme }
  | { readonly type: 'PersonaDefined'; readonly from: Persona | null; readonly to: Persona }
  | { readonly type: 'TemplateDefined'; readonly from: Template | null; readonly to: Template }
  /** `to: null`: removed. One of both at least is there. */
  | { readonly type: 'ViewDefined'; readonly from: View | null; readonly to: View | null }
