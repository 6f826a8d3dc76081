import { describe, expect, it } from 'vitest'
import { groupsBy } from '#components/backlog/groupBy.ts'
import { type Row, rowsOf } from '#components/backlog/rows.ts'
import type { BacklogGroup } from '#components/shell/backlogRoute.ts'
import { formatPlace, parsePlace } from '#components/shell/routes.ts'
import { must } from '#lib/domain/must.ts'
import { backlog } from '#lib/domain/rank.ts'
import { Flow, kim } from '#tests/support/domain.ts'

const DAY = 86_400_000
const ALL = () => true

/** A backlog of Web with a story in every step but Review. */
function web(): Flow {
  const flow = new Flow().join(kim).found('web', { kim: 'member' })
  flow.must({ type: 'createTheme', theme: 't', name: 'Trust' })
  flow.putOnTeam('a', 'web', 'doing')
  flow.putOnTeam('b', 'web')
  flow.putOnTeam('c', 'web')
  flow.putOnTeam('d', 'web', 'done')
  flow.must({ type: 'setTheme', story: 'c', theme: 't' })
  return flow
}

function groupsIn(flow: Flow, by: BacklogGroup, now = flow.clock) {
  const team = must(flow.settings.teams.get('web'), 'web')
  const facts = { themes: flow.settings.themes, members: flow.members }
  return groupsBy(by, backlog(flow.stories.values(), 'web'), team, facts, now)
}

const text = (rows: readonly Row[]) =>
  rows.map((row) => {
    if (row.kind === 'heading') return `# ${row.group.name} ${row.group.stories.length}`
    return row.kind === 'story' ? `${row.position ?? '·'} ${row.id}` : row.kind
  })

describe('the list of a backlog in groups', () => {
  it("by the team's own steps: also one that has nothing, and what is put there goes into the step", () => {
    const groups = groupsIn(web(), 'step')
    expect(text(rowsOf(groups, null, [], false, ALL))).toEqual([
      '# To do 2',
      '· b',
      '· c',
      '# In progress 1',
      '· a',
      '# Review 0',
    ])
    expect(groups.map(({ makes }) => makes)).toEqual([
      { step: 'todo' },
      { step: 'doing' },
      { step: 'review' },
    ])
    expect(groups.every(({ whyFixed }) => whyFixed === undefined)).toBe(true)
  })

  it('by theme, person and age, as the refinement list is; nothing is moved up and down there', () => {
    const flow = web()
    const rows = (by: BacklogGroup, now?: number) =>
      text(rowsOf(groupsIn(flow, by, now), null, [], false, ALL))
    expect(rows('theme')).toEqual(['# Trust 1', '· c', '# No theme 2', '· a', '· b'])
    expect(rows('by')).toEqual(['# Ana 3', '· a', '· b', '· c'])
    expect(rows('age', 40 * DAY)).toEqual(['# 30 to 90 days in its step 3', '· a', '· b', '· c'])
    for (const by of ['theme', 'by', 'age'] as const) {
      expect(groupsIn(flow, by)[0]?.whyFixed).toContain("not in the team's order")
    }
  })

  it('what is folded has its heading only', () => {
    const rows = rowsOf(
      groupsIn(web(), 'step'),
      null,
      [],
      false,
      (_, group) => group?.id !== 'step:todo',
    )
    expect(text(rows)).toEqual(['# To do 2', '# In progress 1', '· a', '# Review 0'])
  })

  it('[UX18] the address holds it, of a list', () => {
    const address = '/w/w/t/web/backlog?group=step'
    const { route } = parsePlace(new URL(address, 'http://sluice.test'))!
    expect(route).toMatchObject({ page: 'backlog', group: 'step' })
    expect(formatPlace({ workspace: 'w', route })).toBe(address)
    const nonsense = parsePlace(new URL('/w/w/t/web/backlog?group=size', 'http://sluice.test'))!
    expect(nonsense.route).toMatchObject({ group: null })
  })
})
