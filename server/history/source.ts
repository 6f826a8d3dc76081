import type { WorkspaceState } from '#lib/domain/state.ts'
import type { Storage } from '#server/storage/storage.ts'

/** A workspace whose past is read: its log, and what it has come to. */
export interface Source {
  readonly storage: Pick<Storage, 'workspaces' | 'people'>
  /** The workspace's id. */
  readonly workspace: string
  readonly state: WorkspaceState & {
    /** The position of the last event that `state` has taken. */
    readonly seq: number
  }
}
