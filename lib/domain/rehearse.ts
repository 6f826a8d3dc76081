import { apply, applySettings } from './apply.ts'
import type { Command, NewCommand } from './command.ts'
import { decide } from './decide.ts'
import type { Refusal } from './refusal.ts'
import type { Actor } from './roles.ts'
import { isOfSession } from './sessions/event.ts'
import type { WorkspaceState } from './state.ts'

/**
 * Says what would become of commands given one after the other: null when all would be accepted, else the first refusal.
 * For what must happen whole or not at all, like taking back an assignment: half of it would leave the story elsewhere.
 */
export function rehearse(
  state: WorkspaceState,
  commands: readonly NewCommand[],
  actor: Actor,
  now: number,
): Refusal | null {
  const stories = new Map(state.stories)
  let { settings } = state
  for (const [seq, command] of commands.entries()) {
    const id = `rehearsed-${seq}`
    const decision = decide(
      { ...state, stories, settings },
      { ...command, id } as Command,
      actor,
      now,
    )
    if (!decision.ok) return decision
    for (const fact of decision.events) {
      const event = { ...fact, seq, at: now, by: actor.id, command: id }
      if (isOfSession(event)) continue
      if (event.story === null) settings = applySettings(settings, event)
      else {
        const after = apply(stories.get(event.story), event, settings.policy)
        if (after) stories.set(event.story, after)
      }
    }
  }
  return null
}
