import type { Logger } from 'pino'
import { QUIET_MS, STRETCH_MS } from '#lib/domain/versions.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Prose } from './prose.ts'

/** When what is written becomes a version by itself, in ms. */
export interface Keeping {
  /** At the latest so long after the first edit since the version before. */
  readonly stretch: number
  /** So long after the last edit. */
  readonly quiet: number
}

/** What VE2 says. */
export const KEEPING: Keeping = { stretch: STRETCH_MS, quiet: QUIET_MS }

/** Storage that does not answer, or has not got the edits yet, is asked again after this long, in ms. */
const AGAIN_MS = 10_000

interface Stretch {
  readonly begun: number
  last: number
  prose: Prose
  timer: NodeJS.Timeout
}

/**
 * Keeps versions of what people write (VE2): on and on, or until they stop. A document need not stay open for it: what
 * was written is read from storage then. What is waited for when the server dies comes with the next edit's version.
 */
export class VersionKeeper {
  readonly #workspace: OpenWorkspace
  readonly #log: Logger
  readonly #keeping: Keeping
  readonly #stretches = new Map<string, Stretch>()

  constructor(workspace: OpenWorkspace, log: Logger, keeping: Keeping) {
    this.#workspace = workspace
    this.#log = log
    this.#keeping = keeping
  }

  /** To be called for every edit of a story's document. */
  edited(prose: Prose): void {
    if (!prose.isStory) return
    const now = performance.now()
    const stretch = this.#stretches.get(prose.story)
    if (!stretch) return this.#begin(prose, now)
    stretch.last = now
    stretch.prose = prose
  }

  /** Keeps all that is due, soon or late, now: there will be nobody to do it later. */
  async flush(): Promise<void> {
    const due = [...this.#stretches.keys()]
    for (const { timer } of this.#stretches.values()) clearTimeout(timer)
    this.#stretches.clear()
    await Promise.all(due.map((story) => this.#keep(story)))
  }

  #begin(prose: Prose, begun: number): void {
    const timer = this.#wake(prose.story, Math.min(this.#keeping.quiet, this.#keeping.stretch))
    this.#stretches.set(prose.story, { begun, last: begun, prose, timer })
  }

  #wake(story: string, ms: number): NodeJS.Timeout {
    const timer = setTimeout(() => void this.#look(story), ms)
    timer.unref()
    return timer
  }

  async #look(story: string): Promise<void> {
    const stretch = this.#stretches.get(story)
    if (!stretch) return
    const { begun, last, prose } = stretch
    const due = Math.min(last + this.#keeping.quiet, begun + this.#keeping.stretch)
    const left = due - performance.now()
    // A version of what storage does not have could tell of edits that are lost.
    if (left > 0 || prose.dirty) {
      stretch.timer = this.#wake(story, left > 0 ? left : AGAIN_MS)
      return
    }
    this.#stretches.delete(story)
    const isKept = await this.#keep(story)
    if (isKept || this.#stretches.has(story)) return
    this.#stretches.set(story, { ...stretch, timer: this.#wake(story, AGAIN_MS) })
  }

  /** Gives whether it is settled. Never rejects. */
  async #keep(story: string): Promise<boolean> {
    try {
      await this.#workspace.keepVersion(story)
      return true
    } catch (error) {
      this.#log.warn({ err: error, story }, 'A version could not be kept yet')
      return false
    }
  }
}
