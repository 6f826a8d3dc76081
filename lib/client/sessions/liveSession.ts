import { sessionList } from '../../domain/lists.ts'
import type { Ballot } from '../../domain/sessions/ballot.ts'
import type { SessionItem } from '../../domain/sessions/items.ts'
import type { Attendee, Session } from '../../domain/sessions/session.ts'
import type { SessionInfo } from '../../schema/wire.ts'
import type { WorkspaceClient } from '../client.ts'
import { equal } from '../equal.ts'
import { type ListMessage, ListReplica } from '../lists.ts'
import type { Place } from '../place.ts'
import { Value } from '../readable.ts'
import { askingOf } from './asking.ts'
import type { LiveList } from './door.ts'
import { sessionOf } from './folded.ts'
import { SessionKeeping } from './keptSessions.ts'
import { readShown, type Shown, type ShownBy } from './shown.ts'

/** A live session as this device knows it. */
export type SessionView =
  /** Nothing is known yet (I6: this is not "empty"). */
  | { readonly phase: 'loading' }
  /** It does not exist, or this person may not see it. */
  | { readonly phase: 'absent' }
  | {
      readonly phase: 'ready'
      readonly session: Session
      /** What this person voted in rounds that are not revealed, by story. */
      readonly own: Readonly<Record<string, Ballot>>
      /** False: the server has not answered on this connection; this is what was last known, on this device at least. */
      readonly isCurrent: boolean
    }

const LOADING: SessionView = { phase: 'loading' }
const NOBODY: readonly ShownBy[] = []

/** A live session that is followed here: its rows, who is there, and this person's being there. */
export class LiveSession implements LiveList {
  readonly view = new Value<SessionView>(LOADING)
  /** What others show of themselves at this moment, one entry a person and tab. */
  readonly others = new Value<readonly ShownBy[]>(NOBODY)
  readonly #client: Pick<WorkspaceClient, 'live' | 'me'>
  readonly #id: string
  readonly #list: ListReplica<SessionItem, SessionInfo>
  readonly #keeping: SessionKeeping
  readonly #close: () => void
  #place: Place | null = null
  #shown: Shown = {}
  #isCurrent = false
  /** As what this person wants to be there; null: they only look in. */
  #wanted: Attendee['as'] | null = null
  #isJoining = false

  constructor(client: Pick<WorkspaceClient, 'live' | 'me'>, id: string) {
    this.#client = client
    this.#id = id
    this.#list = new ListReplica(sessionList(id))
    const { store, now } = client.live.options
    this.#keeping = new SessionKeeping(store, id, now)
    this.#close = client.live.open(sessionList(id), this)
    void this.#load()
  }

  get seq(): number | null {
    return this.#list.seq
  }

  /**
   * This person is there from now on, and again after a lost connection (MT5): a command that is judged anew, since they
   * may have been taken to have left meanwhile. Null: not any more.
   */
  attend(as: Attendee['as'] | null): void {
    this.#wanted = as
    this.#join()
  }

  /** Shows something of this person to everybody who is there; it is kept nowhere. */
  show(shown: Shown): void {
    this.#shown = { ...this.#shown, ...shown }
    this.#tell()
  }

  entered(place: Place): Place {
    this.#leavePlace()
    this.#place = place
    place.awareness.on('change', () => this.#look())
    this.#tell()
    return place
  }

  received(message: ListMessage): void {
    if (!this.#list.take(message as unknown as ListMessage<SessionItem, SessionInfo>)) return
    this.#isCurrent = true
    this.#publish()
    const view = this.view.get()
    if (view.phase === 'ready') this.#keeping.keep(view.session)
    this.#join()
    this.#tell()
  }

  lost(): void {
    if (!this.#isCurrent) return
    this.#isCurrent = false
    this.#publish()
  }

  denied(): void {
    this.#list.items.clear()
    this.#list.seq = null
    this.#isCurrent = false
    this.#keeping.keep(null)
    this.view.set({ phase: 'absent' })
  }

  close(): void {
    this.#close()
    this.#leavePlace()
    void this.#keeping.close()
  }

  /** Until the server answers, what this device has kept is shown. */
  async #load(): Promise<void> {
    const session = await this.#keeping.read()
    if (!session || this.view.get().phase !== 'loading') return
    this.view.set({ phase: 'ready', session, own: {}, isCurrent: false })
  }

  #publish(): void {
    const session = sessionOf(this.#id, this.#list.items)
    if (!session) return
    const own = this.#list.info?.own ?? {}
    const view = { phase: 'ready', session, own, isCurrent: this.#isCurrent } as const
    if (!equal(view, this.view.get())) this.view.set(view)
  }

  #join(): void {
    const view = this.view.get()
    if (this.#wanted === null || this.#isJoining || !this.#isCurrent || view.phase !== 'ready')
      return
    const { session } = view
    const me = session.people[this.#client.me.id]
    if (session.phase.name === 'ended' || me?.isHere) return
    this.#isJoining = true
    const as = this.#wanted
    void askingOf(this.#client)
      .ask({ type: 'joinSession', session: this.#id, as })
      .then((answer) => {
        this.#isJoining = false
        if (answer.ok) return this.#join()
        // Whoever may not take part may still watch.
        if (as === 'participant' && answer.code === 'notAllowed') this.attend('observer')
      })
  }

  #tell(): void {
    const { id, name, colour } = this.#client.me
    this.#place?.awareness.setLocalState({ user: { id, name, colour }, ...this.#shown })
  }

  #look(): void {
    const { doc, awareness } = this.#place ?? {}
    if (!doc || !awareness) return
    const shown = [...awareness.getStates()]
      .filter(([client]) => client !== doc.clientID)
      .flatMap(([client, state]) => readShown(client, state) ?? [])
      .sort((a, b) => a.client - b.client)
    if (!equal(shown, this.others.get())) this.others.set(shown)
  }

  #leavePlace(): void {
    this.#place?.awareness.destroy()
    this.#place?.doc.destroy()
    this.#place = null
  }
}
