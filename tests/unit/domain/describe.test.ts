import { describe, expect, it } from 'vitest'
import { con, Flow, kim, vic } from '#tests/support/domain.ts'

function oneStory(): Flow {
  const flow = new Flow().join(con, vic)
  for (const id of ['a', 'b', 'c']) flow.put(id)
  flow.must({ type: 'createTheme', theme: 't1', name: 'Trust' })
  flow.must({ type: 'createTheme', theme: 't2', name: 'Speed' })
  flow.must({ type: 'createPersona', persona: 'p1', name: 'Buyer' })
  return flow
}

describe('[DE1] labels', () => {
  it('[DE1] are tidied, and the same word in another case is one label', () => {
    const flow = oneStory()
    flow.must({ type: 'setLabels', story: 'a', labels: [' Big  one ', 'big one', '', 'b'] })
    expect(flow.story('a').labels).toEqual(['Big one', 'b'])
    expect(flow.must({ type: 'setLabels', story: 'a', labels: ['Big one', 'b'] })).toEqual([])
  })

  it('[DE1] at most 20, of at most 40 characters', () => {
    const flow = oneStory()
    const many = Array.from({ length: 21 }, (_, index) => `label ${index}`)
    flow.must({ type: 'setLabels', story: 'a', labels: many.slice(1) })
    for (const labels of [many, ['x'.repeat(41)]]) {
      expect(flow.run({ type: 'setLabels', story: 'a', labels })).toMatchObject({
        code: 'badLabels',
      })
    }
    expect(flow.story('a').labels).toHaveLength(20)
    flow.must({ type: 'setLabels', story: 'a', labels: ['x'.repeat(40)] })
  })
})

describe('[DE2] dependencies', () => {
  it('[DE2] others of the workspace, each once; "none" is not the same as "nobody has said"', () => {
    const flow = oneStory()
    expect(flow.story('a').dependencies).toBeNull()
    flow.must({ type: 'setDependencies', story: 'a', dependencies: [] })
    expect(flow.story('a').dependencies).toEqual([])
    flow.must({ type: 'setDependencies', story: 'a', dependencies: ['b', 'c', 'b'] })
    expect(flow.story('a').dependencies).toEqual(['b', 'c'])
    flow.must({ type: 'setDependencies', story: 'a', dependencies: null })
    expect(flow.story('a').dependencies).toBeNull()
  })

  it('[DE2] not itself, nobody unknown, at most 50', () => {
    const flow = oneStory()
    const many = Array.from({ length: 51 }, (_, index) => `n${index}`)
    for (const dependencies of [['a'], ['b', 'nope'], many]) {
      expect(flow.run({ type: 'setDependencies', story: 'a', dependencies })).toMatchObject({
        code: 'badDependencies',
      })
    }
  })

  it('[DE2] one that has gone since stays until somebody takes it away', () => {
    const flow = oneStory()
    flow.must({ type: 'setDependencies', story: 'a', dependencies: ['b'] })
    flow.must({ type: 'trashStory', story: 'b' })
    flow.must({ type: 'purgeTrash', only: 'b' })
    flow.must({ type: 'setDependencies', story: 'a', dependencies: ['b', 'c'] })
    flow.must({ type: 'setDependencies', story: 'a', dependencies: ['c'] })
    expect(flow.run({ type: 'setDependencies', story: 'a', dependencies: ['b'] })).toMatchObject({
      code: 'badDependencies',
    })
  })
})

describe('[DE3] theme and persona', () => {
  it('[DE3] one that is there and not archived; an archived one stays where it is', () => {
    const flow = oneStory()
    flow.must({ type: 'setTheme', story: 'a', theme: 't1' })
    flow.must({ type: 'setPersona', story: 'a', persona: 'p1' })
    flow.must({ type: 'archiveTheme', theme: 't1' })
    flow.must({ type: 'archivePersona', persona: 'p1' })
    expect(flow.story('a')).toMatchObject({ theme: 't1', persona: 'p1' })
    expect(flow.must({ type: 'setTheme', story: 'a', theme: 't1' })).toEqual([])
    for (const theme of ['t1', 'nope']) {
      expect(flow.run({ type: 'setTheme', story: 'b', theme })).toMatchObject({
        code: 'themeNotFound',
      })
    }
    for (const persona of ['p1', 'nope']) {
      expect(flow.run({ type: 'setPersona', story: 'b', persona })).toMatchObject({
        code: 'personaNotFound',
      })
    }
    flow.must({ type: 'setPersona', story: 'b', persona: 'not-needed' })
    flow.must({ type: 'setPersona', story: 'b', persona: null })
  })
})

describe('[DE4] votes and watching', () => {
  it("[DE4] are one's own, once each, in the order of the votes", () => {
    const flow = oneStory()
    flow.must({ type: 'upvoteStory', story: 'a' }, kim)
    flow.must({ type: 'upvoteStory', story: 'a' }, con)
    expect(flow.must({ type: 'upvoteStory', story: 'a' }, kim)).toEqual([])
    expect(flow.story('a').votes).toEqual(['kim', 'con'])
    flow.must({ type: 'withdrawVote', story: 'a' }, kim)
    expect(flow.must({ type: 'withdrawVote', story: 'a' }, kim)).toEqual([])
    expect(flow.story('a').votes).toEqual(['con'])
  })

  it('[DE4] watching takes no right but reading, voting does', () => {
    const flow = oneStory()
    flow.must({ type: 'watchStory', story: 'a' }, vic)
    expect(flow.must({ type: 'watchStory', story: 'a' }, vic)).toEqual([])
    expect(flow.story('a').watchers).toEqual(['vic'])
    flow.must({ type: 'unwatchStory', story: 'a' }, vic)
    expect(flow.story('a').watchers).toEqual([])
    for (const type of ['upvoteStory', 'withdrawVote'] as const) {
      expect(flow.run({ type, story: 'a' }, vic)).toMatchObject({ code: 'notAllowed' })
    }
  })
})
