import { describe, expect, it } from 'vitest'
import type { AskedQuestion } from '#lib/domain/facts.ts'
import { ana, bo, con, Flow, kim, pia, vic } from '#tests/support/domain.ts'

/** Ana owns the workspace, Kim captured `a`, Bo watches it. */
function scene(): Flow {
  const flow = new Flow().join(bo, vic, con)
  flow.must({ type: 'captureStory', story: 'a', title: 'Export' }, kim)
  flow.must({ type: 'watchStory', story: 'a' }, bo)
  return flow
}

const question = (id: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id,
  by: 'ana',
  owner: null,
  blocking: true,
  text: 'Which columns?',
  ...more,
})

describe("a person's own inbox", () => {
  it('[IN5] what is done is done up to where it was seen; what comes later is new', () => {
    const flow = scene()
    flow.must({ type: 'startRefining', story: 'a' })
    const [seen] = flow.inbox.entry('kim', 'a')!.notices
    flow.clock += 120_000
    flow.must({ type: 'returnToIdea', story: 'a' })
    flow.must({ type: 'markNoticesDone', story: 'a', upTo: seen!.seq }, kim)
    expect(flow.news('kim')).toEqual({ a: ['moved: captured'] })
    flow.must({ type: 'markNoticesDone', story: 'a', upTo: 1e15 }, kim)
    expect(flow.news('kim')).toEqual({})
    flow.clock += 120_000
    flow.must({ type: 'startRefining', story: 'a' })
    expect(flow.news('kim').a).toHaveLength(1)
    expect(flow.news('bo').a).toHaveLength(3)
  })

  it('[IN5] done twice is one event; undone brings back what was new', () => {
    const flow = scene()
    flow.must({ type: 'startRefining', story: 'a' })
    const done = { type: 'markNoticesDone', story: 'a', upTo: 99 } as const
    expect(flow.must(done, kim)).toHaveLength(1)
    expect(flow.must(done, kim)).toHaveLength(0)
    flow.must({ type: 'markNoticesUndone', story: 'a', downTo: 0 }, kim)
    expect(flow.news('kim')).toEqual({ a: ['moved: captured'] })
  })

  it('[IN9] who answers, resolves or decides has done with the notices of the thread; taken back, they are new', () => {
    const suggestion = { from: 'this', to: 'that' }
    const anchor = { kind: 'text', start: 'AAA=', end: 'AAE=', quote: 'this' } as const
    const at = { story: 'a', thread: 't' } as const
    const acts = [
      [
        { type: 'reply', ...at, comment: 'r', text: 'So' },
        { type: 'deleteComment', ...at, comment: 'r' },
      ],
      [
        { type: 'resolveThread', ...at },
        { type: 'reopenThread', ...at },
      ],
      [
        { type: 'settleSuggestion', ...at, outcome: 'rejected' },
        { type: 'unsettleSuggestion', ...at },
      ],
    ] as const
    for (const [act, back] of acts) {
      const flow = scene()
      flow.must({ type: 'startRefining', story: 'a' })
      const start = { type: 'startThread', ...at, comment: 'c', text: 'Why?' } as const
      flow.must({ ...start, anchor, suggestion }, bo)
      expect(flow.news('kim').a).toEqual(['comment: captured', 'moved: captured'])
      flow.must(act, kim)
      expect(flow.news('kim').a, act.type).toEqual(['moved: captured'])
      flow.must(back, kim)
      expect(flow.news('kim').a, back.type).toEqual(['comment: captured', 'moved: captured'])
      flow.must(act, kim)
      flow.must({ type: 'reply', ...at, comment: 'c2', text: 'And?' }, bo)
      expect(flow.news('kim').a?.[0], 'what comes later').toMatch(/^comment/)
    }
  })

  it('[IN9] who answers a question has done with being asked it; asked again, it is told anew', () => {
    const flow = scene()
    flow.describe('a', { asked: [question('q', { owner: 'bo' })], openQuestions: 1 })
    expect(flow.news('bo').a).toEqual(['asked: asked'])
    flow.describe('a', { asked: [], openQuestions: 0 }, { by: 'bo', closed: ['q'] })
    expect(flow.news('bo')).toEqual({})
    flow.describe('a', { asked: [question('q', { owner: 'bo' })], openQuestions: 1 }, { by: 'bo' })
    expect(flow.news('bo').a).toEqual(['asked: asked'])
  })

  it('[IN9] what was settled by answering is new again once it is marked so, and not by undoing another mark', () => {
    const flow = scene()
    const at = { story: 'a', thread: 't' } as const
    flow.must({ type: 'startRefining', story: 'a' })
    flow.must({ type: 'startThread', ...at, comment: 'c', text: 'Why?', anchor: null }, bo)
    flow.must({ type: 'reply', ...at, comment: 'r', text: 'So' }, kim)
    flow.must({ type: 'markNoticesDone', story: 'a', upTo: 1e9 }, kim)
    expect(flow.news('kim')).toEqual({})
    flow.must({ type: 'markNoticesUndone', story: 'a', downTo: 0 }, kim)
    expect(flow.news('kim').a).toEqual(['moved: captured'])
    flow.must({ type: 'markNoticesDone', story: 'a', upTo: 1e9 }, kim)
    const newest = flow.inbox.entry('kim', 'a')!.notices[0]!.seq
    flow.must({ type: 'markNoticesUndone', story: 'a', downTo: newest - 1 }, kim)
    expect(flow.news('kim').a).toEqual(['comment: captured'])
    expect(flow.must({ type: 'markNoticesUndone', story: 'a', downTo: newest - 1 }, kim)).toEqual(
      [],
    )
  })

  it('[IN6] of a story one may not know of, an inbox command says what it says of one that is not there', () => {
    const flow = scene()
    flow.found('dark', { kim: 'member' }, { isPrivate: true })
    flow.putOnTeam('s', 'dark')
    const refused = flow.run({ type: 'muteStory', story: 's' }, vic)
    expect(refused).toEqual(flow.run({ type: 'muteStory', story: 'nowhere' }, vic))
    expect(refused).toMatchObject({ ok: false, code: 'notFound' })
  })

  it('[IN2] who captured a story can stop watching it, and watch it again', () => {
    const flow = scene()
    expect(flow.must({ type: 'unwatchStory', story: 'a' }, kim)).toHaveLength(1)
    expect(flow.must({ type: 'unwatchStory', story: 'a' }, kim)).toHaveLength(0)
    expect(flow.must({ type: 'watchStory', story: 'a' }, kim)).toHaveLength(1)
    expect(flow.must({ type: 'watchStory', story: 'a' }, kim)).toHaveLength(0)
  })
})

