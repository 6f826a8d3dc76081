import { describe, expect, it } from 'vitest'
import type { NewCommand } from '#lib/domain/command.ts'
import { inverseOf } from '#lib/domain/inverse.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { isEmoji } from '#lib/domain/talk/emoji.ts'
import { mentionToken, plainComment, withTeamNames } from '#lib/domain/talk/mentions.ts'
import { roomProblem } from '#lib/domain/talk/room.ts'
import type { Anchor, Thread } from '#lib/domain/talk/thread.ts'
import { ana, bo, con, Flow, kim, vic } from '#tests/support/domain.ts'

const anchor: Anchor = { kind: 'text', start: 'AAA=', end: 'AAE=', quote: 'this' }
const at = { story: 's', thread: 't' } as const

function said(text = 'Why?', by: Actor = kim, more: object = {}): Flow {
  const flow = new Flow().join(bo, con, vic)
  flow.put('s')
  flow.must({ type: 'startThread', ...at, comment: 'c', text, anchor: null, ...more }, by)
  return flow
}

function codeOf(flow: Flow, command: NewCommand, actor: Actor): string {
  const decision = flow.run(command, actor)
  return decision.ok ? 'ok' : decision.code
}

describe('comments', () => {
  it('[TA1] whoever may vote may comment, in the trash nobody', () => {
    const flow = said('Why?', con)
    const reply = { type: 'reply', ...at, comment: 'c2', text: 'So' } as const
    expect(codeOf(flow, reply, vic)).toBe('notAllowed')
    expect(codeOf(flow, reply, con)).toBe('ok')
    flow.must({ type: 'trashStory', story: 's' })
    expect(codeOf(flow, { ...reply, comment: 'c3' }, ana)).toBe('inTrash')
  })

  it('[TA2] keeps Markdown as it was typed, without blanks around it and control characters', () => {
    const flow = said('  **Why**\r\n\u0000\tso  ')
    expect(flow.thread('s', 't').comments[0]?.text).toBe('**Why**\n\tso')
  })

  it('[TA3] ids are used once in a story', () => {
    const flow = said()
    expect(codeOf(flow, { type: 'reply', ...at, comment: 'c', text: 'x' }, kim)).toBe('idTaken')
    const again = { type: 'startThread', ...at, comment: 'x', text: 'x', anchor: null } as const
    expect(codeOf(flow, again, kim)).toBe('idTaken')
    expect(codeOf(flow, { ...again, thread: '__proto__' }, kim)).toBe('invalid')
  })

  it('[TA15] have room for 200,000 characters in a thread, and say where the rest may go', () => {
    const long = 'x'.repeat(20_000)
    const flow = said(long)
    const reply = (comment: string, text: string) =>
      ({ type: 'reply', ...at, comment, text }) as const
    for (let n = 1; n < 10; n += 1) flow.must(reply(`c${n}`, long), kim)
    const full = flow.run(reply('more', 'x'), kim)
    expect(full).toMatchObject({ ok: false, code: 'tooMuch' })
    expect(full.ok ? '' : full.message).toMatch(/Nothing was sent; start a new thread/)
    const edit = (text: string) => ({ type: 'editComment', ...at, comment: 'c', text }) as const
    flow.must(edit(long.slice(1)), kim)
    flow.must(reply('last', 'y'), kim)
    expect(codeOf(flow, edit(long), kim)).toBe('tooMuch')
    // As much is taken, and what was deleted makes room.
    flow.must(edit(long.slice(1).replace('x', 'y')), kim)
    flow.must({ type: 'deleteComment', ...at, comment: 'c1' }, kim)
    flow.must(edit(long), kim)
    const start = { type: 'startThread', story: 's', thread: 'new', comment: 'new' } as const
    flow.must({ ...start, text: long, anchor: null }, kim)
  })

  it('[TA15] have room for 5,000,000 characters on a story', () => {
    const flow = said('x')
    const comment = flow.thread('s', 't').comments[0]!
    const full = { ...flow.thread('s', 't'), comments: [{ ...comment, text: 'x'.repeat(199_999) }] }
    const threads = Array.from(
      { length: 25 },
      (_, n) => [`t${n}`, { ...full, id: `t${n}` }] as const,
    )
    const talk = new Map<string, Thread>(threads)
    expect(roomProblem(talk, undefined, 25)).toBeNull()
    expect(roomProblem(talk, undefined, 26)).toMatchObject({ code: 'tooMuch' })
    expect(roomProblem(talk, talk.get('t1'), 1)).toBeNull()
    expect(roomProblem(new Map(talk).set('more', full), talk.get('t1'), 1)).toMatchObject({
      message: expect.stringContaining('delete old comments'),
    })
    // Of what is not known here the server judges.
    expect(roomProblem(undefined, undefined, 20_000)).toBeNull()
  })

  it("[TA4] one changes one's own words, and nobody else's; administrators may delete them", () => {
    const flow = said()
    const edit = { type: 'editComment', ...at, comment: 'c', text: 'Other' } as const
    const gone = { type: 'deleteComment', ...at, comment: 'c' } as const
    expect(codeOf(flow, edit, ana)).toBe('notAllowed')
    expect(codeOf(flow, gone, bo)).toBe('notAllowed')
    expect(codeOf(flow, edit, kim)).toBe('ok')
    expect(flow.thread('s', 't').comments[0]).toMatchObject({ text: 'Other', editedAt: flow.clock })
    expect(flow.must(edit, kim)).toEqual([])
    expect(codeOf(flow, gone, ana)).toBe('ok')
    expect(flow.talks.get('s').size).toBe(0)
  })

  it('[TA5] a deleted comment leaves its place while somebody has answered, and takes it along with the last answer', () => {
    const flow = said('Secret', kim)
    flow.must({ type: 'reply', ...at, comment: 'r1', text: 'One' }, bo)
    flow.must({ type: 'reply', ...at, comment: 'r2', text: 'Two' }, bo)
    flow.must({ type: 'react', ...at, comment: 'c', emoji: '👍' }, bo)
    flow.must({ type: 'deleteComment', ...at, comment: 'c' }, kim)
    expect(flow.thread('s', 't').comments[0]).toMatchObject({
      by: 'kim',
      text: '',
      reactions: {},
      deletedAt: flow.clock,
    })
    expect(JSON.stringify(flow.thread('s', 't'))).not.toContain('Secret')
    const edit = { type: 'editComment', ...at, comment: 'c', text: 'Again' } as const
    expect(codeOf(flow, edit, kim)).toBe('commentNotFound')
    flow.must({ type: 'deleteComment', ...at, comment: 'r1' }, bo)
    expect(flow.thread('s', 't').comments).toHaveLength(3)
    flow.must({ type: 'deleteComment', ...at, comment: 'r2' }, bo)
    expect(flow.talks.get('s').size).toBe(0)
    expect(flow.story('s').talk).toEqual({ comments: 0, open: 0 })
  })

  it('[TA13] cards count what is said and what is open', () => {
    const flow = said()
    flow.must({ type: 'reply', ...at, comment: 'r', text: 'One' }, bo)
    expect(flow.story('s').talk).toEqual({ comments: 2, open: 1 })
    flow.must({ type: 'resolveThread', ...at })
    expect(flow.story('s').talk).toEqual({ comments: 2, open: 0 })
    for (const comment of ['r', 'c']) flow.must({ type: 'deleteComment', ...at, comment })
    expect(flow.story('s').talk).toEqual({ comments: 0, open: 0 })
  })
})

