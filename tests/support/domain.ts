import { apply } from '#lib/domain/apply.ts'
import type { Command, NewCommand } from '#lib/domain/command.ts'
import { type Decision, decide } from '#lib/domain/decide.ts'
import type { StoryEvent } from '#lib/domain/event.ts'
import { column } from '#lib/domain/rank.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'

export const ana: Actor = { id: 'ana', name: 'Ana', roles: ['owner'] }
export const kim: Actor = { id: 'kim', name: 'Kim', roles: ['member'] }

/** A workspace in memory, with nothing but the rules: decide, number, apply. */
export class Flow {
  readonly stories = new Map<string, Story>()
  readonly events: StoryEvent[] = []
  readonly keyPrefix = 'ST'
  nextNumber = 1
  clock = 1_000

  /** Judges a command and, when it is accepted, applies its events. */
  run(command: NewCommand, actor: Actor = ana): Decision {
    const id = `command-${this.events.length}-${this.clock}`
    const decision = decide(this, { ...command, id } as Command, actor)
    if (decision.ok) {
      this.clock += 1
      for (const fact of decision.events) {
        const event: StoryEvent = {
          ...fact,
          seq: this.events.length + 1,
          at: this.clock,
          by: actor.id,
          command: id,
        }
        this.events.push(event)
        this.stories.set(event.story, apply(this.stories.get(event.story), event))
        if (event.type === 'StoryCaptured') this.nextNumber += 1
      }
    }
    return decision
  }

  /** Captures a story and walks it to a stage by legal moves. */
  put(story: string, stage: Stage = 'idea', title = `Story ${story}`): void {
    this.run({ type: 'captureStory', story, title })
    if (stage === 'idea') return
    if (stage === 'wont-do') {
      this.run({ type: 'dismissStory', story, reason: 'Out of scope' })
      return
    }
    this.run({ type: 'startRefining', story })
    if (stage === 'ready') this.run({ type: 'markReady', story })
  }

  /** The ids of a stage's live stories in their order. */
  order(stage: Stage): string[] {
    return column(this.stories.values(), stage).map(({ id }) => id)
  }
}
