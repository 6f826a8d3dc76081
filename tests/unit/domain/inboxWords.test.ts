import { describe, expect, it } from 'vitest'
import { noticeText } from '#components/inbox/noticeText.ts'
import { questionsOf } from '#components/inbox/questionsOf.ts'
import { excerptIn, saysWhy } from '#lib/domain/inbox/inWords.ts'
import { excerptOf, EXCERPT_MAX, type What, type Why, WHYS } from '#lib/domain/inbox/notice.ts'
import { serverTexts } from '#server/language/texts.ts'
import { isDigestDue } from '#server/mail/due.ts'
import { noticeText as mailed } from '#server/mail/noticeText.ts'
import { Flow } from '#tests/support/domain.ts'
import { textsIn } from '#tests/support/texts.ts'

const thread = { thread: 't' }
const said = { ...thread, kind: 'comment', comment: 'c', excerpt: 'Hello' } as const
const question = { question: 'q', excerpt: 'Which?' } as const

const EVERY: [what: What, words: string, why?: Why][] = [
  [{ ...said, starts: true, suggests: false }, 'commented on this story'],
  [{ ...said, starts: false, suggests: false }, 'answered in a discussion on this story'],
  [{ ...said, starts: true, suggests: true }, 'suggested a change of this story'],
  [
    { ...said, starts: false, suggests: false },
    'mentioned you in a comment on this story',
    'mentioned',
  ],
  [
    { ...said, starts: true, suggests: false },
    'mentioned your team in a comment on this story',
    'team-mentioned',
  ],
  [
    { ...said, starts: true, suggests: false },
    'commented on your question about this story',
    'asker',
  ],
  [
    { ...said, starts: true, suggests: false },
    'commented on a question about this story that waits for you',
    'asked',
  ],
  [{ ...thread, kind: 'resolved' }, 'resolved a discussion on this story'],
  [{ ...thread, kind: 'reopened' }, 'reopened a discussion on this story'],
  [
    { ...thread, kind: 'settled', outcome: 'accepted' },
    'accepted a suggested change of this story',
  ],
  [{ kind: 'mentioned' }, 'mentioned you in the text of this story'],
  [{ kind: 'mentioned' }, 'mentioned your team in the text of this story', 'team-mentioned'],
  [{ ...question, kind: 'asked', blocking: true }, 'asked you a question that holds this story up'],
  [{ ...question, kind: 'asked', blocking: false }, 'asked you a question about this story'],
  [{ ...question, kind: 'answered', blocking: false }, 'answered your question about this story'],
  [{ ...question, kind: 'withdrawn', blocking: false }, 'deleted your question about this story'],
  [
    { kind: 'moved', from: 'idea', to: 'refinement', excerpt: '' },
    'moved this story from Idea to Refinement',
  ],
  [
    { kind: 'moved', from: 'ready', to: 'refinement', excerpt: '' },
    'sent this story back to Refinement',
  ],
  [
    { kind: 'moved', from: { team: 'web' }, to: 'wont-do', excerpt: '' },
    "moved this story from Web to Won't do",
  ],
  [
    { kind: 'moved', from: 'wont-do', to: 'idea', excerpt: '' },
    'took this story up again, in Idea',
  ],
  [{ kind: 'moved', from: 'ready', to: { team: 'web' }, excerpt: '' }, 'gave this story to Web'],
  [
    { kind: 'moved', from: 'ready', to: { team: 'gone' }, excerpt: '' },
    'gave this story to a team',
  ],
  [{ kind: 'completed', team: 'web' }, 'finished this story'],
  [{ kind: 'trashed' }, 'moved this story to the trash'],
  [{ kind: 'restored' }, 'brought this story back from the trash'],
  [
    { kind: 'revisit', on: '2026-03-01', excerpt: '' },
    'set this story aside until 1 Mar 2026, and that day has come',
  ],
]

describe('[IN1] every notice has its words', () => {
  const { settings } = new Flow().found('web')
  const texts = { t: textsIn('en', 'inbox'), words: textsIn('en', 'words') }
  it.each(EVERY)('%o', (what, words, why = 'watching') => {
    const notice = { seq: 1, at: 1, by: 'bo', what, why } as const
    expect(noticeText(texts, notice, settings)).toBe(words)
    expect(mailed(serverTexts('en'), notice, settings)).toBe(words)
    // Where its title does not stand beside, the sentence has it, in every language.
    const title = '“Export the backlog to CSV”'
    expect(mailed(serverTexts('en'), notice, settings, title)).toBe(
      words.replace('this story', title),
    )
    expect(mailed(serverTexts('de'), notice, settings, title)).toMatch(/^hat(te)? .*“Export/)
    expect(excerptIn(notice)).toBe('excerpt' in what ? what.excerpt : '')
  })

  it('and every reason, to the person', () => {
    for (const why of WHYS) {
      expect(texts.t(`why.${why}`)).toMatch(/^You/)
      expect(serverTexts('de').inbox(`why.${why}`)).toMatch(/^(Du|Dein) /)
    }
  })

  it('which is said once: not where the sentence says "you" or "your" already', () => {
    const at = { seq: 1, at: 1, by: 'bo' } as const
    for (const [what, words, why] of EVERY) {
      if (why) expect(saysWhy({ ...at, what, why }), words).toBe(true)
      expect(saysWhy({ ...at, what, why: 'watching' }), words).toBe(false)
    }
    const [resolved] = EVERY.find(([{ kind }]) => kind === 'resolved')!
    expect(saysWhy({ ...at, what: resolved, why: 'asker' })).toBe(false)
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
