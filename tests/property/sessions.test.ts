import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionOf } from '#lib/client/sessions/folded.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { stateAt } from '#lib/domain/sessions/clock.ts'
import { isOfSession } from '#lib/domain/sessions/event.ts'
import { itemsOf } from '#lib/domain/sessions/items.ts'
import { EVERYBODY } from '#tests/support/anyCommand.ts'
import { bo, kim, pia } from '#tests/support/domain.ts'
import { SessionModel } from '#tests/support/sessionModel.ts'

const RUNS = Number(process.env.RUNS ?? 200)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

const STORIES = ['a', 'b', 'c', 'd']
/** What a vote says beside its value; unlike anything else, so that it is found wherever it leaks. */
const SECRET = 'secret-of-'

/** A meeting and a planning session, both with an agenda, and the people who come. */
function room(): SessionModel {
  const model = new SessionModel().join(...EVERYBODY) as SessionModel
  model.found('web', { kim: 'member', bo: 'backlog-owner' })
  for (const story of ['a', 'b']) model.put(story, 'refinement')
  for (const story of ['c', 'd']) model.putOnTeam(story, 'web')
  const session = { type: 'scheduleSession', name: 'Weekly' } as const
  model.must({ ...session, session: 'meet', kind: 'meeting' }, kim)
  model.must({ ...session, session: 'plan', kind: 'planning', team: 'web' }, bo)
  for (const story of ['a', 'b']) model.must({ type: 'addToAgenda', session: 'meet', story }, kim)
  for (const story of ['c', 'd']) model.must({ type: 'addToAgenda', session: 'plan', story }, bo)
  return model
}

const session = fc.constantFrom('meet', 'plan')
const story = fc.constantFrom(...STORIES)
const actor = fc.constantFrom<Actor[]>(kim, bo, pia, ...EVERYBODY)
const person = fc.constantFrom(...EVERYBODY.map(({ id }) => id))
const note = fc.constantFrom('n1', 'n2')

/** What may be asked where the session is: mostly what fits, so that chance gets far. */
type Ask = (model: SessionModel, actor: Actor) => NewCommand

/** A command about the story that everybody works on, whichever that is when its turn comes. */
const onCurrent = (make: (story: string, round: number) => object) =>
  fc.tuple(session, story).map(([id, other]): Ask => (model) => {
    const { phase, agenda } = model.sessions.get(id)!
    const current = phase.name === 'running' ? phase.story : other
    const round = agenda.find((item) => item.story === current)?.rounds ?? 1
    return { session: id, ...make(current, round) } as NewCommand
  })
const plainly = (command: fc.Arbitrary<object>) =>
  fc.tuple(session, command).map(
    ([id, fields]): Ask =>
      () =>
        ({ session: id, ...fields }) as NewCommand,
  )

const vote = fc
  .constantFrom('ready', 'needs-work', 'split', '3', '8', '?', null)
  .chain((value) =>
    onCurrent((current, round) => ({ type: 'castVote', story: current, round, value })),
  )
  .map(
    (ask): Ask =>
      (model, by) =>
        ({ ...ask(model, by), comment: `${SECRET}${by.id}` }) as NewCommand,
  )
const outcome = fc.oneof(
  fc.constant({ kind: 'ready', confirmed: true }),
  fc.constant({ kind: 'needs-work', note: 'Which columns?', owner: 'kim' }),
  fc.constant({ kind: 'sized', size: '5' }),
  fc.constantFrom({ kind: 'parked' }, { kind: 'skipped' }),
)

const ask: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 4, arbitrary: vote },
  {
    weight: 3,
    arbitrary: plainly(
      fc.constantFrom('participant', 'observer').map((as) => ({ type: 'joinSession', as })),
    ),
  },
  { weight: 3, arbitrary: onCurrent((current) => ({ type: 'openVote', story: current })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(500, 5_000).map((ms): Ask => (model) => ({
      type: 'openVote',
      session: 'plan',
      story: 'd',
      deadline: model.clock + ms,
    })),
  },
  {
    weight: 3,
    arbitrary: onCurrent((current, round) => ({ type: 'revealVotes', story: current, round })),
  },
  {
    weight: 2,
    arbitrary: outcome.chain((made) =>
      onCurrent((current) => ({ type: 'concludeStory', story: current, outcome: made })),
    ),
  },
  {
    weight: 6,
    arbitrary: plainly(
      fc.constantFrom(
        ...(
          [
            'startSession',
            'startSession',
            'pauseSession',
            'resumeSession',
            'resumeSession',
            'endReading',
            'leaveSession',
            'takeOver',
            'raiseHand',
          ] as const
        ).map((type) => ({ type })),
      ),
    ),
  },
  { weight: 1, arbitrary: plainly(fc.constant({ type: 'endSession' })) },
  {
    weight: 2,
    arbitrary: plainly(
      fc.record({
        type: fc.constant('takeUpStory'),
        story,
        silent: fc.constantFrom(1, 2),
      }),
    ),
  },
  { weight: 2, arbitrary: onCurrent((current) => ({ type: 'askForTime', story: current })) },
  {
    weight: 2,
    arbitrary: plainly(
      fc.record({ type: fc.constantFrom('handOver', 'giveFloor', 'lowerHand'), person }),
    ),
  },
  {
    weight: 2,
    arbitrary: plainly(
      fc.oneof(
        fc.record({ type: fc.constantFrom('addToAgenda', 'removeFromAgenda'), story }),
        fc.record({ type: fc.constant('moveOnAgenda'), story, after: fc.option(story) }),
        fc.record({
          type: fc.constant('setTimeBox'),
          story,
          minutes: fc.constantFrom(0, 1, 20, 240),
        }),
        fc.record({
          type: fc.constantFrom('recordDecision', 'parkTopic'),
          note,
          text: fc.constant('UTF-8 only'),
          about: fc.constant(null),
        }),
      ),
    ),
  },
)

