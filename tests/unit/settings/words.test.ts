import { describe, expect, it } from 'vitest'
import { listed } from '#components/settings/listed.ts'
import { productInForce } from '#components/settings/people/roleMeanings.ts'
import { iterationAt, whoPlans, whoSees } from '#components/settings/teams/teamWords.ts'
import { DEFAULT_STEPS, type Team } from '#lib/domain/team.ts'

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
const nameOf = (user: string) => user.charAt(0).toUpperCase() + user.slice(1)

describe('what settings say they change', () => {
  it('product managers: in force from the first on, by name', () => {
    const ana = { name: 'Ana', roles: ['owner', 'product-manager'] }
    const bo = { name: 'Bo', roles: ['product-manager'] }
    expect(productInForce([{ name: 'Kim', roles: ['member'] }])).toMatch(
      /^Nobody is product manager yet, so every member marks stories ready/,
    )
    expect(productInForce([ana])).toMatch(/^Since Ana is product manager, only product managers/)
    expect(productInForce([ana, bo])).toMatch(/^Since Ana and Bo are product managers, only/)
  })

  it('many names are cut short', () => {
    expect(listed(['A', 'B', 'C', 'D'])).toBe('A, B, C and D')
    expect(listed(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 others')
  })

  it('backlog management: on, off, and on without anybody', () => {
    expect(whoPlans(web, nameOf)).toMatch(/^Off: every member/)
    expect(whoPlans({ ...web, backlogManagement: true }, nameOf)).toMatch(/^On: only Bo /)
    expect(whoPlans({ ...web, backlogManagement: true, members: [] }, nameOf)).toMatch(
      /nobody is backlog owner yet/,
    )
  })

  it('a private team: who sees it', () => {
    expect(whoSees(web)).toMatch(/^Everybody/)
    expect(whoSees({ ...web, isPrivate: true })).toMatch(/^Only its members and the owners/)
  })

  it.each([
    ['2026-03-02', '2 Mar 2026 to 15 Mar 2026'],
    ['2026-03-15', '2 Mar 2026 to 15 Mar 2026'],
    ['2026-03-16', '16 Mar 2026 to 29 Mar 2026'],
    ['2026-03-01', '16 Feb 2026 to 1 Mar 2026'],
  ])('the iteration of %s is %s', (today, words) => {
    expect(iterationAt({ startsOn: '2026-03-02', days: 14 }, today)).toBe(words)
  })
})
