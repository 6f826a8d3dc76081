import { refusalOf } from '../domain/permissions.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Story } from '../domain/story.ts'
import type { World } from './world.ts'

/**
 * Whether this person may write in stories, as far as this device can tell. Remembers its answers: naming those who
 * could write instead goes through everybody, and a page asks at every change of the board.
 */
export class WritingRights {
  readonly #answers = new Map<string, { story: Story; world: World; refusal: Refusal | null }>()

  /** Gives why this person may not write in a story, with who could; null when they may. */
  refusal(story: Story, world: World): Refusal | null {
    const last = this.#answers.get(story.id)
    const isSame =
      last !== undefined &&
      last.world.settings === world.settings &&
      last.world.members === world.members &&
      last.world.actor === world.actor &&
      last.story.stage === story.stage &&
      last.story.team === story.team
    if (isSame) return last.refusal
    const refusal = refusalOf(world, world.actor, 'edit', { story })
    this.#answers.set(story.id, { story, world, refusal })
    return refusal
  }
}
