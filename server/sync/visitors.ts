import type { Actor } from '#lib/domain/roles.ts'
import type { Authenticator, Ended, Identity } from '#server/auth/authenticator.ts'

/** Who stands at a document's door. `actor` is null for those who are no members of the workspace. */
export interface Visitor {
  readonly identity: Identity
  readonly actor: Actor | null
}

/** An answer about who somebody is holds this long, in ms: a page opens many documents at once. */
const ANSWER_MS = 2_000
/** Different tokens on one socket whose answers are kept. */
const ANSWERS_MAX = 16

/** Who uses one socket: the person of its cookie, or of the API tokens that came with its documents. */
export class Visitors {
  readonly #authenticator: Authenticator
  readonly #workspaceId: string
  readonly #cookie: string | undefined
  /** By token; null is the cookie. */
  readonly #answers = new Map<
    string | null,
    { visitor: Promise<Visitor | null>; until: number; endings: number }
  >()
  readonly #admitted = new Map<string | null, Identity>()
  #endings = 0

  constructor(authenticator: Authenticator, workspaceId: string, cookie: string | undefined) {
    this.#authenticator = authenticator
    this.#workspaceId = workspaceId
    this.#cookie = cookie
  }

  /** How often sessions have ended: whoever was looked up before the last time must be looked up again. */
  get endings(): number {
    return this.#endings
  }

  /** Somebody has been let in. */
  get known(): boolean {
    return this.#admitted.size > 0
  }

  /** The user ids of everybody who has been let in. */
  get people(): ReadonlySet<string> {
    return new Set([...this.#admitted.values()].map(({ user }) => user.id))
  }

  /** Finds out who it is: by the token when there is one, else by the cookie; null when nobody. Rejects when storage does. */
  find(token: string | null): Promise<Visitor | null> {
    const answer = this.#answers.get(token)
    if (answer && answer.endings === this.#endings && performance.now() < answer.until) {
      return answer.visitor
    }
    if (this.#answers.size >= ANSWERS_MAX) this.#answers.clear()
    const visitor = this.#lookUp(token)
    const until = performance.now() + ANSWER_MS
    this.#answers.set(token, { visitor, until, endings: this.#endings })
    visitor.catch(() => this.#answers.delete(token))
    return visitor
  }

  admit(token: string | null, identity: Identity): void {
    this.#admitted.set(token, identity)
  }

  /** Takes note that sessions or a token ended. Gives whether one of them was used here. */
  sessionsEnded(ended: Ended): boolean {
    this.#endings += 1
    return [...this.#admitted.values()].some(({ user, session, token }) => {
      if ('token' in ended) return token?.id === ended.token
      if (user.id !== ended.user || !session) return false
      return ended.sessionIdHash === null
        ? session.idHash !== ended.exceptSessionIdHash
        : session.idHash === ended.sessionIdHash
    })
  }

  /** Looks up everyone anew. Gives whether all are still who they were; rejects when storage does. */
  async stillValid(): Promise<boolean> {
    const found = await Promise.all(
      [...this.#admitted.keys()].map((token) => this.#identify(token)),
    )
    return found.every((identity) => identity !== null)
  }

  async #lookUp(token: string | null): Promise<Visitor | null> {
    const identity = await this.#identify(token)
    if (!identity) return null
    const actor = await this.#authenticator.actorIn(this.#workspaceId, identity.user.id)
    return { identity, actor }
  }

  #identify(token: string | null): Promise<Identity | null> {
    return token === null
      ? this.#authenticator.byCookie(this.#cookie)
      : this.#authenticator.byToken(token)
  }
}
