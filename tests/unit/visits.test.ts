import { beforeEach, expect, test, vi } from 'vitest'
import { hasChanged } from '#components/cards/hasChanged.ts'
import { recentEntries } from '#components/shell/storyEntries.ts'
import type { AreaView } from '#lib/client/client.ts'

/** What of a browser keeps small things. */
class Kept {
  readonly rows = new Map<string, string>()
  isFull = false
  getItem = (name: string) => this.rows.get(name) ?? null
  setItem = (name: string, text: string) => {
    if (this.isFull) throw new Error('QuotaExceededError')
    this.rows.set(name, text)
  }
}

let kept: Kept

beforeEach(() => {
  kept = new Kept()
  vi.stubGlobal('localStorage', kept)
  vi.resetModules()
})

/** The module as a new page has it. */
const page = () => {
  vi.resetModules()
  return import('#components/session/visits.ts')
}

const story = (text: string | null, by = 'bo') => ({
  id: 's1',
  ...(text !== null && { written: { text, at: 1, by } }),
})

test('[OF6] what others wrote since it was opened is new, until it is opened again', async () => {
  const { visited, visitsOf } = await page()
  const isNew = (card: ReturnType<typeof story>) =>
    hasChanged(card, visitsOf('ana', 'w1').get(), 'ana')
  expect(isNew(story('a'))).toBe(false)
  visited('ana', 'w1', 's1', ['a'])
  expect(isNew(story('a'))).toBe(false)
  expect(isNew(story('b'))).toBe(true)
  expect(isNew(story('b', 'ana'))).toBe(false)
  expect(isNew(story(null))).toBe(false)
  // What was on the screen is recorded after it is left.
  visited('ana', 'w1', 's1', ['b', 'c'])
  expect([story('b'), story('c'), story('d')].map(isNew)).toEqual([false, false, true])
})

test('[OF6] it outlives the page, by person and workspace, and takes no more than five hundred', async () => {
  const first = await page()
  for (let at = 0; at < 501; at += 1) first.visited('ana', 'w1', `s${at}`, ['x'])
  first.visited('ana', 'w1', 's7', ['y'])
  const second = await page()
  const visits = second.visitsOf('ana', 'w1').get()
  expect([visits.size, visits.has('s0'), visits.get('s7')]).toEqual([500, false, ['y']])
  expect([...visits.keys()].slice(-2)).toEqual(['s500', 's7'])
  expect(second.visitsOf('bo', 'w1').get().size).toBe(0)
  expect(second.visitsOf('ana', 'w2').get().size).toBe(0)
})

test('[OF6] a browser that keeps nothing, or something else, is no trouble', async () => {
  kept.rows.set('sluice:visits:ana:w1', '{"s1"')
  kept.rows.set('sluice:visits:ana:w2', '[["s1","a"],[1],["s2",["b"]]]')
  kept.isFull = true
  const { visited, visitsOf } = await page()
  expect(visitsOf('ana', 'w1').get().size).toBe(0)
  expect([...visitsOf('ana', 'w2').get()]).toEqual([['s2', ['b']]])
  visited('ana', 'w1', 's1', ['a'])
  expect(visitsOf('ana', 'w1').get().get('s1')).toEqual(['a'])
})

test('[OF6] the palette begins with what was opened last and may still be read, without what is open', () => {
  const stories = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'].map((id, at) => ({
    id,
    key: `ST-${at + 1}`,
    title: `Story ${id}`,
    stage: 'idea',
  }))
  const area = {
    phase: 'ready',
    stories: new Map(stories.map((one) => [one.id, one])),
    settings: { teams: new Map() },
  } as unknown as AreaView
  const visits = new Map(
    ['s1', 's2', 's3', 's4', 'private', 's5', 's6', 's7'].map((id) => [id, ['x']]),
  )
  const titles = (open: string | null) =>
    recentEntries(area, visits, open).map(({ heading, lead }) => `${heading}: ${lead}`)
  expect(titles('ST-7')).toEqual(
    ['ST-6', 'ST-5', 'ST-4', 'ST-3', 'ST-2'].map((key) => `Opened last: ${key}`),
  )
  expect(titles(null)[0]).toBe('Opened last: ST-7')
  expect(recentEntries({ phase: 'loading' } as AreaView, visits, null)).toEqual([])
})
