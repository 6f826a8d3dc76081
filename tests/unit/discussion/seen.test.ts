import { describe, expect, it } from 'vitest'
import { firstSeen, freshIn, withSeen } from '#components/discussion/seen.ts'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import type { Comment, Thread } from '#lib/domain/talk/thread.ts'

const nobody = { people: [], teams: [] }
const says = (id: string, by: string, at: number, gone = false): Comment => ({
  id,
  by,
  at,
  text: id,
  editedAt: null,
  deletedAt: gone ? at : null,
  mentions: nobody,
  reactions: {},
})
const thread = (id: string, ...comments: Comment[]): Thread => ({
  id,
  anchor: null,
  suggestion: null,
  settled: null,
  resolved: null,
  comments,
})
const told = (seq: number, comment: string): Notice => ({
  seq,
  at: seq,
  by: 'bo',
  why: 'watching',
  what: { kind: 'comment', thread: 't', comment, excerpt: '', starts: false, suggests: false },
})
const ana = { me: 'ana', told: undefined }

describe('what somebody has not seen of a discussion', () => {
  it('is what others wrote after it was last on the screen, and nothing of one’s own or deleted', () => {
    const before = [thread('a', says('1', 'bo', 10))]
    const seen = firstSeen(before, ana)
    expect(freshIn(before, seen, ana).size).toBe(0)
    const after = [
      thread('a', says('1', 'bo', 10), says('2', 'bo', 20)),
      thread('b', says('3', 'ana', 21)),
      thread('c', says('4', 'bo', 22, true)),
      thread('d', says('5', 'cem', 23)),
    ]
    expect([...freshIn(after, seen, ana)]).toEqual(['a', 'd'])
    expect([...freshIn(after, withSeen(seen, after[0]!), ana)]).toEqual(['d'])
  })

  it('on a device that never showed the story is what the inbox has as new', () => {
    const threads = [
      thread('a', says('1', 'bo', 10), says('2', 'bo', 20)),
      thread('b', says('3', 'bo', 15)),
    ]
    const inbox = { me: 'ana', told: { notices: [told(7, '2'), told(6, '3')], doneUpTo: 6 } }
    const seen = firstSeen(threads, inbox)
    expect([...freshIn(threads, seen, inbox)]).toEqual(['a'])
  })

  it('is nothing that was marked done in the inbox on another device', () => {
    const seen = firstSeen([], ana)
    const threads = [thread('a', says('1', 'bo', 10)), thread('b', says('2', 'bo', 11))]
    const notices = [told(8, '2'), told(7, '1')]
    expect([...freshIn(threads, seen, { me: 'ana', told: { notices, doneUpTo: 7 } })]).toEqual([
      'b',
    ])
  })

  it('is only ever less by looking: what was seen later stays seen', () => {
    const newer = thread('a', says('1', 'bo', 10), says('2', 'bo', 20))
    const seen = withSeen(firstSeen([], ana), newer)
    expect(withSeen(seen, thread('a', says('1', 'bo', 10)))).toBe(seen)
  })
})
