import { apply } from '#lib/domain/apply.ts'
import type { StoryEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { Story, WorkspaceState } from '#lib/domain/story.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import type { Storage, Workspace } from '#server/storage/storage.ts'

/** A member as lists show them; the roles are known to be roles. */
export type KnownMember = MemberInfo & { readonly roles: readonly Role[] }

/**
 * A workspace in memory: what storage holds and nothing else. It changes only after a commit, so it is never ahead
 * of the log.
 */
export class Picture implements WorkspaceState {
  readonly stories = new Map<string, Story>()
  /** The event that last touched each story; catching up is a look through these. */
  readonly lastSeq = new Map<string, number>()
  workspace: Workspace
  members: readonly KnownMember[]
  seq: number
  nextNumber: number
  /** The time of the newest event: the log's clock never runs backwards. */
  at: number

  constructor(start: {
    workspace: Workspace
    members: readonly KnownMember[]
    seq: number
    nextNumber: number
    at: number
  }) {
    this.workspace = start.workspace
    this.members = start.members
    this.seq = start.seq
    this.nextNumber = start.nextNumber
    this.at = start.at
  }

  get keyPrefix(): string {
    return this.workspace.keyPrefix
  }

  /** Takes over events that are committed. */
  take(events: readonly StoryEvent[]): void {
    for (const event of events) {
      this.stories.set(event.story, apply(this.stories.get(event.story), event))
      this.lastSeq.set(event.story, event.seq)
      this.seq = event.seq
      this.at = event.at
      if (event.type === 'StoryCaptured') {
        this.nextNumber = must(event.number, `number of ${event.story}`) + 1
      }
    }
  }
}

/** Reads a workspace; null when there is none with this id. Rejects when storage does not answer. */
export async function loadPicture(storage: Storage, id: string): Promise<Picture | null> {
  const contents = await storage.workspaces.load(id)
  if (!contents) return null
  const [members, newest] = await Promise.all([
    loadMembers(storage, id),
    storage.workspaces.events(id, Math.max(0, contents.seq - 1), 1),
  ])
  const picture = new Picture({ ...contents, members, at: newest[0]?.at ?? 0 })
  for (const { story, seq } of contents.stories) {
    picture.stories.set(story.id, story)
    picture.lastSeq.set(story.id, seq)
  }
  return picture
}

/** Reads who belongs to a workspace, as lists show them. */
export async function loadMembers(storage: Storage, id: string): Promise<readonly KnownMember[]> {
  const members = await storage.people.members(id)
  return members.map(({ user, roles }) => ({
    id: user.id,
    name: user.name,
    colour: user.colour,
    roles,
  }))
}
