import type { Logger } from 'pino'
import { sessionList } from '#lib/domain/lists.ts'
import { LEFT_AFTER_MS, type Session } from '#lib/domain/sessions/session.ts'
import { nextDeadline } from '#lib/domain/sessions/vote.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'

/** Storage that does not answer is asked again after this long, in ms. */
const AGAIN_MS = 10_000
/** A timer is set for at most this long, in ms; then it is looked again. */
const LOOK_MS = 60 * 60_000

/**
 * Does what happens in live sessions by itself while somebody is in the workspace: whoever's last connection is gone has
 * left, and a round of votes ends at its deadline. Everything is judged by the log and by who is connected now, so that a
 * server that died goes on where it was.
 */
export class SessionKeeper {
  readonly #workspace: OpenWorkspace
  readonly #log: Logger
  readonly #isConnected: (list: string, person: string) => boolean
  /** Who is taken to have left soon, by session and person. */
  readonly #leaving = new Map<string, NodeJS.Timeout>()
  readonly #stop: () => void
  #deadline: NodeJS.Timeout | null = null

  /** `isConnected` is asked whether somebody has a session's list open. */
  constructor(
    workspace: OpenWorkspace,
    log: Logger,
    isConnected: (list: string, person: string) => boolean,
  ) {
    this.#workspace = workspace
    this.#log = log
    this.#isConnected = isConnected
    this.#stop = workspace.onNews(({ lists }) => {
      if (lists.some(({ list }) => list.startsWith(sessionList('')))) this.look()
    })
    this.look()
  }

  /** To be called when somebody's connection to a list ends. */
  closed(list: string): void {
    if (list.startsWith(sessionList(''))) this.look()
  }

  /** Looks who is missing and what is due. */
  look(): void {
    const due: number[] = []
    for (const session of this.#sessions()) {
      if (session.phase.name === 'ended') continue
      for (const person of this.#missing(session)) this.#expect(session.id, person)
      const next = nextDeadline(session)
      if (next !== null) due.push(next)
    }
    if (this.#deadline) clearTimeout(this.#deadline)
    this.#deadline = due.length === 0 ? null : this.#at(Math.min(...due))
  }

  close(): void {
    this.#stop()
    for (const timer of this.#leaving.values()) clearTimeout(timer)
    this.#leaving.clear()
    if (this.#deadline) clearTimeout(this.#deadline)
  }

  #sessions(): Iterable<Session> {
    return this.#workspace.state.sessions?.values() ?? []
  }

  #missing({ id, people }: Session): string[] {
    const list = sessionList(id)
    return Object.keys(people).filter(
      (person) => people[person]?.isHere && !this.#isConnected(list, person),
    )
  }

  #expect(session: string, person: string, ms = LEFT_AFTER_MS): void {
    const key = `${session} ${person}`
    if (this.#leaving.has(key)) return
    const timer = setTimeout(() => {
      this.#leaving.delete(key)
      if (this.#isConnected(sessionList(session), person)) return
      this.#workspace.leaveSession(session, person).catch((error: unknown) => {
        this.#log.warn({ err: error, session }, 'A departure could not be recorded yet')
        this.#expect(session, person, AGAIN_MS)
      })
    }, ms)
    timer.unref()
    this.#leaving.set(key, timer)
  }

  #at(time: number): NodeJS.Timeout {
    // A timer may be a moment early.
    const ms = Math.min(LOOK_MS, Math.max(0, time - Date.now()) + 5)
    const timer = setTimeout(() => {
      this.#workspace.endRounds().then(
        () => this.look(),
        (error: unknown) => {
          this.#log.warn({ err: error }, 'A round of votes could not be ended yet')
          this.#deadline = this.#at(Date.now() + AGAIN_MS)
        },
      )
    }, ms)
    timer.unref()
    return timer
  }
}
