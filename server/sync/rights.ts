import { assertNever } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { DocumentName } from './names.ts'

/** What somebody may do with a document. `none`: for them there is no such document. */
export type Rights = 'none' | 'read' | 'write'

/** Gives what somebody may do with a document at this moment. */
export function rightsOn(workspace: OpenWorkspace, document: DocumentName, actor: Actor): Rights {
  switch (document.kind) {
    case 'list':
      // Lists are written by commands only.
      return workspace.audience(document.name, actor) === null ? 'none' : 'read'
    case 'story':
      if (!workspace.readsStory(document.story, actor)) return 'none'
      return workspace.mayWrite(document.story, actor) ? 'write' : 'read'
    default:
      return assertNever(document)
  }
}
