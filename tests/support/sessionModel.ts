import { expect } from 'vitest'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { applySession } from '#lib/domain/sessions/apply.ts'
import { itemOf, spentOn } from '#lib/domain/sessions/clock.ts'
import { isOfSession } from '#lib/domain/sessions/event.ts'
import { departureOf } from '#lib/domain/sessions/people.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { roundsDue } from '#lib/domain/sessions/vote.ts'
import { ana, Flow } from './domain.ts'

/** A workspace in which time passes, connections break and deadlines come, as they do on the server. */
export class SessionModel extends Flow {
  /** The longest that each story of each session was ever said to have had. */
  readonly #spent = new Map<string, number>()

  wait(ms: number): void {
    this.clock += ms
    for (const { by, fact } of roundsDue(this, this.clock)) this.#byItself(by, fact)
  }

  /** Nothing was heard of somebody for a while. */
  drop(session: string, person: string): void {
    const known = this.sessions.get(session)
    for (const fact of known ? departureOf(known, person) : []) this.#byItself(person, fact)
  }

  #byItself(by: string, fact: Parameters<SessionModel['placed']>[1]): void {
    this.take(this.placed(by, fact))
  }

  placed(by: string, fact: object): WorkspaceEvent {
    const seq = this.events.length + 1
    return { ...fact, seq, at: this.clock, by, command: `itself-${seq}` } as WorkspaceEvent
  }

  /** [MT2] [MT6] [MT7] What holds after every step. */
  expectSound(): void {
    for (const session of this.sessions.values()) {
      this.#expectOneStory(session)
      this.#expectClock(session)
      this.#expectBallots(session)
    }
  }

  #expectOneStory({ id, phase, agenda }: Session): void {
    if (phase.name !== 'running' && phase.name !== 'paused') return
    const current = agenda.filter(({ story }) => story === phase.story)
    expect(current.length, id).toBe(1)
    expect(current[0]?.outcome, id).toBeNull()
  }

  #expectClock(session: Session): void {
    for (const item of session.agenda) {
      const key = `${session.id} ${item.story}`
      const spent = spentOn(session, item, this.clock)
      expect(spent, key).toBeGreaterThanOrEqual(this.#spent.get(key) ?? 0)
      this.#spent.set(key, spent)
    }
  }

  /** A ballot is of whoever has voted in the round that is open, and of nobody else. */
  #expectBallots({ id, agenda }: Session): void {
    for (const { story, vote } of agenda) {
      const voted = vote?.phase === 'open' ? [...vote.voted].sort() : []
      expect([...this.ballots.of(id, story).keys()].sort(), `${id} ${story}`).toEqual(voted)
    }
  }

  /** [I8] Folding the log gives the sessions. */
  expectFolded(): void {
    const folded = new Map<string, Session>()
    for (const event of this.events) {
      if (!isOfSession(event)) continue
      folded.set(event.session, applySession(folded.get(event.session), event))
    }
    expect(folded).toEqual(this.sessions)
  }

  /** [MT1] From wherever it is, an owner brings a session to its end. */
  expectEnds(id: string, owner: Actor = ana): void {
    const session = () => this.sessions.get(id)!
    for (let steps = 0; session().phase.name !== 'ended'; steps += 1) {
      expect(steps, `${id} is stuck in ${session().phase.name}`).toBeLessThan(500)
      const { phase, facilitator } = session()
      if (facilitator !== owner.id) {
        this.must({ type: 'joinSession', session: id, as: 'participant' }, owner)
        this.must({ type: 'takeOver', session: id }, owner)
      } else if (phase.name === 'paused') {
        this.must({ type: 'resumeSession', session: id }, owner)
      } else if (phase.name === 'running') {
        expect(itemOf(session(), phase.story)).toBeDefined()
        const outcome = { kind: 'skipped' } as const
        this.must({ type: 'concludeStory', session: id, story: phase.story, outcome }, owner)
      } else {
        this.must({ type: 'endSession', session: id }, owner)
      }
    }
  }
}
