import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import { ageTone, daysBetween, longAge, shortAge } from '#components/cards/ages.ts'
import { peopleByStory } from '#components/cards/whoIsHere.ts'
import type { Presence } from '#lib/client/client.ts'

const DAY = 86_400_000

describe('ages on cards', () => {
  it('counts whole days and never less than none', () => {
    expect(daysBetween(0, DAY - 1)).toBe(0)
    expect(daysBetween(0, 14 * DAY)).toBe(14)
    expect(daysBetween(DAY, 0)).toBe(0)
  })

  it('are short on the card and spelt out for everyone else', () => {
    expect([0, 1, 14, 99, 100, 729, 730].map(shortAge)).toEqual([
      '',
      '1d',
      '14d',
      '99d',
      '3mo',
      '23mo',
      '1y',
    ])
    expect(longAge(0, 'Idea')).toBe('In Idea since today')
    expect(longAge(1, 'Idea')).toBe('In Idea for 1 day')
    expect(longAge(14, 'Refinement')).toBe('In Refinement for 14 days')
  })

  it("[HE4] speak up past the policy's limit of their stage, louder past its double, never in Won't do", () => {
    const { ageing } = DEFAULT_POLICY
    expect(ageTone('refinement', 21, ageing)).toBe('calm')
    expect(ageTone('refinement', 22, ageing)).toBe('amber')
    expect(ageTone('refinement', 43, ageing)).toBe('red')
    expect(ageTone('idea', 60, ageing)).toBe('calm')
    expect(ageTone('wont-do', 9_999, ageing)).toBe('calm')
    const hurried = { ...ageing, idea: 7 }
    expect([7, 8, 15].map((days) => ageTone('idea', days, hurried))).toEqual([
      'calm',
      'amber',
      'red',
    ])
  })
})

describe('[UX15] who is in a story', () => {
  const at = (clientId: number, id: string, story: string | null, editing = false): Presence => ({
    clientId,
    user: { id, name: id, colour: 1 },
    story,
    editing,
  })

  it('[UX15] is one entry a person, whoever edits first', () => {
    const people = peopleByStory([
      at(1, 'bo', 's'),
      at(2, 'ana', 's', true),
      at(3, 'bo', 's'),
      at(4, 'kim', null),
    ])
    expect(people.get('s')?.map(({ id, editing }) => [id, editing])).toEqual([
      ['ana', true],
      ['bo', false],
    ])
    expect(people.size).toBe(1)
  })

  it('[UX15] keeps the identity of what did not change', () => {
    const before = peopleByStory([at(1, 'bo', 's'), at(2, 'ana', 't')])
    const now = peopleByStory([at(1, 'bo', 's'), at(2, 'ana', 't', true)], before)
    expect(now.get('s')).toBe(before.get('s'))
    expect(now.get('t')).not.toBe(before.get('t'))
  })
})
