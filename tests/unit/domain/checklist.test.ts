import { describe, expect, it } from 'vitest'
import { named } from '#components/language/names.ts'
import { whatIsMissing } from '#components/language/whatIsMissing.ts'
import { checklist, whoCanFix } from '#lib/domain/checklist.ts'
import { NO_FACTS } from '#lib/domain/facts.ts'
import { must } from '#lib/domain/must.ts'
import { type Check, CHECKS, DEFAULT_POLICY } from '#lib/domain/policy.ts'
import { readinessOf } from '#lib/domain/readiness.ts'
import { Flow } from '#tests/support/domain.ts'

function storyIn(flow: Flow) {
  flow.put('a', 'refinement')
  return must(flow.stories.get('a'), 'a')
}

describe('[RD4] the checklist of a story', () => {
  it('[RD2] has every check of the policy, required ones first, and says of each whether it is met', () => {
    const lines = checklist(storyIn(new Flow()), DEFAULT_POLICY)
    expect(lines.map(({ check }) => check)).toEqual(CHECKS)
    expect(lines.filter(({ isMet }) => isMet).map(({ check }) => check)).toEqual([
      'questions',
      'few-criteria',
    ])
  })

  it('[RD2] leaves out what is off and follows the policy', () => {
    const checks = { ...DEFAULT_POLICY.checks, theme: 'off', design: 'required' } as const
    const lines = checklist(storyIn(new Flow()), { ...DEFAULT_POLICY, checks })
    expect(lines.some(({ check }) => check === 'theme')).toBe(false)
    expect(lines.find(({ check }) => check === 'design')?.level).toBe('required')
  })

  it('[RD4] what is missing is said in words, and agrees with the gate', () => {
    const story = {
      ...storyIn(new Flow()),
      facts: { ...NO_FACTS, blockingQuestions: 2, criteria: 11 },
      acknowledged: { product: 'ana' },
    }
    const lines = checklist(story, DEFAULT_POLICY)
    const said = (check: Check) => whatIsMissing(check, story, DEFAULT_POLICY)
    expect(said('questions')).toBe('2 blocking questions are open')
    expect(said('few-criteria')).toBe('11 criteria, more than 8: split the story')
    expect(said('acknowledged')).toBe('Design and Engineering have not looked at it')
    expect(lines.find(({ check }) => check === 'criteria')?.isMet).toBe(true)
    const missing = lines.filter(({ isMet, level }) => !isMet && level === 'required')
    expect(missing.map(({ check }) => check)).toEqual(readinessOf(story, DEFAULT_POLICY).missing)
  })

  it('[RD4] names who can put it right, whoever reads it first', () => {
    const flow = new Flow()
    const story = storyIn(flow)
    flow.members.set('vera', { id: 'vera', name: 'Vera', roles: ['viewer'] })
    expect(named(whoCanFix(flow, story, 'theme'), 'kim')).toBe('You and Ana')
    expect(named(whoCanFix(flow, story, 'theme'), 'vera')).toBe('Ana and Kim')
    const many = ['Bo', 'Cy', 'Di'].map((name) => ({ id: name, name, roles: [] }))
    expect(named([...flow.members.values(), ...many], 'kim')).toBe('You, Ana and 4 others')
    expect(named([], 'kim')).toBe('')
  })
})
