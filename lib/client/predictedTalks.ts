import type { StoryEvent } from '../domain/event.ts'
import type { Talks } from '../domain/state.ts'
import { applyTalk } from '../domain/talk/apply.ts'
import type { TalkFact } from '../domain/talk/event.ts'
import type { Talk } from '../domain/talk/thread.ts'

export type TalkEvent = Extract<StoryEvent, { readonly type: TalkFact['type'] }>

/** The discussions that are known here as the server last told them, with what pending commands make of them on top. */
export class PredictedTalks implements Talks {
  readonly #base = new Map<string, Talk>()
  /** By command, in the order of the commands. */
  readonly #events = new Map<string, TalkEvent[]>()
  readonly #now = new Map<string, Talk>()

  /** Gives a discussion; undefined while it is unknown. What did not change keeps its identity. */
  get(story: string): Talk | undefined {
    const base = this.#base.get(story)
    if (!base) return undefined
    let now = this.#now.get(story)
    if (!now) this.#now.set(story, (now = this.#fold(story, base)))
    return now
  }

  /** Takes what the server tells; undefined: it is not known any more. */
  take(story: string, talk: Talk | undefined): void {
    if (talk) this.#base.set(story, talk)
    else this.#base.delete(story)
    this.#now.delete(story)
  }

  /** Puts what a pending command does on top. */
  push(command: string, event: TalkEvent): void {
    const events = this.#events.get(command)
    if (events) events.push(event)
    else this.#events.set(command, [event])
    const now = this.#now.get(event.story)
    if (now) this.#now.set(event.story, applyTalk(now, event))
  }

  /** Takes what these commands did away. */
  drop(commands: Iterable<string>): void {
    for (const command of commands) {
      for (const { story } of this.#events.get(command) ?? []) this.#now.delete(story)
      this.#events.delete(command)
    }
  }

  #fold(story: string, base: Talk): Talk {
    const own = [...this.#events.values()].flat().filter((event) => event.story === story)
    return own.reduce(applyTalk, base)
  }
}
