import { describe, expect, it } from 'vitest'
import { questionsOf } from '#components/inbox/questionsOf.ts'
import { excerptIn, noticeInWords, WHY_WORDS } from '#lib/domain/inbox/inWords.ts'
import { excerptOf, EXCERPT_MAX, type What, WHYS } from '#lib/domain/inbox/notice.ts'
import { isDigestDue } from '#server/mail/due.ts'
import { Flow } from '#tests/support/domain.ts'

const thread = { thread: 't' }
const said = { ...thread, kind: 'comment', comment: 'c', excerpt: 'Hello' } as const
const question = { question: 'q', excerpt: 'Which?' } as const

const EVERY: readonly [What, string][] = [
  [{ ...said, starts: true, suggests: false }, 'commented'],
  [{ ...said, starts: false, suggests: false }, 'replied'],
  [{ ...said, starts: true, suggests: true }, 'suggested a change'],
  [{ ...thread, kind: 'resolved' }, 'resolved a thread'],
  [{ ...thread, kind: 'reopened' }, 'reopened a thread'],
  [{ ...thread, kind: 'settled', outcome: 'accepted' }, 'accepted a suggestion'],
  [{ kind: 'mentioned' }, 'mentioned you in the text'],
  [{ ...question, kind: 'asked', blocking: true }, 'asked you a blocking question'],
  [{ ...question, kind: 'asked', blocking: false }, 'asked you a question'],
  [{ ...question, kind: 'answered', blocking: false }, 'answered your question'],
  [{ ...question, kind: 'withdrawn', blocking: false }, 'deleted your question'],
  [{ kind: 'moved', from: 'idea', to: 'refinement', excerpt: '' }, 'moved it to Refinement'],
  [{ kind: 'moved', from: 'ready', to: 'refinement', excerpt: '' }, 'sent it back to Refinement'],
  [{ kind: 'moved', from: 'idea', to: 'wont-do', excerpt: '' }, "moved it to Won't do"],
  [{ kind: 'moved', from: 'wont-do', to: 'idea', excerpt: '' }, 'reopened it in Idea'],
  [{ kind: 'moved', from: 'ready', to: { team: 'web' }, excerpt: '' }, 'gave it to Web'],
  [{ kind: 'moved', from: 'ready', to: { team: 'gone' }, excerpt: '' }, 'gave it to a team'],
  [{ kind: 'completed', team: 'web' }, 'finished it'],
  [{ kind: 'trashed' }, 'moved it to the trash'],
  [{ kind: 'restored' }, 'restored it from the trash'],
  [
    { kind: 'revisit', on: '2026-03-01', excerpt: '' },
    'set it aside until 1 Mar 2026. It is due for another look',
  ],
]

describe('[IN1] every notice has its words', () => {
  const { settings } = new Flow().found('web')
  it.each(EVERY)('%o', (what, words) => {
    const notice = { seq: 1, at: 1, by: 'bo', what, why: 'watching' } as const
    expect(noticeInWords(notice, settings)).toBe(words)
    expect(excerptIn(notice)).toBe('excerpt' in what ? what.excerpt : '')
  })

  it('and every reason, to the person', () => {
    for (const why of WHYS) expect(WHY_WORDS[why]).toMatch(/^You/)
  })

  it('what was written is one line of bounded length', () => {
    expect(excerptOf(' Which\n\ncolumns? ')).toBe('Which columns?')
    expect(excerptOf('x'.repeat(1_000_000))).toHaveLength(EXCERPT_MAX)
  })
})

it('[IN8] my questions: those I am to answer first, blocking ones first, others not at all', () => {
  const flow = new Flow()
  flow.put('a')
  const asked = (id: string, by: string, owner: string | null, blocking = false) => ({
    id,
    by,
    owner,
    blocking,
    text: id,
  })
  flow.describe('a', {
    asked: [
      asked('asked', 'kim', 'ana'),
      asked('mine', 'ana', 'kim'),
      asked('other', 'ana', 'bo'),
      asked('urgent', 'ana', 'kim', true),
    ],
  })
  expect(questionsOf(flow.stories.values(), 'kim').map(({ id }) => id)).toEqual([
    'urgent',
    'mine',
    'asked',
  ])
})

describe('[MA5] a digest is due', () => {
  const wish = { mentions: true, secret: 's', zone: 'Asia/Kolkata', hour: 8 } as const
  const at = (text: string) => Date.parse(text)

  it('at the hour of the clock where the person is, once a day', () => {
    const daily = { ...wish, digest: 'daily' } as const
    const last = at('2026-01-15T02:45:00Z')
    expect(isDigestDue(daily, last, at('2026-01-15T23:00:00Z'))).toBe(false)
    expect(isDigestDue(daily, last, at('2026-01-16T01:00:00Z'))).toBe(false)
    expect(isDigestDue(daily, last, at('2026-01-16T03:00:00Z'))).toBe(true)
  })

  it('also on the day the clocks change, and after days without a server', () => {
    const daily = { ...wish, digest: 'daily', zone: 'Europe/Berlin', hour: 2 } as const
    // On the last Sunday of March there is no two o'clock.
    const last = at('2026-03-28T01:00:00Z')
    expect(isDigestDue(daily, last, at('2026-03-30T12:00:00Z'))).toBe(true)
    expect(isDigestDue(daily, last, at('2026-04-20T12:00:00Z'))).toBe(true)
  })

  it('every hour, or never', () => {
    const last = at('2026-01-15T02:45:00Z')
    expect(isDigestDue({ ...wish, digest: 'hourly' }, last, last + 3_599_999)).toBe(false)
    expect(isDigestDue({ ...wish, digest: 'hourly' }, last, last + 3_600_000)).toBe(true)
    expect(isDigestDue({ ...wish, digest: 'off' }, last, last + 1e12)).toBe(false)
  })
})