describe('threads', () => {
  it('[TA6] are resolved and reopened by members, and by whoever began them; twice is once', () => {
    const flow = said('Why?', con)
    expect(codeOf(flow, { type: 'resolveThread', ...at }, vic)).toBe('notAllowed')
    expect(flow.must({ type: 'resolveThread', ...at }, con)).toHaveLength(1)
    expect(flow.must({ type: 'resolveThread', ...at }, kim)).toEqual([])
    expect(flow.thread('s', 't').resolved).toMatchObject({ by: 'con' })
    flow.must({ type: 'reopenThread', ...at }, kim)
    expect(flow.thread('s', 't').resolved).toBeNull()
    const others = { type: 'startThread', story: 's', thread: 't2', comment: 'c2' } as const
    flow.must({ ...others, text: 'Other', anchor: null }, kim)
    expect(codeOf(flow, { type: 'resolveThread', story: 's', thread: 't2' }, con)).toBe(
      'notAllowed',
    )
  })

  it('[TA7] take each emoji once from each person', () => {
    const flow = said()
    const react = { type: 'react', ...at, comment: 'c', emoji: '👍' } as const
    flow.must(react, con)
    expect(flow.must(react, con)).toEqual([])
    flow.must(react, kim)
    expect(flow.thread('s', 't').comments[0]?.reactions).toEqual({ '👍': ['con', 'kim'] })
    for (const person of [con, kim]) flow.must({ ...react, type: 'withdrawReaction' }, person)
    expect(flow.must({ ...react, type: 'withdrawReaction' }, kim)).toEqual([])
    expect(flow.thread('s', 't').comments[0]?.reactions).toEqual({})
  })

  it('[TA7] one emoji is one as people see it', () => {
    const emoji = ['👍', '👍🏽', '❤️', '🇩🇪', '👩‍👩‍👧', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿']
    expect(emoji.filter((one) => !isEmoji(one))).toEqual([])
    const none = ['', 'a', '1', '#', '👍👍', '👍a', '__proto__', '\u200d', '❤️'.repeat(30)]
    expect(none.filter(isEmoji)).toEqual([])
  })

  it('[TA9] stand where they say: an anchor has positions, a block or a part of an image', () => {
    const flow = said()
    const start = { type: 'startThread', story: 's', text: 'x' } as const
    const tries: [Anchor, string][] = [
      [{ ...anchor, quote: '' }, 'badAnchor'],
      [{ ...anchor, quote: 'x'.repeat(1_001) }, 'badAnchor'],
      [{ ...anchor, end: 'x'.repeat(401) }, 'badAnchor'],
      [
        { kind: 'image', block: 'b', region: { x: 0.9, y: 0, w: 0.5, h: 1 }, quote: '' },
        'badAnchor',
      ],
      [
        { kind: 'image', block: 'b', region: { x: 0, y: 0, w: Number.NaN, h: 1 }, quote: '' },
        'badAnchor',
      ],
      [{ kind: 'image', block: 'b', region: { x: 0.5, y: 0, w: 0.5, h: 1 }, quote: '' }, 'ok'],
      [{ kind: 'block', block: 'b', quote: '' }, 'ok'],
      [anchor, 'ok'],
    ]
    for (const [index, [place, code]] of tries.entries()) {
      const ids = { thread: `n${index}`, comment: `n${index}` }
      expect(codeOf(flow, { ...start, ...ids, anchor: place }, kim), String(index)).toBe(code)
    }
  })
})

describe('suggestions', () => {
  const suggestion = { from: 'this', to: 'that' }

  it('[TA8] need no words of their own, and are settled once, by whoever may write', () => {
    const flow = said('', con, { anchor, suggestion })
    const settle = { type: 'settleSuggestion', ...at, outcome: 'accepted' } as const
    flow.must({ type: 'startRefining', story: 's' })
    expect(codeOf(flow, settle, con)).toBe('notAllowed')
    flow.must(settle, kim)
    expect(flow.thread('s', 't')).toMatchObject({
      settled: { by: 'kim', outcome: 'accepted' },
      resolved: { by: 'kim' },
    })
    expect(flow.story('s').talk.open).toBe(0)
    expect(flow.must(settle, ana)).toEqual([])
    expect(codeOf(flow, { ...settle, outcome: 'rejected' }, ana)).toBe('alreadySettled')
  })

  it('[TA8] are about text, and change it', () => {
    const flow = said()
    const start = { type: 'startThread', story: 's', thread: 'n', comment: 'n', text: '' } as const
    for (const [place, wrong] of [
      [null, suggestion],
      [anchor, { from: '', to: 'x' }],
      [anchor, { from: 'x', to: 'x' }],
      [anchor, { from: 'x', to: 'y'.repeat(2_001) }],
    ] as const) {
      expect(codeOf(flow, { ...start, anchor: place, suggestion: wrong }, kim)).toBe(
        'badSuggestion',
      )
    }
  })

  it('[TA12] are erased with the comment that made them', () => {
    const flow = said('', kim, { anchor, suggestion })
    flow.must({ type: 'reply', ...at, comment: 'r', text: 'No' }, bo)
    flow.must({ type: 'deleteComment', ...at, comment: 'c' }, kim)
    expect(flow.thread('s', 't').suggestion).toBeNull()
    const settle = { type: 'settleSuggestion', ...at, outcome: 'accepted' } as const
    expect(codeOf(flow, settle, ana)).toBe('noSuggestion')
  })
})

describe('[TA11] mentions', () => {
  it('[TA11] are of people who may read the story, and of teams all its readers may know of', () => {
    const flow = new Flow().join(bo, con, vic)
    flow.found('web', { kim: 'member' }).found('dark', { bo: 'member' }, { isPrivate: true })
    flow.put('s')
    flow.putOnTeam('d', 'dark')
    const text = ['person:kim', 'person:bo', 'person:nobody', 'team:web', 'team:dark', 'person:kim']
      .map((token) => `@[Name](${token})`)
      .join(' ')
    const start = { type: 'startThread', thread: 't', comment: 'c', text, anchor: null } as const
    const [open] = flow.must({ ...start, story: 's' }, bo)
    expect(open).toMatchObject({ mentions: { people: ['kim', 'bo'], teams: ['web'] } })
    const [hidden] = flow.must({ ...start, story: 'd' }, bo)
    expect(hidden).toMatchObject({ mentions: { people: ['bo'], teams: ['web', 'dark'] } })
  })

  it('[TA14] of teams are kept without a name, also in an edit, whatever was sent', () => {
    const flow = new Flow().join(bo)
    flow.found('dark', { bo: 'member' }, { isPrivate: true })
    flow.putOnTeam('s', 'dark')
    const text = 'Ask @[Acquisition](team:dark), @[Acme](team:none) and @[Bo](person:bo)'
    const kept = 'Ask @[team](team:dark), @[team](team:none) and @[Bo](person:bo)'
    const [start] = flow.must({ type: 'startThread', ...at, comment: 'c', text, anchor: null }, bo)
    expect(start).toMatchObject({ text: kept, mentions: { people: ['bo'], teams: ['dark'] } })
    const [reply] = flow.must({ type: 'reply', ...at, comment: 'r', text }, bo)
    expect(reply).toMatchObject({ text: kept })
    const edit = { type: 'editComment', ...at, comment: 'r' } as const
    expect(flow.must({ ...edit, text }, bo)).toEqual([])
    flow.must({ ...edit, text: `${text}!` }, bo)
    expect(flow.thread('s', 't').comments[1]?.text).toBe(`${kept}!`)
    expect(withTeamNames(kept, (id) => (id === 'dark' ? 'Night' : undefined))).toBe(
      'Ask @[Night](team:dark), @[team](team:none) and @[Bo](person:bo)',
    )
  })

  it('[TA14] of teams read as the name that all readers know, or as a team', () => {
    const text = 'Ask @[team](team:web) or @[team](team:dark)'
    expect(plainComment(text)).toBe('Ask a team or a team')
    expect(plainComment(text, (id) => (id === 'web' ? 'Web' : undefined))).toBe(
      'Ask @Web or a team',
    )
  })

  it('[TA11] read as names, whatever a name is', () => {
    const token = mentionToken('person', 'kim', 'Kim [K]\n')
    expect(plainComment(`Ask ${token}!`)).toBe('Ask @Kim  K!')
    expect(
      plainComment(
        '# Why\n\n- **first** and *second*, `id`, ~~not~~ [this](https://x.org)\n> 2 * 3 * 4 and snake_case',
      ),
    ).toBe('Why\n\nfirst and second, id, not this\n2 * 3 * 4 and snake_case')
    // How it begins, and no more: patterns are never let loose on all that somebody may send.
    expect(plainComment('x'.repeat(20_000))).toHaveLength(2_000)
  })
})

describe('[UX9] taking it back', () => {
  it('[UX9] a comment is deleted, other acts are turned round', () => {
    const flow = said()
    const back = (command: NewCommand) => inverseOf(command, flow.before)
    expect(back({ type: 'reply', ...at, comment: 'r', text: 'x' })).toEqual([
      { type: 'deleteComment', ...at, comment: 'r' },
    ])
    expect(back({ type: 'editComment', ...at, comment: 'c', text: 'x' })).toEqual([
      { type: 'editComment', ...at, comment: 'c', text: 'Why?' },
    ])
    expect(back({ type: 'resolveThread', ...at })).toEqual([{ type: 'reopenThread', ...at }])
    expect(back({ type: 'react', ...at, comment: 'c', emoji: '👍' })).toEqual([
      { type: 'withdrawReaction', ...at, comment: 'c', emoji: '👍' },
    ])
  })

  it("[TA16] one's own comment comes back in its place while that is there, with what it suggested", () => {
    const suggestion = { from: 'this', to: 'that' }
    const flow = said('Why?', ana, { anchor, suggestion })
    flow.must({ type: 'reply', ...at, comment: 'r', text: 'So' }, bo)
    const was = flow.thread('s', 't')
    takeBack(flow, { type: 'deleteComment', ...at, comment: 'c' })
    expect(flow.thread('s', 't')).toEqual(was)
    expect(flow.story('s').talk).toEqual({ comments: 2, open: 1 })
    expect(flow.must({ type: 'restoreComment', ...at, comment: 'c', text: 'x', anchor })).toEqual(
      [],
    )
  })

  it('[TA16] a thread that went with its last comment comes back as it stood, written now', () => {
    for (const after of ['open', 'resolved', 'rejected', 'reopened'] as const) {
      const flow = said('Why?', ana, { anchor, suggestion: { from: 'this', to: 'that' } })
      if (after === 'resolved') flow.must({ type: 'resolveThread', ...at })
      else if (after !== 'open') {
        flow.must({ type: 'settleSuggestion', ...at, outcome: 'rejected' })
      }
      if (after === 'reopened') flow.must({ type: 'reopenThread', ...at })
      const { settled, resolved, ...was } = flow.thread('s', 't')
      const counts = flow.story('s').talk
      takeBack(flow, { type: 'deleteComment', ...at, comment: 'c' })
      const now = flow.thread('s', 't')
      expect(now).toMatchObject({ anchor: was.anchor, suggestion: was.suggestion })
      expect(now.comments[0]).toMatchObject({ id: 'c', by: 'ana', text: 'Why?' })
      expect(now.settled?.outcome, after).toBe(settled?.outcome)
      expect(now.resolved === null, after).toBe(resolved === null)
      expect(flow.story('s').talk).toEqual(counts)
    }
  })

  it("[TA16] nobody brings somebody else's words back, and what was decided on stays what it was", () => {
    const flow = said('Why?', kim, { anchor, suggestion: { from: 'this', to: 'that' } })
    flow.must({ type: 'reply', ...at, comment: 'r', text: 'So' }, bo)
    const gone = { type: 'deleteComment', ...at, comment: 'c' } as const
    expect(inverseOf(gone, flow.before)).toBeNull()
    flow.must({ type: 'settleSuggestion', ...at, outcome: 'accepted' })
    flow.must(gone, ana)
    const back = { type: 'restoreComment', ...at, comment: 'c', text: 'Because', anchor } as const
    expect(codeOf(flow, back, ana)).toBe('idTaken')
    expect(codeOf(flow, { ...back, comment: 'r' }, kim)).toBe('idTaken')
    expect(codeOf(flow, { ...back, thread: 'n', comment: 'r' }, bo)).toBe('idTaken')
    expect(codeOf(flow, { ...back, text: ' ' }, kim)).toBe('commentEmpty')
    flow.must({ ...back, suggestion: { from: 'this', to: 'everything' } }, kim)
    expect(flow.thread('s', 't')).toMatchObject({
      settled: { outcome: 'accepted' },
      suggestion: null,
      comments: [{ text: 'Because', by: 'kim', deletedAt: null }, {}],
    })
  })

  it('[TA8] a decision on a suggestion is taken back by whoever took it: it waits again', () => {
    for (const outcome of ['accepted', 'rejected'] as const) {
      const flow = said('', con, { anchor, suggestion: { from: 'this', to: 'that' } })
      const was = flow.thread('s', 't')
      const settle = { type: 'settleSuggestion', ...at, outcome } as const
      const back = { type: 'unsettleSuggestion', ...at } as const
      expect(flow.must(back)).toEqual([])
      flow.must(settle, kim)
      expect(codeOf(flow, back, ana)).toBe('alreadySettled')
      flow.must(back, kim)
      expect(flow.thread('s', 't')).toEqual(was)
      expect(flow.story('s').talk.open).toBe(1)
      // Resolved before by itself: it stays so.
      flow.must({ type: 'resolveThread', ...at }, bo)
      takeBack(flow, settle)
      expect(flow.thread('s', 't')).toMatchObject({ settled: null, resolved: { by: 'bo' } })
    }
  })
})

/** Does it as the owner and takes it back. */
function takeBack(flow: Flow, command: NewCommand): void {
  const back = inverseOf(command, flow.before)
  flow.must(command)
  for (const step of back ?? []) flow.must(step)
  expect(back).not.toBeNull()
}
