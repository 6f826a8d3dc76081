import { describe, expect, test } from 'vitest'
import { askedAhead } from '#components/live/around/asked.ts'
import { reportMarkdown, reportOf, type ReportWords } from '#components/live/around/report.ts'
import { kim, bo } from '#tests/support/domain.ts'
import { SessionModel } from '#tests/support/sessionModel.ts'

const session = 'meet'
const names = {
  story: (id: string) =>
    id === 'b' ? undefined : { key: `ST-${id.toUpperCase()}`, title: 'Export | import' },
  person: (id: string) => ({ kim: 'Kim', bo: 'Bo *' })[id],
  hidden: { story: 'A hidden story', person: 'Somebody' },
}
const words: ReportWords = {
  story: 'Story',
  time: 'Time',
  outcome: 'Outcome',
  next: 'Next',
  decisions: 'Decisions',
  topics: 'Parking lot',
  people: 'There',
  observers: 'Watched',
  total: 'Total',
  outcomeOf: ({ outcome }) => outcome ?? 'none',
  nextOf: ({ owner, due, note }) => [owner, due, note].filter(Boolean).join(', '),
  timeOf: (ms) => `${Math.round(ms / 60_000)} min`,
  momentOf: () => 'today',
}

/** A meeting of two stories that is over. */
function held() {
  const model = new SessionModel().join(bo) as SessionModel
  for (const story of ['a', 'b']) model.put(story, 'refinement')
  model.must({ type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly #1' }, kim)
  for (const story of ['a', 'b']) model.must({ type: 'addToAgenda', session, story }, kim)
  model.must({ type: 'startSession', session }, kim)
  model.must({ type: 'joinSession', session, as: 'observer' }, bo)
  model.wait(3 * 60_000)
  const outcome = {
    kind: 'needs-work',
    note: 'Ask\nsales',
    owner: 'bo',
    due: '2026-12-04',
  } as const
  model.must({ type: 'concludeStory', session, story: 'a', outcome }, kim)
  model.wait(2 * 60_000)
  model.must(
    { type: 'recordDecision', session, note: 'd', text: 'Only <b>UTF-8</b>', about: 'a' },
    kim,
  )
  model.must({ type: 'endSession', session }, kim)
  return model
}

describe('[MT9] the report of a session', () => {
  test('has the time, outcome, owner and day of each story, and names nothing that is hidden', () => {
    const report = reportOf(held().sessions.get(session)!, names)
    expect(report.lines).toMatchObject([
      { story: 'ST-A Export | import', outcome: 'needs-work', owner: 'Bo *', due: '2026-12-04' },
      { story: 'A hidden story', key: null, outcome: null },
    ])
    expect(report.lines.map(({ spentMs }) => Math.round(spentMs / 60_000))).toEqual([3, 2])
    expect(report).toMatchObject({ people: ['Kim'], observers: ['Bo *'] })
  })

  test('as Markdown is a table whose cells hold together, and what people typed stays words', () => {
    const text = reportMarkdown(reportOf(held().sessions.get(session)!, names), words)
    expect(text.split('\n')).toEqual([
      '# Weekly \\#1',
      '',
      'today',
      '',
      '| Story | Time | Outcome | Next |',
      '| --- | --- | --- | --- |',
      '| ST-A Export \\| import | 3 min | needs-work | Bo \\*, 2026-12-04, Ask sales |',
      '| A hidden story | 2 min | none |  |',
      '',
      'Total: 5 min',
      '',
      '## Decisions',
      '',
      '- Only \\<b\\>UTF-8\\</b\\> (ST-A)',
      '',
      '**There**: Kim',
      '',
      '**Watched**: Bo \\*',
      '',
    ])
  })
})

describe('[MT3] what is asked before a session', () => {
  test('is told in the order of the agenda, only of stories with something open', () => {
    const model = new SessionModel().join(bo) as SessionModel
    for (const story of ['a', 'b', 'c']) model.put(story, 'refinement')
    model.must({ type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' }, kim)
    for (const story of ['c', 'b', 'a']) model.must({ type: 'addToAgenda', session, story }, bo)
    for (const story of ['a', 'c']) {
      model.must(
        { type: 'startThread', story, thread: story, comment: story, anchor: null, text: 'Why?' },
        bo,
      )
    }
    const asked = askedAhead(model.sessions.get(session)!, model.stories)
    expect(asked.map(({ story, threads }) => [story.id, threads])).toEqual([
      ['c', 1],
      ['a', 1],
    ])
  })

  test('whoever may take part orders the agenda until it begins, then whoever facilitates', () => {
    const model = new SessionModel().join(bo) as SessionModel
    for (const story of ['a', 'b']) model.put(story, 'refinement')
    model.must({ type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' }, kim)
    for (const story of ['a', 'b']) model.must({ type: 'addToAgenda', session, story }, kim)
    const move = { type: 'moveOnAgenda', session, story: 'b', after: null } as const
    model.must(move, bo)
    expect(model.sessions.get(session)?.agenda.map(({ story }) => story)).toEqual(['b', 'a'])
    model.must({ type: 'startSession', session }, kim)
    expect(model.run(move, bo)).toMatchObject({ ok: false, code: 'notFacilitator' })
  })
})
