import { z } from 'zod'
import type { Story } from '../domain/story.ts'

/**
 * The stateless JSON messages on a list's document (docs/protocol.md). Commands are parsed apart
 * (`commandSchema`), so that a malformed one can be answered with its id.
 */
export const clientMessageSchema = z.union([
  z.strictObject({ subscribe: z.strictObject({ since: z.int().min(0).nullable() }) }),
  z.strictObject({ command: z.looseObject({}) }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

/** Everything a list's header needs. For `area:` lists. */
export interface AreaInfo {
  readonly workspace: { readonly id: string; readonly name: string; readonly keyPrefix: string }
  readonly members: readonly MemberInfo[]
}

export interface MemberInfo {
  readonly id: string
  readonly name: string
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number
  readonly roles: readonly string[]
}

export interface ListSnapshot<Item = Story, Info = AreaInfo> {
  readonly seq: number
  readonly items: readonly Item[]
  readonly info: Info
}

export interface ListChange<Item = Story, Info = AreaInfo> {
  readonly seq: number
  readonly set: Readonly<Record<string, Item>>
  readonly gone: readonly string[]
  readonly info?: Info
}

export type CommandResult =
  | { readonly id: string; readonly ok: true; readonly seq: number }
  | {
      readonly id: string
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly who: readonly string[]
    }

export type ServerMessage =
  | { readonly snapshot: ListSnapshot }
  | { readonly changes: readonly ListChange[] }
  | { readonly result: CommandResult }
