import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '#lib/domain/facts.ts'
import { CHECKS, DEFAULT_POLICY, type Policy } from '#lib/domain/policy.ts'
import { isMet, type Judged, missingInWords, readinessOf } from '#lib/domain/readiness.ts'
import { commandSchema } from '#lib/schema/command.ts'
import { Flow, kim, pia } from '#tests/support/domain.ts'

const READY_FACTS: DocumentFacts = {
  hasValue: true,
  criteria: 3,
  digest: 'abc',
  openQuestions: 2,
  blockingQuestions: 0,
  design: 'linked',
}
const READY: Judged = {
  facts: READY_FACTS,
  theme: 't',
  persona: 'p',
  dependencies: [],
  acknowledged: { product: 'a', design: 'b', engineering: 'c' },
}

/** For each check, what misses it and what only just meets it. */
const EDGES: Record<(typeof CHECKS)[number], { misses: Partial<Judged>; meets: Partial<Judged> }> =
  {
    value: { misses: facts({ hasValue: false }), meets: facts({ hasValue: true }) },
    criteria: { misses: facts({ criteria: 0 }), meets: facts({ criteria: 1 }) },
    questions: {
      misses: facts({ openQuestions: 1, blockingQuestions: 1 }),
      meets: facts({ openQuestions: 9, blockingQuestions: 0 }),
    },
    theme: { misses: { theme: null }, meets: { theme: 't' } },
    persona: { misses: { persona: null }, meets: { persona: 'not-needed' } },
    design: { misses: facts({ design: 'missing' }), meets: facts({ design: 'not-needed' }) },
    'few-criteria': { misses: facts({ criteria: 9 }), meets: facts({ criteria: 8 }) },
    acknowledged: {
      misses: { acknowledged: { product: 'a', design: 'b' } },
      meets: { acknowledged: { product: 'a', design: 'a', engineering: 'a' } },
    },
    dependencies: { misses: { dependencies: null }, meets: { dependencies: [] } },
  }

function facts(changes: Partial<DocumentFacts>): Partial<Judged> {
  return { facts: { ...READY_FACTS, ...changes } }
}

describe('[RD2] the Definition of Ready', () => {
  it.each(CHECKS)('[RD2] %s is missed and met where it should be', (check) => {
    const { misses, meets } = EDGES[check]
    expect(isMet(check, { ...READY, ...meets }, DEFAULT_POLICY)).toBe(true)
    const missed = { ...READY, ...misses }
    expect(isMet(check, missed, DEFAULT_POLICY)).toBe(false)
    for (const level of ['required', 'advisory', 'off'] as const) {
      const policy = { ...DEFAULT_POLICY, checks: { ...DEFAULT_POLICY.checks, [check]: level } }
      const { missing, advice } = readinessOf(missed, policy)
      expect(missing.includes(check), level).toBe(level === 'required')
      expect(advice.includes(check), level).toBe(level === 'advisory')
    }
  })

  it('[RD2] five checks are required by default, four advise', () => {
    expect(readinessOf(READY, DEFAULT_POLICY)).toEqual({ met: 5, of: 5, missing: [], advice: [] })
    const nothing: Judged = {
      facts: null,
      theme: null,
      persona: null,
      dependencies: null,
      acknowledged: {},
    }
    expect(readinessOf(nothing, DEFAULT_POLICY)).toEqual({
      met: 1,
      of: 5,
      missing: ['value', 'criteria', 'theme', 'persona'],
      advice: ['design', 'acknowledged', 'dependencies'],
    })
  })

  it('[RD3] size is no check, and sizing changes no readiness', () => {
    const flow = new Flow().found('web')
    flow.putOnTeam('a', 'web')
    const before = flow.story('a').readiness
    flow.must({ type: 'sizeStory', story: 'a', size: '5' })
    expect(flow.story('a').readiness).toBe(before)
  })

  it('[RD4] what is missing is said in words, one for each check', () => {
    const words = missingInWords(CHECKS).split('; ')
    expect(new Set(words).size).toBe(CHECKS.length)
    expect(missingInWords(['theme', 'questions'])).toBe(
      'it has no theme; a blocking question is open',
    )
  })

  it('[RD2] another policy judges every story anew, whatever is in the trash included', () => {
    const flow = new Flow()
    flow.put('a')
    flow.put('b')
    flow.must({ type: 'trashStory', story: 'b' })
    flow.must({
      type: 'setPolicy',
      policy: { checks: { value: 'off', criteria: 'off' } },
    })
    for (const id of ['a', 'b']) {
      expect(flow.story(id).readiness).toMatchObject({ of: 3, missing: ['theme', 'persona'] })
    }
  })
})

