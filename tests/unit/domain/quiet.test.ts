import { describe, expect, test } from 'vitest'
import { isQuiet, QUIET_DAYS, quietDays } from '#lib/domain/quiet.ts'
import { ana, con, Flow, kim } from '#tests/support/domain.ts'

const DAY = 86_400_000

/** A workspace with one story, and nothing done in it for `days`. */
function after(days: number, stage: 'idea' | 'refinement' | 'ready' | 'wont-do' = 'idea'): Flow {
  const flow = new Flow().join(con)
  flow.put('a', stage)
  flow.clock += days * DAY
  return flow
}

const quiet = (flow: Flow) => isQuiet(flow.story('a'), flow.clock)

describe('[QU1] a story is quiet', () => {
  test('after 60 days in which nothing happened, not a day before', () => {
    expect(quiet(after(QUIET_DAYS - 1))).toBe(false)
    expect(quiet(after(QUIET_DAYS))).toBe(true)
    expect(quietDays(after(74).story('a'), after(74).clock)).toBe(74)
  })

  test("in Idea, Refinement and Ready, never in Won't do and on a backlog", () => {
    for (const stage of ['idea', 'refinement', 'ready'] as const) {
      expect(quiet(after(90, stage)), stage).toBe(true)
    }
    expect(quiet(after(900, 'wont-do'))).toBe(false)
    const flow = new Flow().found('web')
    flow.putOnTeam('a', 'web')
    flow.clock += 900 * DAY
    expect(quiet(flow)).toBe(false)
  })
})

describe('[QU2] what wakes it', () => {
  test.each([
    [{ type: 'renameStory', story: 'a', title: 'Other' }],
    [{ type: 'setLabels', story: 'a', labels: ['x'] }],
    [{ type: 'upvoteStory', story: 'a' }],
    [{ type: 'startThread', story: 'a', thread: 't', comment: 'c', text: 'Why?', anchor: null }],
    [{ type: 'keepVersion', story: 'a', name: 'Agreed' }],
    [{ type: 'startRefining', story: 'a' }],
    [{ type: 'keepStory', story: 'a' }],
  ] as const)('%o', (command) => {
    const flow = after(61)
    flow.must(command)
    expect(quiet(flow)).toBe(false)
    flow.clock += 60 * DAY
    expect(quiet(flow)).toBe(true)
  })

  test('a text that the server has read', () => {
    const flow = after(61)
    flow.describe('a', { hasValue: true })
    expect(quiet(flow)).toBe(false)
  })

  test.each([
    [{ type: 'watchStory', story: 'a' }],
    [{ type: 'muteStory', story: 'a' }],
    [{ type: 'markNoticesDone', story: 'a', upTo: 1 }],
  ] as const)('but not %o, which is about a person', (command) => {
    const flow = after(61)
    flow.must(command, kim)
    expect(quiet(flow)).toBe(true)
  })
})

describe('[QU3] keeping', () => {
  test('is one event, none where it is not quiet or kept already, and can be taken back', () => {
    const flow = after(61)
    expect(flow.must({ type: 'keepStory', story: 'a' }, kim)).toMatchObject([{ type: 'StoryKept' }])
    expect(flow.must({ type: 'keepStory', story: 'a' })).toEqual([])
    expect(flow.must({ type: 'withdrawKeep', story: 'a' })).toMatchObject([
      { type: 'KeepWithdrawn' },
    ])
    expect(quiet(flow)).toBe(true)
    expect(flow.must({ type: 'withdrawKeep', story: 'a' })).toEqual([])
  })

  test('is for whoever may refine', () => {
    expect(after(61).run({ type: 'keepStory', story: 'a' }, con)).toMatchObject({
      code: 'notAllowed',
      message: `Only members can say which quiet stories to keep. Ask ${ana.name} or ${kim.name}.`,
    })
  })
})
