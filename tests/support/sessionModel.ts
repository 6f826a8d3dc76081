import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { applySession } from '#lib/domain/sessions/apply.ts'
import { spentOn } from '#lib/domain/sessions/clock.ts'
import { isOfSession } from '#lib/domain/sessions/event.ts'
import { departureOf } from '#lib/domain/sessions/people.ts'
import { MINUTES_MAX, type Session } from '#lib/domain/sessions/session.ts'
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

  /** [MT2] [MT6] [MT7] [MT12] Gives what is wrong with the sessions as they are: nothing. */
  faults(): string[] {
    return [...this.sessions.values()].flatMap((session) => [
      ...storyFaults(session),
      ...boxFaults(session),
      ...this.#clockFaults(session),
      ...this.#ballotFaults(session),
    ])
  }

  #clockFaults(session: Session): string[] {
    return session.agenda.flatMap((item) => {
      const key = `${session.id} ${item.story}`
      const before = this.#spent.get(key) ?? 0
      const spent = spentOn(session, item, this.clock)
      this.#spent.set(key, spent)
      return spent < before ? [`the clock of ${key} runs backwards`] : []
    })
  }

  /** A ballot is of whoever has voted in the round that is open, and of nobody else. */
  #ballotFaults({ id, agenda }: Session): string[] {
    return agenda.flatMap(({ story, vote }) => {
      const voted = vote?.phase === 'open' ? [...vote.voted].sort().join() : ''
      const ballots = [...this.ballots.of(id, story).keys()].sort().join()
      return ballots === voted ? [] : [`${id} ${story}: ballots of ${ballots}, not of ${voted}`]
    })
  }

  /** [I8] Gives the sessions that the log amounts to. */
  folded(): Map<string, Session> {
    const folded = new Map<string, Session>()
    for (const event of this.events) {
      if (!isOfSession(event)) continue
      folded.set(event.session, applySession(folded.get(event.session), event))
    }
    return folded
  }

  /** [MT1] From wherever it is, an owner brings a session to its end. Throws where that takes more than it may. */
  bringToEnd(id: string, owner: Actor = ana): void {
    const session = () => this.sessions.get(id)!
    for (let steps = 0; session().phase.name !== 'ended'; steps += 1) {
      const { phase, facilitator } = session()
      if (steps > STEPS_MAX) throw new Error(`${id} is stuck in ${phase.name}`)
      if (facilitator !== owner.id) {
        this.must({ type: 'joinSession', session: id, as: 'participant' }, owner)
        this.must({ type: 'takeOver', session: id }, owner)
      } else if (phase.name === 'paused') {
        this.must({ type: 'resumeSession', session: id }, owner)
      } else if (phase.name === 'running') {
        const outcome = { kind: 'skipped' } as const
        this.must({ type: 'concludeStory', session: id, story: phase.story, outcome }, owner)
      } else {
        this.must({ type: 'endSession', session: id }, owner)
      }
    }
  }
}

/** More than there are stories on an agenda, and what has to happen around them. */
const STEPS_MAX = 120

/** [MT12] However a time box came about, it is one that fits. */
function boxFaults({ id, agenda }: Session): string[] {
  return agenda
    .filter(({ minutes }) => minutes < 1 || minutes > MINUTES_MAX)
    .map(({ story, minutes }) => `${id} gives ${story} ${minutes} minutes`)
}

/** Exactly one current story while it runs or rests, without an outcome. */
function storyFaults({ id, phase, agenda }: Session): string[] {
  if (phase.name !== 'running' && phase.name !== 'paused') return []
  const current = agenda.filter(({ story }) => story === phase.story)
  if (current.length !== 1) return [`${id} has ${current.length} current stories`]
  return current[0]?.outcome ? [`${id} works on a story that has its outcome`] : []
}
