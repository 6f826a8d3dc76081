import { describe, expect, it } from 'vitest'
import { type Aging, outlived } from '#lib/domain/versions.ts'
import { con, Flow, kim } from '#tests/support/domain.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('[VE1] versions by wish', () => {
  const flow = () => {
    const flow = new Flow().join(con)
    flow.put('s', 'refinement')
    return flow
  }

  it('[VE1] are kept by whoever may edit, under a tidied name or none', () => {
    const company = flow()
    expect(
      company.run({ type: 'keepVersion', story: 's', name: ' Before  the review ' }, kim),
    ).toEqual({
      ok: true,
      events: [{ type: 'VersionKept', story: 's', name: 'Before the review' }],
    })
    expect(company.run({ type: 'keepVersion', story: 's', name: null }, kim).ok).toBe(true)
    expect(company.run({ type: 'keepVersion', story: 's', name: ' ' })).toMatchObject({
      code: 'nameEmpty',
    })
    expect(company.run({ type: 'keepVersion', story: 's', name: null }, con)).toMatchObject({
      code: 'notAllowed',
    })
  })

  it('[VE1] are named where they are known; the same name again changes nothing', () => {
    const company = flow()
    company.versions = new Map([[2, { name: 'Draft', toldName: 'Draft', at: 5 }]])
    const name = (version: number, to: string | null) =>
      company.run({ type: 'nameVersion', story: 's', version, name: to })
    expect(name(2, 'Agreed')).toMatchObject({
      events: [{ version: 2, from: 'Draft', to: 'Agreed' }],
    })
    expect(name(2, 'Draft')).toEqual({ ok: true, events: [] })
    expect(name(2, null)).toMatchObject({ events: [{ to: null }] })
    expect(name(3, 'Agreed')).toMatchObject({ code: 'versionNotFound' })
  })

  it('[VE5] what is restored is on record with what it came from', () => {
    const company = flow()
    company.versions = new Map([[2, { name: 'Draft', toldName: 'Draft', at: 5 }]])
    const restore = (block: string | null, version = 2) =>
      company.run({ type: 'restoreVersion', story: 's', version, block })
    expect(restore('abc')).toMatchObject({
      events: [{ type: 'VersionRestored', version: 2, name: 'Draft', keptAt: 5, block: 'abc' }],
    })
    expect(restore('no block!')).toMatchObject({ code: 'invalid' })
    expect(restore(null, 9)).toMatchObject({ code: 'versionNotFound' })
  })
})

describe('[HI6] a name that not all may know who are told', () => {
  it('[HI6] is written into no event, and stays the name for whoever acts', () => {
    const company = new Flow()
    company.put('s', 'refinement')
    company.versions = new Map([[2, { name: 'Acme takeover', toldName: null, at: 5 }]])
    const name = (to: string | null) =>
      company.run({ type: 'nameVersion', story: 's', version: 2, name: to })
    expect(name('Acme takeover')).toEqual({ ok: true, events: [] })
    expect(name('Plan')).toMatchObject({ events: [{ from: null, to: 'Plan' }] })
    const restore = { type: 'restoreVersion', story: 's', version: 2, block: null } as const
    expect(company.run(restore)).toMatchObject({ events: [{ name: null, keptAt: 5 }] })
  })
})

describe('[VE4] versions that kept themselves', () => {
  const now = Date.UTC(2026, 5, 15, 12)
  const every = (step: number, count: number, isLasting = false): Aging[] =>
    Array.from({ length: count }, (_, index) => ({
      seq: count - index,
      at: now - 1 - index * step,
      isLasting,
    }))

  it('[VE4] all stay for four hours, one an hour for a day, one a day for thirty, one a week from then on', () => {
    const versions = every(HOUR / 2, 2 * 24 * 400)
    const gone = new Set(outlived(versions, now))
    const staying = versions.filter(({ seq }) => !gone.has(seq))
    const between = (from: number, to: number) =>
      staying.filter(({ at }) => now - at >= from && now - at < to).length
    expect(between(0, 4 * HOUR)).toBe(8)
    expect(between(4 * HOUR, DAY)).toBe(20)
    expect(between(DAY, 30 * DAY)).toBe(30)
    expect(between(30 * DAY, 400 * DAY)).toBe(54)
  })

  it('[VE4] do not come back or go again when they are looked at a moment later', () => {
    let versions = every(HOUR / 2, 2 * 24 * 60)
    for (let later = now; later < now + 3 * DAY; later += HOUR / 4) {
      const gone = new Set(outlived(versions, later))
      versions = versions.filter(({ seq }) => !gone.has(seq))
      expect(outlived(versions, later)).toEqual([])
    }
    expect(versions.length).toBeLessThan(70)
  })

  it('[VE4] never go while they are the newest, have a name, or the story went on with them', () => {
    expect(outlived(every(1, 30, true), now + 900 * DAY)).toEqual([])
    expect(outlived(every(1, 1), now + 900 * DAY)).toEqual([])
    expect(outlived(every(1, 3), now + 5 * HOUR)).toEqual([2, 1])
    expect(outlived([], now)).toEqual([])
  })
})
