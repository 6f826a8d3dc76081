import { documentSchema, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { type Denial, DENIALS, readSyncToken } from '#lib/schema/syncToken.ts'
import type { Identity } from '#server/auth/authenticator.ts'
import { sameRoles } from '#server/commands/picture.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Arriving } from './asStored.ts'
import type { Attachment } from './attachment.ts'
import type { Prose } from './prose.ts'
import { rightsOn } from './rights.ts'
import type { Room } from './room.ts'

/** What a client may do with a document, and the document, held open for it. */
export interface Admission {
  readonly identity: Identity
  readonly actor: Actor
  /** The API token that was used; null where the session's cookie was. */
  readonly token: string | null
  /** The version of the client's editor; null when it has none. */
  readonly schema: number | null
  readonly room: Room
  readonly prose: Prose
  /** Ends the hold on the document; to be called when there is a connection that holds it, or never will be. */
  release(): void
  /** Leaves the room; to be called at the very end. */
  leave(): void
}

/**
 * Judges whether a client may open a document, and opens it. Gives the reason when not. Rejects when storage did not
 * answer, which judges nothing. What is hidden and what is absent look the same. `tell` is called while a large document
 * is on its way from storage, when the client may have it whatever it says: its editor is not older than any text.
 */
export async function admit(
  { socket, document }: Attachment,
  tokenText: string,
  tell: (arriving: Arriving, actor: Actor, room: Room) => Promise<void> | null,
): Promise<Admission | Denial> {
  const { schema, token } = readSyncToken(tokenText)
  const visitor = await socket.visitors.find(token)
  if (!visitor) return DENIALS.signedOut
  const { identity } = visitor
  if (!visitor.actor) return DENIALS.notFound
  const entered = await socket.rooms.enter(socket.workspaceId)
  if (!entered) return DENIALS.notFound
  const { room, leave } = entered
  try {
    const { workspace } = room
    const actor = await actorNow(workspace, visitor.actor)
    if (!actor) {
      leave()
      return DENIALS.notFound
    }
    if (rightsOn(workspace, document, actor) === 'none') {
      // It may be made by a command of this very socket that is still under way.
      await socket.commands.settled()
      if (rightsOn(workspace, document, actor) === 'none') {
        leave()
        return DENIALS.notFound
      }
    }
    const { prose, release } = await room.open(document, (arriving) => {
      const isNewEnough = schema === null || schema >= SCHEMA_VERSION
      return isNewEnough ? tell(arriving, actor, room) : null
    })
    if (schema !== null && schema < documentSchema(prose.document)) {
      release()
      leave()
      return DENIALS.editorTooOld
    }
    return { identity, actor, token, schema, room, prose, release, leave }
  } catch (error) {
    leave()
    throw error
  }
}

/** Gives the actor with the roles that the workspace's lists show, reading those anew when the two differ. */
async function actorNow(workspace: OpenWorkspace, actor: Actor): Promise<Actor | null> {
  // Somebody joined, left or was given other roles a moment ago.
  if (!sameRoles(workspace.rolesOf(actor.id), actor.roles)) await workspace.refreshMembers()
  const roles = workspace.rolesOf(actor.id)
  return roles && { ...actor, roles }
}
