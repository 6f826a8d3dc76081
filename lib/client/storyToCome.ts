import type { StoryHandle, StoryState } from './client.ts'
import { Value } from './readable.ts'

/** A story that is opened before documents can be: it shows nothing yet (I6), and becomes the real one by itself. */
export class StoryToCome implements StoryHandle {
  readonly state = new Value<StoryState>({ phase: 'loading' })
  #opened: StoryHandle | null = null
  #stop: (() => void) | null = null
  #isReleased = false

  constructor(opening: Promise<StoryHandle>) {
    void opening.then((handle) => {
      if (this.#isReleased) return handle.release()
      const follow = () => this.state.set(handle.state.get())
      this.#opened = handle
      this.#stop = handle.state.subscribe(follow)
      follow()
    })
  }

  release(): void {
    this.#isReleased = true
    this.#stop?.()
    this.#opened?.release()
  }
}
