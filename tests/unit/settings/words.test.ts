import { describe, expect, it } from 'vitest'
import { listed } from '#components/language/listed.ts'
import { refusalText } from '#components/language/refusalText.ts'
import { productInForce } from '#components/settings/people/productInForce.ts'
import { iterationAt, whoPlans } from '#components/settings/teams/teamWords.ts'
import { refusalOf } from '#lib/domain/permissions.ts'
import { CHECKS } from '#lib/domain/policy.ts'
import { missingInWords } from '#lib/domain/readiness.ts'
import type { Role } from '#lib/domain/roles.ts'
import { NEW_SETTINGS } from '#lib/domain/settings.ts'
import { DEFAULT_STEPS, type Team } from '#lib/domain/team.ts'
import { textsIn } from '#tests/support/texts.ts'

const web: Team = {
  id: 'web',
  name: 'Web',
  isPrivate: false,
  backlogManagement: false,
  members: [
    { user: 'ana', role: 'member' },
    { user: 'bo', role: 'backlog-owner' },
  ],
  steps: DEFAULT_STEPS,
  scale: 'points',
  iterations: null,
  sample: false,
  archivedAt: null,
}
const settings = textsIn('en', 'settings')
const people = textsIn('en', 'settings.people')
const words = textsIn('en', 'words')
const nameOf = (user: string) => user.charAt(0).toUpperCase() + user.slice(1)

describe('what settings say they change', () => {
  it('product managers: in force from the first on, by name', () => {
    const ana = { name: 'Ana', roles: ['owner', 'product-manager'] }
    const bo = { name: 'Bo', roles: ['product-manager'] }
    expect(productInForce(people, words, [{ name: 'Kim', roles: ['member'] }])).toMatch(
      /^Nobody is product manager yet, so every member marks stories ready/,
    )
    expect(productInForce(people, words, [ana])).toMatch(
      /^Since Ana is product manager, only product managers/,
    )
    expect(productInForce(people, words, [ana, bo])).toMatch(
      /^Since Ana and Bo are product managers, only/,
    )
  })

  it('many names are cut short', () => {
    expect(listed(words, ['A', 'B', 'C', 'D'])).toBe('A, B, C and D')
    expect(listed(words, ['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 others')
  })

  it('backlog management: on, off, and on without anybody', () => {
    expect(whoPlans(settings, words, web, nameOf)).toMatch(/^Off: every member/)
    expect(whoPlans(settings, words, { ...web, backlogManagement: true }, nameOf)).toMatch(
      /^On: only Bo /,
    )
    expect(
      whoPlans(settings, words, { ...web, backlogManagement: true, members: [] }, nameOf),
    ).toMatch(/nobody is backlog owner yet/)
  })

  it.each([
    ['2026-03-02', '2 Mar 2026 to 15 Mar 2026'],
    ['2026-03-15', '2 Mar 2026 to 15 Mar 2026'],
    ['2026-03-16', '16 Mar 2026 to 29 Mar 2026'],
    ['2026-03-01', '16 Feb 2026 to 1 Mar 2026'],
  ])('the iteration of %s is %s', (today, words) => {
    expect(iterationAt(settings, { startsOn: '2026-03-02', days: 14 }, today)).toBe(words)
  })
})

describe('what the domain says, in the language of the page', () => {
  it('checks are missed in English as the domain has it', () => {
    const missing = textsIn('en', 'words.missing')
    expect(CHECKS.map((check) => missing(check))).toEqual(
      CHECKS.map((check) => missingInWords([check])),
    )
  })

  it.each([
    [[], 'Das können nur Inhaber und Admins. Frag einen Inhaber oder Admin.'],
    [['Ana'], 'Das können nur Inhaber und Admins. Frag Ana.'],
    [['Ana', 'Bo'], 'Das können nur Inhaber und Admins. Frag Ana oder Bo.'],
    [['Ana', 'Bo', 'Di'], 'Das können nur Inhaber und Admins. Frag Ana, Bo oder Di.'],
    [
      ['Ana', 'Bo', 'Di', 'Ed'],
      'Das können nur Inhaber und Admins. Frag Ana, Bo oder jemand anderen von ihnen.',
    ],
  ])('a refusal of what only administrators may do names %o', (names, german) => {
    const members = names.map((name): [string, { id: string; name: string; roles: Role[] }] => [
      name,
      { id: name, name, roles: ['admin'] },
    ])
    const world = { settings: NEW_SETTINGS, members: new Map(members) }
    const refusal = refusalOf(world, { id: 'kim', roles: ['member'] }, 'administer')
    expect(refusal?.action).toBe('administer')
    expect(refusalText(textsIn('en', 'words.refusals'), refusal!)).toBe(refusal!.message)
    expect(refusalText(textsIn('de', 'words.refusals'), refusal!)).toBe(german)
  })

  it.each([
    [true, 'Nur Produktmanager können Themen und Personas ändern. Frag Pia.'],
    [false, 'Nur Mitglieder können Themen und Personas ändern. Frag Pia.'],
  ])('a refusal of what themes are says who may, a product manager in force: %s', (has, german) => {
    const roles: Role[] = [has ? 'product-manager' : 'member']
    const members = new Map([['pia', { id: 'pia', name: 'Pia', roles }]])
    const world = { settings: NEW_SETTINGS, members }
    const refusal = refusalOf(world, { id: 'kim', roles: ['viewer'] }, 'manageThemes')
    expect(refusalText(textsIn('en', 'words.refusals'), refusal!)).toBe(refusal!.message)
    expect(refusalText(textsIn('de', 'words.refusals'), refusal!)).toBe(german)
  })

  it('a refusal without a translation stays as the domain wrote it', () => {
    const refusal = { action: 'vote', message: 'Viewers can read, but not vote.', who: [] }
    expect(refusalText(textsIn('de', 'words.refusals'), refusal)).toBe(refusal.message)
  })
})
