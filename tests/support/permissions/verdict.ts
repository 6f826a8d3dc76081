import type { Command, NewCommand } from '#lib/domain/command.ts'
import { mayWrite } from '#lib/domain/permissions.ts'
import type { RefusalCode } from '#lib/domain/refusal.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { decideWithSessions } from '#lib/domain/sessions/decide.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import { ME, workspaceOf } from './company.ts'
import { type Deed, IT } from './deeds.ts'
import type { Verdict } from './expected.ts'
import type { Circumstances, Person } from './table.ts'

const NOW = 10_000_000_000

/** Gives what the rules say of one cell. */
export function verdictOf(deed: Deed, person: Person, here: Circumstances): Verdict {
  const world = workspaceOf(person, here)
  const me: Actor = { id: ME, name: 'Me', roles: world.members.get(ME)?.roles ?? [] }
  if (deed.command) return ofCode(judge(world, deed.command(IT), me))
  const story = world.stories.get(IT)!
  // Who is not in the workspace gets through no door, whatever they ask for.
  if (!world.members.has(ME)) return 'no'
  if (!readsStory(world, story, me)) return 'hidden'
  if (deed.name === 'read') return 'yes'
  if (story.trashedAt !== null) return mayWrite(world, me, story) ? 'yes' : 'impossible'
  return mayWrite(world, me, story) ? 'yes' : 'no'
}

/** Gives the code of a refusal, or "ok". */
export function judge(
  world: WorkspaceState,
  command: NewCommand,
  actor: Actor,
): RefusalCode | 'ok' {
  const asked = { ...command, id: 'cell' } as Command
  const decision = decideWithSessions(world, asked, actor, NOW)
  return decision.ok ? 'ok' : decision.code
}

/** Gives what an answer says about the right, whatever its words. */
export function ofCode(code: string): Verdict {
  switch (code) {
    case 'ok':
      return 'yes'
    case 'notAllowed':
    case 'ownRole':
      return 'no'
    case 'notFound':
    case 'teamNotFound':
      return 'hidden'
    default:
      return 'impossible'
  }
}
