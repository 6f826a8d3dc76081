import { describe, expect, it } from 'vitest'
import { suggestedSize } from '#lib/domain/sessions/ballot.ts'
import { headOf, roundsAsking } from '#lib/domain/sessions/items.ts'
import { suggestQueue } from '#lib/domain/sessions/suggestions.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import { SCALES } from '#lib/domain/team.ts'
import { bo, kim } from '#tests/support/domain.ts'
import { SessionModel } from '#tests/support/sessionModel.ts'

const { points, shirts } = SCALES
const HOUR = 60 * 60_000
const votes = (...values: string[]) =>
  Object.fromEntries(values.map((value, index) => [`p${index}`, { value }]))

/** Planning of two stories that Bo has prepared. */
function planning(): SessionModel {
  const model = new SessionModel().join(bo) as SessionModel
  model.found('web', { bo: 'member', kim: 'member' })
  for (const story of ['a', 'b']) model.putOnTeam(story, 'web')
  const plan = { session: 'plan', kind: 'planning', name: 'Sizes', team: 'web' } as const
  model.must({ type: 'scheduleSession', ...plan }, bo)
  for (const story of ['a', 'b']) model.must({ type: 'addToAgenda', session: 'plan', story }, bo)
  return model
}

describe('[PL5] the size that votes speak for', () => {
  it.each([
    ['what everybody says', ['5', '5', '5'], points, '5'],
    ['the middle one', ['1', '3', '13'], points, '3'],
    ['the larger of two', ['3', '5'], points, '5'],
    ['by the scale, not by the letters', ['XL', 'S', 'M'], shirts, 'M'],
    ['whoever cannot tell is left out', ['?', '8', '?'], points, '8'],
    ['nobody can tell', ['?', '?'], points, null],
    ['nobody has voted', [], points, null],
    ['what was voted before the scale was another one is left out', ['XS', '3'], points, '3'],
  ])('is %s', (_, values, scale, size) => {
    expect(suggestedSize(votes(...values), scale)).toBe(size)
  })
})

describe('[PL6] what could be sized', () => {
  it('has no size and has not been begun, in the order of the backlog', () => {
    const model = planning()
    for (const story of ['c', 'd', 'e']) model.putOnTeam(story, 'web')
    model.must({ type: 'sizeStory', story: 'b', size: '3' }, bo)
    model.must({ type: 'moveToStep', story: 'c', step: 'doing' }, bo)
    model.must({ type: 'rankStory', story: 'e', place: { after: null } }, bo)
    const order = ['e', 'a', 'b', 'c', 'd'].map((id) => model.story(id) as TeamStory)
    const team = model.settings.teams.get('web')!
    expect(suggestQueue(order, team).map(({ id }) => id)).toEqual(['e', 'a', 'd'])
  })
})

describe('[PL7] who is asked for a vote', () => {
  it('is whoever has not voted yet in a round that is open until a day', () => {
    const model = planning()
    const head = () => headOf(model.sessions.get('plan')!)
    const asked = (person: string, now = model.clock) =>
      roundsAsking(head(), person, now).map(({ story }) => story)
    expect(head()).not.toHaveProperty('rounds')
    const deadline = model.clock + HOUR
    for (const story of ['a', 'b']) {
      model.must({ type: 'openVote', session: 'plan', story, deadline }, bo)
    }
    expect(asked('kim')).toEqual(['a', 'b'])
    model.must({ type: 'joinSession', session: 'plan', as: 'participant' }, kim)
    const vote = { type: 'castVote', session: 'plan', story: 'a', round: 1 } as const
    model.must({ ...vote, value: '3' }, kim)
    expect([asked('kim'), asked('bo')]).toEqual([['b'], ['a', 'b']])
    expect(asked('bo', deadline)).toEqual([])
    expect(JSON.stringify(head())).not.toContain('value')
    model.must({ ...vote, value: null }, kim)
    expect(asked('kim')).toEqual(['a', 'b'])
  })

  it('is nobody where everybody is there to vote, and nobody once it is over', () => {
    const model = planning()
    model.must({ type: 'startSession', session: 'plan' }, bo)
    model.must({ type: 'openVote', session: 'plan', story: 'a' }, bo)
    expect(headOf(model.sessions.get('plan')!)).not.toHaveProperty('rounds')
    const deadline = model.clock + HOUR
    model.must({ type: 'openVote', session: 'plan', story: 'b', deadline }, bo)
    model.must({ type: 'endSession', session: 'plan' }, bo)
    expect(headOf(model.sessions.get('plan')!)).not.toHaveProperty('rounds')
  })
})
