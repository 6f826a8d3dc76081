import { describe, expect, it } from 'vitest'
import { READINESS_VOTES, spreadOf } from '#lib/domain/sessions/ballot.ts'
import { currentStory, itemOf, leftOf, spentOn, stateAt } from '#lib/domain/sessions/clock.ts'
import type { NewOutcome } from '#lib/domain/sessions/command.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { suggestAgenda } from '#lib/domain/sessions/suggestions.ts'
import { SCALES } from '#lib/domain/team.ts'
import { bo, con, kim, pia, vic } from '#tests/support/domain.ts'
import { SessionModel } from '#tests/support/sessionModel.ts'

const MINUTE = 60_000
const session = 'meet'

/** A meeting on three stories in Refinement that Kim runs; Bo takes part. */
function meeting(): SessionModel {
  const model = new SessionModel().join(bo, con, vic) as SessionModel
  for (const story of ['a', 'b', 'c']) model.put(story, 'refinement')
  model.must({ type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' }, kim)
  for (const story of ['a', 'b', 'c']) model.must({ type: 'addToAgenda', session, story }, kim)
  model.must({ type: 'startSession', session }, kim)
  model.must({ type: 'joinSession', session, as: 'participant' }, bo)
  return model
}

function held(model: SessionModel): Session {
  return model.sessions.get(session)!
}

function conclude(model: SessionModel, story: string, outcome: NewOutcome) {
  return model.run({ type: 'concludeStory', session, story, outcome }, kim)
}

describe('a session and its clock', () => {
  it('[MT2] has one current story, and goes on to the next when that has its outcome', () => {
    const model = meeting()
    expect(currentStory(held(model))).toBe('a')
    model.must({ type: 'takeUpStory', session, story: 'b' }, kim)
    expect(conclude(model, 'b', { kind: 'parked' }).ok).toBe(true)
    expect(currentStory(held(model))).toBe('c')
    expect(conclude(model, 'c', { kind: 'skipped' }).ok).toBe(true)
    expect(currentStory(held(model))).toBe('a')
    expect(conclude(model, 'a', { kind: 'skipped' }).ok).toBe(true)
    expect(stateAt(held(model), model.clock)).toBe('closing')
  })

  it('[MT2] counts for each story the time it was the current one, without pauses', () => {
    const model = meeting()
    const spent = (story: string) => {
      const item = itemOf(held(model), story)!
      return Math.round(spentOn(held(model), item, model.clock) / MINUTE)
    }
    model.wait(3 * MINUTE)
    model.must({ type: 'pauseSession', session }, kim)
    model.wait(10 * MINUTE)
    model.must({ type: 'resumeSession', session }, kim)
    model.wait(MINUTE)
    expect(spent('a')).toBe(4)
    model.must({ type: 'takeUpStory', session, story: 'b' }, kim)
    model.wait(2 * MINUTE)
    expect([spent('a'), spent('b')]).toEqual([4, 2])
    const left = leftOf(held(model), itemOf(held(model), 'b')!, model.clock)
    expect(Math.round(left / MINUTE)).toBe(8)
  })

  it('[MT2] silent reading ends by itself, and waits while the session is paused', () => {
    const model = meeting()
    model.must({ type: 'takeUpStory', session, story: 'b', silent: 2 }, kim)
    expect(stateAt(held(model), model.clock)).toBe('reading')
    model.wait(MINUTE)
    model.must({ type: 'pauseSession', session }, kim)
    model.wait(10 * MINUTE)
    model.must({ type: 'resumeSession', session }, kim)
    expect(stateAt(held(model), model.clock)).toBe('reading')
    model.wait(MINUTE + 10)
    expect(stateAt(held(model), model.clock)).toBe('discussing')
  })

  it('[MT4] more than half of the hands of those who are here give five minutes more', () => {
    const model = meeting()
    model.must({ type: 'joinSession', session, as: 'participant' })
    model.must({ type: 'joinSession', session, as: 'observer' }, vic)
    model.must({ type: 'askForTime', session, story: 'a' }, bo)
    expect(itemOf(held(model), 'a')).toMatchObject({ minutes: 10, asking: ['bo'] })
    model.must({ type: 'askForTime', session, story: 'a' }, bo)
    expect(itemOf(held(model), 'a')?.minutes).toBe(10)
    model.must({ type: 'askForTime', session, story: 'a' }, kim)
    expect(itemOf(held(model), 'a')).toMatchObject({ minutes: 15, asking: [] })
  })
})

describe('who runs it', () => {
  it('[MT5] whoever facilitates drops out: 30 seconds later others may take over, observers never', () => {
    const model = meeting()
    model.must({ type: 'joinSession', session, as: 'observer' }, vic)
    const takeOver = { type: 'takeOver', session } as const
    model.drop(session, 'kim')
    model.wait(20_000)
    expect(model.run(takeOver, bo)).toMatchObject({ ok: false, code: 'notFacilitator' })
    model.wait(5_000)
    expect(model.run(takeOver, vic)).toMatchObject({ ok: false, code: 'notAllowed' })
    expect(model.run(takeOver, bo).ok).toBe(true)
    expect(held(model).facilitator).toBe('bo')
    expect(model.run({ type: 'pauseSession', session }, kim)).toMatchObject({
      code: 'notFacilitator',
      who: ['Bo'],
    })
  })

  it('[MT5] at once where they left the workspace, and for administrators whenever they like', () => {
    const model = meeting()
    model.must({ type: 'joinSession', session, as: 'participant' })
    model.must({ type: 'takeOver', session })
    model.must({ type: 'handOver', session, person: 'kim' })
    model.must({ type: 'removeMember', member: 'kim' })
    model.must({ type: 'takeOver', session }, bo)
    expect(held(model).facilitator).toBe('bo')
  })

  it('[MT5] when the last one drops out the clock rests', () => {
    const model = meeting()
    model.drop(session, 'bo')
    expect(stateAt(held(model), model.clock)).toBe('discussing')
    model.drop(session, 'kim')
    expect(stateAt(held(model), model.clock)).toBe('paused')
  })

  it('[MT5] is handed only to somebody who may', () => {
    const model = meeting()
    for (const [person, code] of [
      ['con', 'notAllowed'],
      ['nobody', 'memberNotFound'],
    ]) {
      const decision = model.run({ type: 'handOver', session, person: person! }, kim)
      expect(decision).toMatchObject({ ok: false, code })
    }
  })
})

describe('votes', () => {
  it('[MT6] a vote that nobody revealed is forgotten with the outcome, the next round or the end', () => {
    const vote = { type: 'castVote', session, story: 'a', round: 1, value: 'ready' } as const
    for (const end of ['outcome', 'session'] as const) {
      const model = meeting()
      model.must({ type: 'openVote', session, story: 'a' }, kim)
      model.must(vote, bo)
      if (end === 'outcome') conclude(model, 'a', { kind: 'parked' })
      else model.must({ type: 'endSession', session }, kim)
      expect(model.ballots.of(session, 'a').size).toBe(0)
      expect(itemOf(held(model), 'a')?.vote).toBeNull()
    }
  })

  it('[MT6] a revote is the next round, and a vote of the last one does not count in it', () => {
    const model = meeting()
    const vote = { type: 'castVote', session, story: 'a', value: 'ready' } as const
    model.must({ type: 'openVote', session, story: 'a' }, kim)
    model.must({ ...vote, round: 1 }, bo)
    model.must({ type: 'revealVotes', session, story: 'a', round: 1 }, kim)
    model.must({ type: 'openVote', session, story: 'a' }, kim)
    expect(model.run({ ...vote, round: 1 }, bo)).toMatchObject({ code: 'wrongMoment' })
    expect(itemOf(held(model), 'a')?.vote).toMatchObject({ phase: 'open', round: 2, voted: [] })
  })

  it('[MT7] survives its voter leaving, and is no vote of an observer', () => {
    const model = meeting()
    model.must({ type: 'openVote', session, story: 'a' }, kim)
    const vote = { type: 'castVote', session, story: 'a', round: 1, value: 'split' } as const
    model.must(vote, bo)
    model.must({ type: 'leaveSession', session }, bo)
    expect(model.ballots.of(session, 'a').get('bo')?.value).toBe('split')
    model.must({ type: 'joinSession', session, as: 'observer' })
    expect(model.run(vote)).toMatchObject({ code: 'notInSession' })
  })

  it('[PL2] who voted lowest and highest should talk when they are two steps apart', () => {
    const votes = (...values: string[]) =>
      Object.fromEntries(values.map((value, index) => [`p${index}`, { value }]))
    const { points } = SCALES
    expect(spreadOf(votes('3', '3', '5', '8'), points)).toMatchObject({
      talk: { low: ['p0', 'p1'], high: ['p3'] },
      agreed: null,
    })
    expect(spreadOf(votes('3', '5'), points).talk).toBeNull()
    expect(spreadOf(votes('5', '?', '5'), points)).toMatchObject({ talk: null, agreed: '5' })
    expect(spreadOf(votes('?'), READINESS_VOTES).agreed).toBeNull()
  })
})

describe('[MT8] outcomes run the commands that do it anywhere else', () => {
  it('[MT8] [RD1] ready goes through the gate', () => {
    const model = meeting()
    const before = model.events.length
    expect(conclude(model, 'a', { kind: 'ready' })).toMatchObject({ ok: false, code: 'notReady' })
    expect(model.events.length).toBe(before)
    expect(conclude(model, 'a', { kind: 'ready', confirmed: true }).ok).toBe(true)
    expect(model.story('a').stage).toBe('ready')
    expect(itemOf(held(model), 'a')?.outcome?.missing).toContain('value')
  })

  it('[MT8] whoever facilitates needs the right of the command, and hears who has it', () => {
    const model = meeting()
    model.join(pia)
    model.must({ type: 'changeRoles', member: 'pia', roles: ['product-manager'] })
    const ready = { kind: 'ready', confirmed: true } as const
    expect(conclude(model, 'a', ready)).toMatchObject({ code: 'notAllowed', who: ['Ana', 'Pia'] })
    // The product manager marks it; then it is settled as what it is.
    model.must({ type: 'markReady', story: 'a', confirmed: true }, pia)
    expect(conclude(model, 'a', ready).ok).toBe(true)
  })

  it('[MT8] needs work sends a ready story back, with the note as the reason', () => {
    const model = meeting()
    model.must({ type: 'markReady', story: 'a', confirmed: true })
    const note = 'Which columns?'
    expect(
      conclude(model, 'a', { kind: 'needs-work', note, owner: 'bo', due: '2026-12-01' }).ok,
    ).toBe(true)
    expect(model.story('a')).toMatchObject({ stage: 'refinement', reason: note })
  })

  it("[MT8] won't do dismisses it; parked and skipped leave it where it is", () => {
    const model = meeting()
    conclude(model, 'a', { kind: 'wont-do', reason: 'Out of scope' })
    conclude(model, 'b', { kind: 'parked' })
    expect(model.story('a').stage).toBe('wont-do')
    expect(model.story('b').stage).toBe('refinement')
  })

  it('[MT8] a split captures its parts whole or not at all, each with the criteria dealt to it', () => {
    const model = meeting()
    const parts = [
      { story: 'p1', title: 'First half', criteria: ['c1', 'c2'] },
      { story: 'p2', title: ' ', criteria: [] },
    ]
    expect(conclude(model, 'a', { kind: 'split', into: parts })).toMatchObject({
      code: 'titleEmpty',
    })
    expect(model.stories.has('p1')).toBe(false)
    const into = [parts[0]!, { ...parts[1]!, title: 'Second half' }]
    expect(conclude(model, 'a', { kind: 'split', into }).ok).toBe(true)
    expect([model.story('p1'), model.story('p2')]).toMatchObject([
      { stage: 'refinement', title: 'First half' },
      { stage: 'refinement', title: 'Second half' },
    ])
    expect(model.story('p1').key).not.toBe(model.story('p2').key)
    const dealt = model.events.filter(({ type }) => type === 'CriteriaDealt')
    expect(dealt).toMatchObject([{ story: 'p1', from: 'a', criteria: ['c1', 'c2'] }])
  })

  it('[MT10] a topic of the parking lot becomes an idea, once', () => {
    const model = meeting()
    const topic = { session, note: 'n', text: 'Dates in other\nlanguages', about: null } as const
    model.must({ type: 'parkTopic', ...topic }, bo)
    model.must({ type: 'captureTopic', session, note: 'n', story: 'dates' }, bo)
    expect(model.story('dates')).toMatchObject({
      stage: 'idea',
      title: 'Dates in other languages',
    })
    const again = { type: 'captureTopic', session, note: 'n', story: 'more' } as const
    expect(model.run(again, bo)).toMatchObject({ code: 'alreadyThere' })
  })
})

describe('[MT9] what it leaves behind', () => {
  it('[MT9] a comment on each story that was talked about, in the inbox of who was there and who owns what is next', () => {
    const model = meeting()
    model.wait(8 * MINUTE)
    const about = { session, note: 'd', text: 'UTF-8 only, @[Ana](person:ana)', about: 'a' }
    model.must({ type: 'recordDecision', ...about }, bo)
    conclude(model, 'a', {
      kind: 'needs-work',
      note: 'Ask *them*',
      owner: 'con',
      due: '2026-12-01',
    })
    model.must({ type: 'endSession', session }, kim)
    const { comments } = model.thread('a', 'session-meet')
    expect(comments[0]).toMatchObject({ by: 'kim', mentions: { people: ['con', 'kim', 'bo'] } })
    for (const words of ['needs work, 8 min', 'UTF-8 only', 'until 1 Dec 2026', 'Ask \\*them\\*']) {
      expect(comments[0]?.text).toContain(words)
    }
    expect(Object.keys(model.news('bo'))).toEqual(['a'])
    expect(Object.keys(model.news('con'))).toContain('a')
    for (const story of ['b', 'c']) expect(model.talks.get(story).size).toBe(0)
    expect(held(model).phase.name).toBe('ended')
  })

  it('[MT9] a story that takes no comment any more does not keep it from ending', () => {
    const model = meeting()
    conclude(model, 'a', { kind: 'skipped' })
    model.must({ type: 'trashStory', story: 'a' })
    model.must({ type: 'endSession', session }, kim)
    expect(held(model).phase.name).toBe('ended')
  })
})

describe('[MT3] the agenda', () => {
  it('[MT3] is suggested: waiting questions first, then what is nearly ready, then what is there longest', () => {
    const model = new SessionModel()
    for (const story of ['new', 'old', 'near', 'asked', 'idea']) {
      model.put(story, story === 'idea' ? 'idea' : 'refinement')
      model.wait(MINUTE)
    }
    model.describe('asked', { openQuestions: 1, blockingQuestions: 1 })
    model.describe('near', { hasValue: true, criteria: 2, digest: 'x' })
    model.must({ type: 'createTheme', theme: 't', name: 'Trust' })
    model.must({ type: 'setTheme', story: 'near', theme: 't' })
    expect(suggestAgenda(model.stories.values())).toEqual([
      { story: 'asked', why: 'blocked' },
      { story: 'near', why: 'nearly-ready' },
      { story: 'new', why: 'longest' },
      { story: 'old', why: 'longest' },
    ])
  })

  it('[MT3] takes what is being refined; planning what is on its team’s backlog', () => {
    const model = meeting().found('web', { kim: 'member' }) as SessionModel
    model.putOnTeam('t', 'web')
    model.put('no', 'wont-do')
    const plan = { session: 'plan', kind: 'planning', name: 'Sizes', team: 'web' } as const
    model.must({ type: 'scheduleSession', ...plan }, kim)
    const add = (where: string, story: string) =>
      model.run({ type: 'addToAgenda', session: where, story }, kim)
    expect(add(session, 't')).toMatchObject({ code: 'moveNotAllowed' })
    expect(add(session, 'no')).toMatchObject({ code: 'moveNotAllowed' })
    expect(add('plan', 'a')).toMatchObject({ code: 'notOnTeam' })
    expect(add('plan', 't').ok).toBe(true)
  })
})

describe('planning', () => {
  it('[PL3] accepting a size is sizing: the same rule, the same event', () => {
    const model = new SessionModel().join(bo) as SessionModel
    model.found('web', { bo: 'member' })
    model.putOnTeam('t', 'web')
    const plan = { session: 'plan', kind: 'planning', name: 'Sizes', team: 'web' } as const
    model.must({ type: 'scheduleSession', ...plan }, bo)
    model.must({ type: 'addToAgenda', session: 'plan', story: 't' }, bo)
    model.must({ type: 'startSession', session: 'plan' }, bo)
    const accept = (size: string) =>
      model.run(
        { type: 'concludeStory', session: 'plan', story: 't', outcome: { kind: 'sized', size } },
        bo,
      )
    expect(accept('huge')).toMatchObject({ code: 'badSize' })
    expect(accept('5').ok).toBe(true)
    expect(model.story('t').size).toBe('5')
    expect(model.events.some(({ type }) => type === 'StorySized')).toBe(true)
  })

  it('[PL4] a round with a deadline is open before the session begins, ends then, and is settled without a meeting', () => {
    const model = new SessionModel().join(bo) as SessionModel
    model.found('web', { bo: 'member', kim: 'member' })
    model.putOnTeam('t', 'web')
    const plan = { session: 'plan', kind: 'planning', name: 'Sizes', team: 'web' } as const
    model.must({ type: 'scheduleSession', ...plan }, bo)
    model.must({ type: 'addToAgenda', session: 'plan', story: 't' }, bo)
    const deadline = model.clock + 60 * MINUTE
    model.must({ type: 'openVote', session: 'plan', story: 't', deadline }, bo)
    const vote = { type: 'castVote', session: 'plan', story: 't', round: 1, value: '3' } as const
    model.must({ type: 'joinSession', session: 'plan', as: 'participant' }, kim)
    model.must({ ...vote, comment: 'Like the last one' }, kim)
    model.wait(60 * MINUTE)
    expect(model.run(vote, kim)).toMatchObject({ code: 'wrongMoment' })
    const { vote: round } = itemOf(model.sessions.get('plan')!, 't')!
    expect(round).toMatchObject({ phase: 'revealed', votes: { kim: { value: '3' } } })
    const outcome = { kind: 'sized', size: '3' } as const
    model.must({ type: 'concludeStory', session: 'plan', story: 't', outcome }, bo)
    expect(model.story('t').size).toBe('3')
  })
})
