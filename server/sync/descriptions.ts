import type { Logger } from 'pino'
import { readFacts } from '#lib/doc/facts.ts'
import { textDigest } from '#lib/doc/textDigest.ts'
import { differInWordingOnly, NO_FACTS, sameFacts } from '#lib/domain/facts.ts'
import { textOf } from '#lib/domain/story.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Prose } from './prose.ts'

/** A document that changed is read so long afterwards, in ms: never in the turn of a keystroke, once for many. */
export const DESCRIBE_MS = 1_000
/** The words of a question on a card wait until nobody has typed for so long, in ms: an event a second is none of theirs. */
export const WORDING_MS = 4_000
/** That the text says something else waits until nobody has typed for so long, in ms, or has it open: devices fetch it then. */
export const TEXT_MS = 60_000

/**
 * Sees to it that a story's card says what its document says: some time after each change, and once after the document
 * was opened, because the server may have died in between. A document stays in memory until it has been read.
 */
export class Descriptions {
  readonly #workspace: OpenWorkspace
  readonly #log: Logger
  readonly #onDone: (document: string) => void
  readonly #due = new Map<Prose, NodeJS.Timeout>()
  readonly #changedAt = new WeakMap<Prose, number>()

  /** `onDone` is told of each document that is no longer needed here. */
  constructor(workspace: OpenWorkspace, log: Logger, onDone: (document: string) => void) {
    this.#workspace = workspace
    this.#log = log
    this.#onDone = onDone
  }

  /** To be called when a story's document was opened or has changed. */
  changed(prose: Prose): void {
    this.#changedAt.set(prose, performance.now())
    this.#wait(prose)
  }

  #wait(prose: Prose): void {
    if (this.#due.has(prose)) return
    const timer = setTimeout(() => void this.#describe(prose), DESCRIBE_MS)
    timer.unref()
    this.#due.set(prose, timer)
  }

  isDue(prose: Prose): boolean {
    return this.#due.has(prose)
  }

  /** Reads what is due at once, for the last time. What cannot be recorded is when the document is opened next. */
  async flush(): Promise<void> {
    this.#isOver = true
    await Promise.all([...this.#due.keys()].map((prose) => this.#describe(prose)))
    for (const timer of this.#due.values()) clearTimeout(timer)
    this.#due.clear()
  }

  #isOver = false

  async #describe(prose: Prose): Promise<void> {
    clearTimeout(this.#due.get(prose))
    this.#due.delete(prose)
    // Nobody is told of an edit that storage does not have (I1), not even that there is a criterion more.
    if (prose.dirty) return this.#wait(prose)
    try {
      const news = this.#newsOf(prose)
      if (news === 'wording' && this.#isTyping(prose, WORDING_MS)) return this.#wait(prose)
      if (news === 'text' && this.#isTyping(prose, TEXT_MS)) return this.#wait(prose)
      if (news !== 'none') await this.#workspace.describe(prose.story)
    } catch (error) {
      this.#log.warn(
        { err: error, document: prose.name },
        'What a document says is not recorded yet',
      )
      return this.#wait(prose)
    }
    if (!this.#due.has(prose)) this.#onDone(prose.name)
  }

  #isTyping(prose: Prose, pause: number): boolean {
    if (this.#isOver || prose.readers.size === 0) return false
    return performance.now() - (this.#changedAt.get(prose) ?? 0) < pause
  }

  /** Looked at here, too: most changes say nothing new, and need not wait for their turn among the commands. */
  #newsOf(prose: Prose): 'none' | 'text' | 'wording' | 'facts' {
    const story = this.#workspace.story(prose.story)
    if (story === undefined) return 'none'
    const [known, now] = [story.facts ?? NO_FACTS, readFacts(prose.document)]
    if (sameFacts(known, now)) return textDigest(prose.document) === textOf(story) ? 'none' : 'text'
    return differInWordingOnly(known, now) ? 'wording' : 'facts'
  }
}
