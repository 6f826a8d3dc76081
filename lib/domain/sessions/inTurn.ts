import { apply } from '../apply.ts'
import type { Command, NewCommand } from '../command.ts'
import { decide } from '../decide.ts'
import { accept, type Case, type Decision } from '../decision.ts'
import type { NewEvent } from '../event.ts'

/**
 * Decides commands one after the other, each on what those before it led to: all of them happen, or the first refusal is
 * the answer.
 */
export function inTurn(here: Case, commands: readonly NewCommand[]): Decision {
  const stories = new Map(here.state.stories)
  const events: NewEvent[] = []
  let { nextNumber } = here.state
  for (const [index, command] of commands.entries()) {
    const id = `part-${index}`
    const state = { ...here.state, ...known(here), stories, nextNumber }
    const decision = decide(state, { ...command, id } as Command, here.actor, here.now)
    if (!decision.ok) return decision
    for (const fact of decision.events) {
      events.push(fact)
      if (fact.story === null) continue
      const event = { ...fact, seq: index, at: here.now, by: here.actor.id, command: id }
      const after = apply(stories.get(fact.story), event, here.state.settings.policy)
      if (after) stories.set(fact.story, after)
      if (fact.type === 'StoryCaptured' && fact.number !== null) nextNumber = fact.number + 1
    }
  }
  return accept(...events)
}

/** A workspace in memory answers some of these from its class: copying an object does not take them along. */
function known({ state }: Case) {
  const { keyPrefix, settings, members, talks, sessions, ballots, purged, inbox } = state
  return {
    keyPrefix,
    settings,
    members,
    talks,
    ...(sessions && { sessions }),
    ...(ballots && { ballots }),
    ...(purged && { purged }),
    ...(inbox && { inbox }),
  }
}
