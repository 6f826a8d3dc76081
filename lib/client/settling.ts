import type { Refusal } from '../domain/refusal.ts'

/** `wasDone`: somebody else had done the very same, so that nothing more happened. */
export type Answer = { readonly ok: true; readonly wasDone?: true } | Refusal

/** The answers of the server that somebody here waits for, by command. */
export class Settling {
  readonly #waiting = new Map<
    string,
    { promise: Promise<Answer>; resolve: (answer: Answer) => void }
  >()

  /** Gives the answer to a command, once there is one. */
  answerTo(id: string): Promise<Answer> {
    let waiting = this.#waiting.get(id)
    if (!waiting) {
      const { promise, resolve } = Promise.withResolvers<Answer>()
      this.#waiting.set(id, (waiting = { promise, resolve }))
    }
    return waiting.promise
  }

  settle(id: string, answer: Answer): void {
    this.#waiting.get(id)?.resolve(answer)
    this.#waiting.delete(id)
  }
}
