import { refusalIn } from '#components/language/refusalText.ts'
import type { AreaView, Me } from '#lib/client/client.ts'
import { decide } from '#lib/domain/decide.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { Member } from '#lib/domain/state.ts'
import type { Story } from '#lib/domain/story.ts'

/**
 * Says why somebody cannot restore a story from the trash, null where they can: the rule itself, on a workspace that knows
 * the story, which no list of this device does. `now` in milliseconds since the epoch.
 */
export function restoreProblem(
  { workspace, members, settings }: Extract<AreaView, { phase: 'ready' }>,
  me: Me,
  story: Story,
  now: number,
): string | null {
  const state = {
    keyPrefix: workspace.keyPrefix,
    nextNumber: null,
    stories: new Map([[story.id, story]]),
    talks: new Map(),
    settings,
    // Roles of a newer server that this page does not know give no rights.
    members: members as ReadonlyMap<string, Member>,
  }
  const actor = { id: me.id, name: me.name, roles: me.roles as readonly Role[] }
  const command = { id: 'judged', type: 'restoreStory', story: story.id } as const
  const decision = decide(state, command, actor, now)
  return decision.ok ? null : refusalIn(decision)
}
