import { describe, expect, it } from 'vitest'
import { explainNoMove, MOVE_RULES, MOVES, moveBetween, STAGES } from '#lib/domain/stage.ts'
import { Flow } from '#tests/support/domain.ts'

const LEGAL = new Set([
  'idea>refinement',
  'refinement>idea',
  'refinement>ready',
  'ready>refinement',
  'idea>wont-do',
  'refinement>wont-do',
  'ready>wont-do',
  'wont-do>idea',
])

describe('[ST1] a captured story', () => {
  it('[ST1] starts in Idea, at the bottom', () => {
    const flow = new Flow()
    flow.put('a')
    flow.put('b')
    expect(flow.order('idea')).toEqual(['a', 'b'])
    expect(flow.stories.get('b')).toMatchObject({ key: 'ST-2', stage: 'idea', capturedBy: 'ana' })
  })

  it('[ST1] refuses an id that exists, an id that is a name of every object, and an id with signs', () => {
    const flow = new Flow()
    flow.put('a')
    expect(flow.run({ type: 'captureStory', story: 'a', title: 'Again' })).toMatchObject({
      code: 'idTaken',
    })
    for (const story of [
      '__proto__',
      'constructor',
      'toString',
      '',
      'a b',
      '../x',
      'x'.repeat(65),
    ]) {
      expect(flow.run({ type: 'captureStory', story, title: 'T' })).toMatchObject({
        code: 'invalid',
      })
    }
    expect(flow.events).toHaveLength(1)
  })

  it('[ST1] makes one line of a title and refuses an empty one and one of 100,000 characters', () => {
    const flow = new Flow()
    flow.run({ type: 'captureStory', story: 'a', title: '  Export\r\n  as\tCSV ' })
    expect(flow.stories.get('a')?.title).toBe('Export as CSV')
    expect(flow.run({ type: 'captureStory', story: 'b', title: ' \n ' })).toMatchObject({
      code: 'titleEmpty',
    })
    expect(
      flow.run({ type: 'captureStory', story: 'b', title: 'x'.repeat(100_000) }),
    ).toMatchObject({
      code: 'titleTooLong',
      message: expect.stringContaining('100,000 characters; at most 500 fit'),
    })
  })
})

describe('[ST8] what was not done', () => {
  it("[ST8] a Won't do story keeps its reason and dates, is listed, and can be reopened", () => {
    const flow = new Flow()
    flow.put('a')
    flow.must({ type: 'dismissStory', story: 'a', reason: 'Too early', revisitOn: '2027-01-01' })
    expect(flow.order('wont-do')).toEqual(['a'])
    expect(flow.story('a')).toMatchObject({ reason: 'Too early', revisitOn: '2027-01-01' })
    flow.must({ type: 'reopenStory', story: 'a' })
    expect(flow.order('idea')).toEqual(['a'])
  })
})

describe('[ST2] moves inside the refinement area', () => {
  for (const from of STAGES) {
    for (const to of STAGES) {
      const legal = LEGAL.has(`${from}>${to}`)
      it(`[ST2] ${legal ? 'allows' : 'refuses'} ${from} to ${to}`, () => {
        expect(moveBetween(from, to) !== null).toBe(legal)
        const accepted = MOVES.filter((move) => {
          if (MOVE_RULES[move].to !== to) return false
          const flow = new Flow()
          flow.put('a', from)
          const before = flow.stories.get('a')
          const decision = flow.run({
            type: move,
            story: 'a',
            reason: 'Because',
            ...(move === 'markReady' && { confirmed: true }),
          })
          if (!decision.ok) expect(flow.stories.get('a')).toBe(before)
          return decision.ok
        })
        expect(accepted).toEqual(legal ? [moveBetween(from, to)] : [])
        if (!legal) expect(explainNoMove(from, to)).toMatch(/^[A-Z].*\.$/)
      })
    }
  }

  it('[ST2] asks for a reason where a story is bounced or dismissed, and keeps it', () => {
    for (const [stage, type] of [
      ['ready', 'bounceStory'],
      ['idea', 'dismissStory'],
      ['refinement', 'dismissStory'],
      ['ready', 'dismissStory'],
    ] as const) {
      const flow = new Flow()
      flow.put('a', stage)
      expect(flow.run({ type, story: 'a', reason: '  ' })).toMatchObject({ code: 'reasonMissing' })
      expect(flow.run({ type, story: 'a', reason: 'x'.repeat(2_001) })).toMatchObject({
        code: 'reasonTooLong',
      })
      expect(flow.stories.get('a')?.stage).toBe(stage)
      flow.run({ type, story: 'a', reason: ' No budget ' })
      expect(flow.stories.get('a')).toMatchObject({ reason: 'No budget' })
    }
  })

  it("[ST2] a Won't do story may carry a revisit date and the story it repeats; reopening clears them", () => {
    const flow = new Flow()
    flow.put('a')
    flow.put('b')
    const dismiss = { type: 'dismissStory', story: 'a', reason: 'Repeats b' } as const
    expect(flow.run({ ...dismiss, revisitOn: '2026-02-30' })).toMatchObject({ code: 'badDate' })
    expect(flow.run({ ...dismiss, revisitOn: 'soon' })).toMatchObject({ code: 'badDate' })
    expect(flow.run({ ...dismiss, duplicateOf: 'a' })).toMatchObject({ code: 'badDuplicate' })
    expect(flow.run({ ...dismiss, duplicateOf: 'nope' })).toMatchObject({ code: 'badDuplicate' })
    expect(flow.run({ ...dismiss, revisitOn: '2027-03-31', duplicateOf: 'b' }).ok).toBe(true)
    expect(flow.stories.get('a')).toMatchObject({ revisitOn: '2027-03-31', duplicateOf: 'b' })
    flow.run({ type: 'reopenStory', story: 'a' })
    expect(flow.stories.get('a')).toMatchObject({
      stage: 'idea',
      reason: null,
      revisitOn: null,
      duplicateOf: null,
    })
  })

  it('[ST2] a revisit date outside a dismissal is refused', () => {
    const flow = new Flow()
    flow.put('a')
    expect(flow.run({ type: 'startRefining', story: 'a', revisitOn: '2027-01-01' })).toMatchObject({
      code: 'invalid',
    })
  })

  it('[CM2] an unknown story is refused without saying whether it exists elsewhere', () => {
    expect(new Flow().run({ type: 'startRefining', story: 'nope' })).toMatchObject({
      ok: false,
      code: 'notFound',
      who: [],
    })
  })
})
