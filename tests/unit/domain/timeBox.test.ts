import { expect, it } from 'vitest'
import { itemOf } from '#lib/domain/sessions/clock.ts'
import { bo, con, kim, vic } from '#tests/support/domain.ts'
import { SessionModel } from '#tests/support/sessionModel.ts'

const session = 'meet'

it('[MT12] a story is given another time box: by whoever may before it begins, then by whoever facilitates, until its outcome', () => {
  const model = new SessionModel().join(bo, con, vic) as SessionModel
  for (const story of ['a', 'b']) model.put(story, 'refinement')
  model.must({ type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' }, kim)
  for (const story of ['a', 'b']) model.must({ type: 'addToAgenda', session, story }, kim)
  const box = (story: string, minutes: number) =>
    ({ type: 'setTimeBox', session, story, minutes }) as const
  model.must(box('a', 20), bo)
  expect(itemOf(model.sessions.get(session)!, 'a')?.minutes).toBe(20)
  const before = model.events.length
  model.must(box('a', 20), bo)
  expect(model.events.length).toBe(before)
  for (const minutes of [0, 241]) {
    expect(model.run(box('a', minutes), kim)).toMatchObject({ ok: false, code: 'invalid' })
  }
  expect(model.run(box('a', 5), con)).toMatchObject({ ok: false, code: 'notAllowed' })
  expect(model.run(box('c', 5), kim)).toMatchObject({ ok: false, code: 'notOnAgenda' })

  model.must({ type: 'startSession', session }, kim)
  for (const actor of [bo, vic]) {
    model.must(
      { type: 'joinSession', session, as: actor === bo ? 'participant' : 'observer' },
      actor,
    )
  }
  expect(model.run(box('a', 5), bo)).toMatchObject({ ok: false, code: 'notFacilitator' })
  model.must({ type: 'joinSession', session, as: 'participant' })
  model.must({ type: 'askForTime', session, story: 'a' }, bo)
  model.must(box('a', 10), kim)
  expect(itemOf(model.sessions.get(session)!, 'a')).toMatchObject({ minutes: 10, asking: ['bo'] })
  model.must({ type: 'pauseSession', session }, kim)
  model.must({ type: 'resumeSession', session }, kim)
  model.must({ type: 'askForTime', session, story: 'a' }, bo)
  model.must(box('a', 30), kim)
  expect(itemOf(model.sessions.get(session)!, 'a')).toMatchObject({ minutes: 30, asking: [] })
  model.must({ type: 'pauseSession', session }, kim)
  model.must(box('a', 25), kim)
  model.must({ type: 'resumeSession', session }, kim)
  const parked = {
    type: 'concludeStory',
    session,
    story: 'a',
    outcome: { kind: 'parked' },
  } as const
  model.must(parked, kim)
  expect(model.run(box('a', 40), kim)).toMatchObject({ ok: false, code: 'wrongMoment' })
  expect(itemOf(model.sessions.get(session)!, 'a')?.minutes).toBe(25)
})
