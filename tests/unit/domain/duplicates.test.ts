import { describe, expect, it } from 'vitest'
import { con, Flow, kim } from '#tests/support/domain.ts'

const dismiss = (story: string, duplicateOf?: string, merge?: boolean) =>
  ({
    type: 'dismissStory',
    story,
    reason: 'The same',
    ...(duplicateOf && { duplicateOf }),
    ...(merge !== undefined && { merge }),
  }) as const

function stories(...ids: string[]): Flow {
  const flow = new Flow().join(con)
  for (const id of ids) flow.put(id)
  return flow
}

describe('[DU1] duplicate of', () => {
  it('[DU1] another story that is there: not itself, not unknown, not in the trash', () => {
    const flow = stories('a', 'b', 'c')
    flow.must({ type: 'trashStory', story: 'c' })
    for (const original of ['a', 'nope', 'c']) {
      expect(flow.run(dismiss('a', original))).toMatchObject({ code: 'badDuplicate' })
    }
    flow.must(dismiss('a', 'b'))
    expect(flow.story('a')).toMatchObject({ stage: 'wont-do', duplicateOf: 'b' })
  })

  it('[DU1] never in a circle, however long: both keys lead to one story', () => {
    const flow = stories('a', 'b', 'c')
    flow.must(dismiss('a', 'b'))
    expect(flow.run(dismiss('b', 'a'))).toMatchObject({ code: 'badDuplicate' })
    flow.must(dismiss('b', 'c'))
    expect(flow.run(dismiss('c', 'a'))).toMatchObject({
      code: 'badDuplicate',
      message: 'ST-1 is already a duplicate of ST-3. Choose another story.',
    })
    flow.must({ type: 'reopenStory', story: 'b' })
    flow.must(dismiss('c', 'a'))
  })

  it('[DU1] also of a story on a backlog', () => {
    const flow = stories('a').found('web')
    flow.putOnTeam('t', 'web')
    flow.must(dismiss('a', 't'))
    flow.putOnTeam('u', 'web')
    flow.must(dismiss('u', 't'))
    expect(flow.backlog('web')).toEqual(['t'])
  })
})

describe('[DU2] merging', () => {
  it('[DU2] carries over the votes and watchers that are not there yet, and says from where', () => {
    const flow = stories('a', 'b')
    for (const story of ['a', 'b']) flow.must({ type: 'upvoteStory', story }, kim)
    flow.must({ type: 'upvoteStory', story: 'a' }, con)
    flow.must({ type: 'watchStory', story: 'a' }, con)
    const events = flow.must(dismiss('a', 'b', true))
    expect(events).toMatchObject([
      { type: 'StoryMoved', story: 'a', to: 'wont-do', duplicateOf: 'b' },
      { type: 'StoryMerged', story: 'b', from: 'a', votes: ['con'], watchers: ['con'] },
    ])
    expect(flow.story('b')).toMatchObject({ votes: ['kim', 'con'], watchers: ['con'] })
    expect(flow.story('a').votes).toEqual(['kim', 'con'])
  })

  it('[DU2] needs to know into which, and the right to write there', () => {
    const flow = stories('a', 'b').found('web')
    flow.putOnTeam('t', 'web')
    expect(flow.run(dismiss('a', undefined, true))).toMatchObject({ code: 'badDuplicate' })
    expect(flow.run(dismiss('a', 't', true), kim)).toMatchObject({
      code: 'notAllowed',
      message: expect.stringContaining('Mark it as a duplicate without merging'),
    })
    flow.must(dismiss('a', 't'), kim)
    flow.must(dismiss('b', 't', true))
  })

  it('[DU2] belongs to a dismissal', () => {
    const flow = stories('a', 'b')
    for (const extra of [{ merge: true }, { duplicateOf: 'b' }, { revisitOn: '2027-01-01' }]) {
      expect(flow.run({ type: 'startRefining', story: 'a', ...extra })).toMatchObject({
        code: 'invalid',
      })
    }
  })
})
