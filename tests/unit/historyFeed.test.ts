import { expect, test } from 'vitest'
import { Feed, type FeedView } from '#components/history/feed.ts'
import type { Answer } from '#components/http/request.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { HistoryPage } from '#lib/schema/history.ts'

/** A log of events 1 to `length`; the reader may know of those that `isTold`. Pages of `limit`, as the server gives them. */
class Log {
  length = 0
  limit = 3
  isTold: (seq: number) => boolean = () => true
  isDown = false
  asked: (number | null)[] = []

  readonly fetchPage = async (before: number | null): Promise<Answer<HistoryPage>> => {
    this.asked.push(before)
    if (this.isDown) return { ok: false, code: 'unreachable', message: 'no', field: null }
    const events: WorkspaceEvent[] = []
    let seq = Math.min(before ?? Infinity, this.length + 1)
    // At most this many are looked at for one page.
    for (let seen = 0; seq > 1 && seen < 6; seen += 1) {
      if (events.length === this.limit) break
      seq -= 1
      if (this.isTold(seq)) events.push({ seq } as WorkspaceEvent)
    }
    const next = seq > 1 ? seq : null
    return { ok: true, value: { events, next, people: [], stories: [] } }
  }
}

function seqs(view: FeedView): number[] {
  return view.phase === 'ready' ? view.events.map(({ seq }) => seq) : []
}

test('[HI3] earlier pages follow without a gap or a repeat, while events are appended', async () => {
  const log = new Log()
  log.length = 8
  const feed = new Feed(log.fetchPage)
  await feed.refresh()
  expect(seqs(feed.view.get())).toEqual([8, 7, 6])
  log.length = 10
  await feed.earlier()
  expect(seqs(feed.view.get())).toEqual([8, 7, 6, 5, 4, 3])
  await feed.refresh()
  expect(seqs(feed.view.get())).toEqual([10, 9, 8, 7, 6, 5, 4, 3])
  await feed.earlier()
  expect(seqs(feed.view.get())).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(feed.view.get()).toMatchObject({ hasEarlier: false, problem: null })
})

test('when more has happened than one page has, it begins anew instead of showing a gap', async () => {
  const log = new Log()
  log.length = 4
  const feed = new Feed(log.fetchPage)
  await feed.refresh()
  await feed.earlier()
  log.length = 20
  await feed.refresh()
  expect(seqs(feed.view.get())).toEqual([20, 19, 18])
  await feed.earlier()
  expect(seqs(feed.view.get())).toEqual([20, 19, 18, 17, 16, 15])
})

test('what is no longer told goes with the next look', async () => {
  const log = new Log()
  log.length = 3
  const feed = new Feed(log.fetchPage)
  await feed.refresh()
  log.isTold = (seq) => seq !== 2
  await feed.refresh()
  expect(seqs(feed.view.get())).toEqual([3, 1])
})

test('a page without anything for this reader is not the end', async () => {
  const log = new Log()
  log.length = 40
  log.isTold = (seq) => seq < 20
  const feed = new Feed(log.fetchPage)
  await feed.refresh()
  expect(seqs(feed.view.get())).toEqual([19, 18, 17])
  expect(log.asked.length).toBeGreaterThan(2)
})

test('[I6] not reached is not empty; what was loaded stays, and a refresh takes it up again', async () => {
  const log = new Log()
  log.length = 5
  log.isDown = true
  const feed = new Feed(log.fetchPage)
  await feed.refresh()
  expect(feed.view.get()).toEqual({
    phase: 'failed',
    message: 'What is here is kept on the server, which cannot be reached at the moment.',
    field: null,
  })
  log.isDown = false
  await feed.refresh()
  log.isDown = true
  await feed.earlier()
  expect(seqs(feed.view.get())).toEqual([5, 4, 3])
  expect(feed.view.get()).toMatchObject({ isFetching: false, hasEarlier: true })
  expect(feed.view.get()).toHaveProperty('problem', expect.stringContaining('server'))
  log.isDown = false
  await feed.earlier()
  expect(seqs(feed.view.get())).toEqual([5, 4, 3, 2, 1])
  expect(feed.view.get()).toMatchObject({ problem: null })
})

test('asked for many times while one look is under way, it looks once more', async () => {
  const log = new Log()
  log.length = 2
  const feed = new Feed(log.fetchPage)
  const first = feed.refresh()
  for (let times = 0; times < 5; times += 1) void feed.refresh()
  await first
  await feed.refresh()
  expect(log.asked).toHaveLength(2)
})