describe('[PO1] the policy', () => {
  it('[PO1] keeps what is not given, check by check and stage by stage, over the wire too', () => {
    const flow = new Flow()
    const policy = { checks: { design: 'required' }, ageing: { ready: 7 } } as const
    const wanted = { id: 'p', type: 'setPolicy', policy }
    expect(commandSchema.parse(wanted)).toEqual(wanted)
    flow.must({ type: 'setPolicy', policy })
    expect(flow.settings.policy).toEqual({
      ...DEFAULT_POLICY,
      checks: { ...DEFAULT_POLICY.checks, design: 'required' },
      ageing: { ...DEFAULT_POLICY.ageing, ready: 7 },
    })
  })
})

describe('[RD1] the gate', () => {
  function atGate(policy: Partial<Policy>): Flow {
    const flow = new Flow().join(pia)
    flow.must({ type: 'setPolicy', policy })
    flow.put('a', 'refinement')
    return flow
  }
  const toReady = { type: 'markReady', story: 'a' } as const
  const MISSING = ['value', 'criteria', 'theme', 'persona']

  it('[RD1] off: nothing is asked', () => {
    const [event] = atGate({ gate: 'off' }).must(toReady)
    expect(event).toMatchObject({ gate: { mode: 'off', missing: [], override: null } })
  })

  it('[RD1] warn: a confirmation is asked for, and the event records what was missing', () => {
    const flow = atGate({ gate: 'warn' })
    expect(flow.run(toReady)).toMatchObject({
      ok: false,
      code: 'notReady',
      missing: MISSING,
      message: expect.stringContaining('ST-1 is not ready: the customer value is not written;'),
    })
    expect(flow.story('a').stage).toBe('refinement')
    const [event] = flow.must({ ...toReady, confirmed: true })
    expect(event).toMatchObject({ gate: { mode: 'warn', missing: MISSING, override: null } })
  })

  it('[RD1] block: confirming is not enough; who may mark it ready overrides with a reason, recorded', () => {
    const flow = atGate({ gate: 'block' })
    for (const extra of [{}, { confirmed: true }, { override: '  ' }]) {
      expect(flow.run({ ...toReady, ...extra }, pia)).toMatchObject({ code: 'notReady' })
    }
    expect(flow.run({ ...toReady, override: 'Trust me' }, kim)).toMatchObject({
      code: 'notAllowed',
      who: ['Ana', 'Pia'],
    })
    const [event] = flow.must({ ...toReady, override: ' Legal deadline ' }, pia)
    expect(event).toMatchObject({ by: 'pia', gate: { mode: 'block', override: 'Legal deadline' } })
  })

  it('[RD1] [RD5] what the document says now decides: with the last check met it passes unasked', () => {
    const flow = atGate({ gate: 'block' })
    flow.must({ type: 'createTheme', theme: 't', name: 'Trust' })
    flow.must({ type: 'setTheme', story: 'a', theme: 't' })
    flow.must({ type: 'setPersona', story: 'a', persona: 'not-needed' })
    flow.describe('a', { hasValue: true })
    expect(flow.run(toReady, pia)).toMatchObject({ code: 'notReady', missing: ['criteria'] })
    flow.describe('a', { criteria: 1, digest: 'x' })
    const [event] = flow.must(toReady, pia)
    expect(event).toMatchObject({ gate: { mode: 'block', missing: [], override: null } })
  })

  it('[RD1] advice never holds a story back', () => {
    const checks = Object.fromEntries(
      CHECKS.map((check) => [check, 'advisory']),
    ) as Policy['checks']
    const flow = atGate({ gate: 'block', checks })
    expect(flow.run(toReady).ok).toBe(true)
  })

  it('[RD1] who acknowledged goes into the record (RD2)', () => {
    const flow = atGate({ gate: 'off' })
    flow.must({ type: 'acknowledgeStory', story: 'a', side: 'product' }, kim)
    flow.must({ type: 'acknowledgeStory', story: 'a', side: 'design' }, pia)
    expect(flow.must({ type: 'acknowledgeStory', story: 'a', side: 'design' }, kim)).toEqual([])
    const [event] = flow.must(toReady)
    expect(event).toMatchObject({ gate: { acknowledged: { product: 'kim', design: 'pia' } } })
    flow.must({ type: 'withdrawAcknowledgement', story: 'a', side: 'design' }, kim)
    expect(flow.story('a').acknowledged).toEqual({ product: 'kim' })
  })

  it('[RD1] confirmed and override belong to "mark ready" alone', () => {
    const flow = atGate({})
    for (const extra of [{ confirmed: true }, { override: 'Because' }]) {
      expect(flow.run({ type: 'returnToIdea', story: 'a', ...extra })).toMatchObject({
        code: 'invalid',
      })
    }
  })
})