describe('[IN7] [ST8] the day to look at it again', () => {
  function aside(by = kim): Flow {
    const flow = scene()
    flow.must({ type: 'captureStory', story: 'b', title: 'Later' })
    flow.must(
      { type: 'dismissStory', story: 'b', reason: 'Too early', revisitOn: '2026-03-01' },
      by,
    )
    return flow
  }

  it('returns the story to whoever set it aside, once for each day', () => {
    const flow = aside()
    flow.remind('2026-02-28')
    expect(flow.news('kim')).toEqual({})
    flow.remind('2026-03-01')
    flow.remind('2026-03-02')
    expect(flow.news('kim')).toEqual({ b: ['revisit: set-aside'] })
    expect(flow.news('ana').b).not.toContain('revisit: can-reopen')
  })

  it('returns it to everybody who can reopen it once that person cannot', () => {
    const flow = aside().join(pia)
    flow.must({ type: 'changeRoles', member: 'kim', roles: ['viewer'] })
    flow.remind('2026-03-01')
    expect(flow.news('kim')).toEqual({})
    expect(flow.news('pia')).toEqual({ b: ['revisit: can-reopen'] })
    expect(flow.news('ana').b).toContain('revisit: can-reopen')
  })

  it('comes again when it was set aside until another day', () => {
    const flow = aside()
    flow.remind('2026-03-01')
    flow.must({ type: 'reopenStory', story: 'b' }, ana)
    flow.must({ type: 'dismissStory', story: 'b', reason: 'No', revisitOn: '2026-04-01' }, kim)
    flow.must({ type: 'markNoticesDone', story: 'b', upTo: 1_000 }, kim)
    flow.remind('2026-04-02')
    expect(flow.news('kim')).toEqual({ b: ['revisit: set-aside'] })
  })
})