type Step =
  | {
      readonly kind: 'ask'
      readonly ask: Ask
      /** Null: whoever facilitates. */
      readonly actor: Actor | null
      readonly lag: number
      readonly twice: boolean
    }
  | { readonly kind: 'drop'; readonly session: string; readonly person: string }
  | { readonly kind: 'wait'; readonly ms: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      ask,
      actor: fc.option(actor, { freq: 1 }),
      // How long it is on its way, in steps: others overtake it.
      lag: fc.constantFrom(0, 0, 0, 1, 3),
      twice: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('drop' as const), session, person }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 1_000, 31_000, 130_000),
    }),
  },
)

function facilitatorOf(model: SessionModel, ask: Ask): Actor {
  const { session: id } = ask(model, kim) as { session: string }
  const { facilitator } = model.sessions.get(id)!
  return EVERYBODY.find((one) => one.id === facilitator)!
}

/** The votes that nobody may know of are in nothing that is told: no event, no session. */
function expectSecret(model: SessionModel): void {
  const told = model.events.filter((event) => event.type !== 'VotesRevealed')
  expect(JSON.stringify(told)).not.toContain(SECRET)
  for (const { agenda } of model.sessions.values()) {
    for (const { vote: round } of agenda) {
      if (round?.phase === 'open') expect(JSON.stringify(round)).not.toContain(SECRET)
    }
  }
}

/** [MT7] What is revealed is what each person voted last, in that round and on that story. */
function expectOwnVotes(model: SessionModel): void {
  for (const event of model.events) {
    if (!isOfSession(event) || event.type !== 'VotesRevealed') continue
    for (const [who, { comment }] of Object.entries(event.votes)) {
      expect(comment).toBe(`${SECRET}${who}`)
    }
  }
}

/** These commands lead to every state: that none is out of reach is not left to chance. */
const EVERYWHERE = 20261126

/** Plays rooms of random commands, each checked after every step; gives what states they were in, and how often votes were revealed. */
function played(from: number, runs: number) {
  const seen = new Set<string>()
  let revealed = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
      const model = room()
      const onTheWay: { due: number; command: NewCommand; actor: Actor }[] = []
      steps.forEach((one, index) => {
        if (one.kind === 'wait') model.wait(one.ms)
        else if (one.kind === 'drop') model.drop(one.session, one.person)
        else {
          const by = one.actor ?? facilitatorOf(model, one.ask)
          const command = one.ask(model, by)
          onTheWay.push({ due: index + one.lag, command, actor: by })
          if (one.twice) onTheWay.push({ due: index + one.lag + 1, command, actor: by })
        }
        for (const due of onTheWay.filter((waiting) => waiting.due <= index)) {
          onTheWay.splice(onTheWay.indexOf(due), 1)
          const before = model.events.length
          const decision = model.run(due.command, due.actor)
          if (!decision.ok) expect(model.events.length).toBe(before)
        }
        expect(model.faults()).toEqual([])
        for (const known of model.sessions.values()) seen.add(stateAt(known, model.clock))
      })
      expectSecret(model)
      expectOwnVotes(model)
      revealed += model.events.filter(({ type }) => type === 'VotesRevealed').length
      expect(model.folded()).toEqual(model.sessions)
      for (const [id, session] of model.sessions) {
        expect(sessionOf(id, itemsOf(session))).toEqual(session)
      }
      for (const id of ['meet', 'plan']) model.bringToEnd(id)
      expect(model.faults()).toEqual([])
    }),
    { numRuns: runs, seed: from },
  )
  return { seen, revealed }
}

describe('live sessions, whatever is asked', () => {
  it(`[MT1] [MT2] [MT6] [MT7] [I8] any commands by anybody, late, twice, and with drops: sound after every step, never stuck (SEED=${seed})`, () => {
    console.log(`sessions: SEED=${seed} RUNS=${RUNS}`)
    expect(played(seed, RUNS).seen).toContain('scheduled')
  })

  it('[MT1] every state of a session is reached, and votes are revealed', () => {
    const { seen, revealed } = played(EVERYWHERE, 200)
    const states = ['scheduled', 'reading', 'discussing', 'voting', 'revealed', 'paused', 'closing']
    expect([...seen].sort()).toEqual([...states, 'ended'].sort())
    expect(revealed).toBeGreaterThan(10)
  })
})
