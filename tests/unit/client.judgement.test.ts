import { describe, expect, test, vi } from 'vitest'
import { Doc } from 'yjs'
import type { AreaView } from '#lib/client/client.ts'
import { type Judged, judgementOf, readinessIn } from '#lib/client/judgement.ts'
import { LiveFacts } from '#lib/client/liveFacts.ts'
import { Value } from '#lib/client/readable.ts'
import { type DocumentFacts, NO_FACTS } from '#lib/domain/facts.ts'
import { NEW_SETTINGS } from '#lib/domain/settings.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import { Flow } from '#tests/support/domain.ts'

const FULL: DocumentFacts = { ...NO_FACTS, hasValue: true, criteria: 1, digest: 'd' }

/** A workspace of one story, whose answers and facts the test gives. */
function bench() {
  const flow = new Flow()
  flow.put('s1', 'refinement')
  const viewNow = (): AreaView => ({
    phase: 'ready',
    workspace: { id: 'w1', name: 'Acme', keyPrefix: 'ST' },
    members: new Map(),
    settings: NEW_SETTINGS,
    stories: flow.stories,
    columns: { idea: [], refinement: [], ready: [], 'wont-do': [] },
    backlogs: new Map(),
    filed: new Map(),
    sessions: [],
    pending: new Set(),
  })
  const area = new Value<AreaView>(viewNow())
  const facts = new Value<DocumentFacts | null>(null)
  const judge = vi.fn<() => Refusal | null>(() => null)
  const judged: Judged = {
    area,
    judge,
    facts: () => facts.get(),
    onFacts: (_story, listener) => facts.subscribe(listener),
  }
  return { judged, judge, facts, change: () => area.set(viewNow()) }
}

describe('[RD4] what would become of a command', () => {
  test('is the same answer as long as it says the same, and is judged only when something changed', () => {
    const { judged, judge, change } = bench()
    const no = () => refuse('notAllowed', 'Only product managers can. Ask Ana.', ['Ana'])
    judge.mockImplementation(no)
    const judgement = judgementOf(judged, { type: 'markReady', story: 's1' })
    const first = judgement.get()
    expect(first).toEqual(no())
    expect(judgement.get()).toBe(first)
    expect(judge).toHaveBeenCalledTimes(1)
    change()
    expect(judgement.get()).toBe(first)
    expect(judge).toHaveBeenCalledTimes(2)
    judge.mockImplementation(() => null)
    change()
    expect(judgement.get()).toBeNull()
  })

  test('[RD5] is judged again when the open document says something else, and tells', () => {
    const { judged, judge, facts } = bench()
    const judgement = judgementOf(judged, { type: 'markReady', story: 's1' })
    const told = vi.fn<() => void>()
    const stop = judgement.subscribe(told)
    judgement.get()
    facts.set(FULL)
    expect(told).toHaveBeenCalledTimes(1)
    judgement.get()
    expect(judge).toHaveBeenCalledTimes(2)
    stop()
    facts.set(null)
    expect(told).toHaveBeenCalledTimes(1)
  })
})

describe('[RD5] readiness', () => {
  test('is the open document’s while it is open, else the card’s, and stays the same object', () => {
    const { judged, facts, change } = bench()
    const readiness = readinessIn(judged, 's1')
    const card = readiness.get()
    expect(card?.missing).toEqual(['value', 'criteria', 'theme', 'persona'])
    facts.set(FULL)
    const open = readiness.get()
    expect(open?.missing).toEqual(['theme', 'persona'])
    change()
    expect(readiness.get()).toBe(open)
    facts.set(null)
    expect(readiness.get()).toEqual(card)
    expect(readinessIn(judged, 'unknown').get()).toBeNull()
  })
})

describe('[UX1] a document that is being written', () => {
  test('is read a few times a second, at once when it must be exact, and never when nobody asks', () => {
    vi.useFakeTimers()
    const doc = new Doc()
    let reads = 0
    const fragment = vi.spyOn(doc, 'getXmlFragment').mockImplementation((name) => {
      reads += 1
      return Doc.prototype.getXmlFragment.call(doc, name)
    })
    let isWatched = false
    const told = vi.fn<() => void>()
    const live = new LiveFacts(doc, { isWatched: () => isWatched, told })
    for (let key = 0; key < 50; key += 1) live.changed()
    vi.advanceTimersByTime(10_000)
    expect(reads).toBe(0)
    live.get('soon')
    isWatched = true
    for (let key = 0; key < 50; key += 1) {
      live.changed()
      live.get('soon')
      vi.advanceTimersByTime(10)
    }
    // Half a second of typing, looked at with every letter.
    expect(reads).toBeLessThanOrEqual(4)
    const before = reads
    live.changed()
    live.get('now')
    expect(reads).toBe(before + 1)
    live.close()
    fragment.mockRestore()
    vi.useRealTimers()
  })
})
