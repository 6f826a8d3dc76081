import { describe, expect, it } from 'vitest'
import { columnsOf, doneSince, groupsOf, lately, olderDone } from '#components/backlog/groups.ts'
import { type Row, rowsOf, spotBehind } from '#components/backlog/rows.ts'
import { must } from '#lib/domain/must.ts'
import { backlog } from '#lib/domain/rank.ts'
import type { Story } from '#lib/domain/story.ts'
import { Flow } from '#tests/support/domain.ts'

const ALL = () => true
const DAY = 86_400_000

/** A team with stories in its first step, in this order. */
function web(...stories: string[]) {
  const flow = new Flow().found('web')
  for (const story of stories) flow.putOnTeam(story, 'web')
  return flow
}

function listOf(flow: Flow, today = '2026-11-25') {
  const team = must(flow.settings.teams.get('web'), 'web')
  return groupsOf(backlog(flow.stories.values(), 'web'), team, today)
}

/** Rows as text: `1 a`, `# heading`, `--- likely`, `v done`, `+ older`. */
const text = (rows: readonly Row[]) =>
  rows.map((row) => {
    if (row.kind === 'story') return `${row.position ?? '·'} ${row.id}`
    if (row.kind === 'heading') return `# ${row.group.name}`
    if (row.kind === 'older') return `+ ${row.count}`
    return row.kind === 'likely' ? `--- ${row.count}` : `v ${row.count}`
  })

describe('the list of a backlog', () => {
  it('is in the team’s order, without what is done', () => {
    const flow = web('a', 'b', 'c')
    flow.must({ type: 'moveToStep', story: 'b', step: 'done' })
    expect(text(rowsOf(listOf(flow), null, [], false, ALL))).toEqual(['1 a', '2 c'])
  })

  it('draws a line below what is likely in the next two weeks', () => {
    const groups = listOf(web('a', 'b', 'c'))
    const rows = (likely: number | null) => text(rowsOf(groups, likely, [], false, ALL))
    expect(rows(2)).toEqual(['1 a', '2 b', '--- 2', '3 c'])
    expect(rows(0)).toEqual(['--- 0', '1 a', '2 b', '3 c'])
    expect(rows(9)).toEqual(['1 a', '2 b', '3 c', '--- 3'])
    expect(rows(null)).toEqual(['1 a', '2 b', '3 c'])
    expect(text(rowsOf(listOf(web()), 3, [], false, ALL))).toEqual([])
  })

  it('keeps numbers and the line where they are when a filter leaves stories out', () => {
    const shows = ({ id }: Story) => id !== 'b'
    expect(text(rowsOf(listOf(web('a', 'b', 'c')), 2, [], false, shows))).toEqual([
      '1 a',
      '--- 2',
      '3 c',
    ])
  })

  it('folds what was done in the last 30 days, the latest first', () => {
    const flow = web('a', 'b', 'c', 'd')
    for (const [story, clock] of [
      ['a', DAY],
      ['b', 35 * DAY],
      ['c', 40 * DAY],
    ] as const) {
      flow.clock = clock
      flow.must({ type: 'moveToStep', story, step: 'done' })
    }
    const team = must(flow.settings.teams.get('web'), 'web')
    const done = lately(backlog(flow.stories.values(), 'web'), team, doneSince(50 * DAY, false))
    expect(text(rowsOf(listOf(flow), null, done, false, ALL))).toEqual(['1 d', 'v 2'])
    expect(text(rowsOf(listOf(flow), null, done, true, ALL))).toEqual(['1 d', 'v 2', '· c', '· b'])
  })

  it('[CL4] says how much was done before that, here and among what was filed, and shows it when asked', () => {
    const flow = web('a', 'b', 'c')
    for (const [story, clock] of [
      ['a', DAY],
      ['b', 35 * DAY],
    ] as const) {
      flow.clock = clock
      flow.must({ type: 'moveToStep', story, step: 'done' })
    }
    const team = must(flow.settings.teams.get('web'), 'web')
    const stories = backlog(flow.stories.values(), 'web')
    const shown = (all: boolean, filed: Record<string, number>, isOpen = true) => {
      const since = doneSince(50 * DAY, all)
      const older = [...olderDone(stories, team, filed, since).values()][0] ?? 0
      return text(
        rowsOf(listOf(flow), null, lately(stories, team, since), isOpen, ALL, older),
      ).slice(1)
    }
    expect(shown(false, { done: 7, doing: 9 })).toEqual(['v 1', '· b', '+ 8'])
    expect(shown(false, { done: 7 }, false)).toEqual(['v 1'])
    expect(shown(true, { done: 7 })).toEqual(['v 2', '· b', '· a', '+ 7'])
    expect(shown(true, {})).toEqual(['v 2', '· b', '· a'])
  })

  it('[CL4] what was done long ago is reached where nothing was done lately', () => {
    const flow = web('a')
    expect(text(rowsOf(listOf(flow), null, [], false, ALL, 4))).toEqual(['1 a', 'v 0'])
  })
})

describe('[ST5] the list of a team that plans by iterations', () => {
  const planned = () => {
    const flow = web('a', 'b', 'c', 'd', 'e')
    flow.must({
      type: 'changeTeam',
      team: 'web',
      iterations: { startsOn: '2026-11-02', days: 14 },
    })
    for (const [story, schedule] of [
      ['c', '2026-11-16'],
      ['b', '2026-11-02'],
      ['d', '2027-01-25'],
      ['e', '2026-11-16'],
    ] as const) {
      flow.must({ type: 'scheduleStory', story, schedule })
    }
    return flow
  }

  it('[ST5] has what was left over first, then each iteration to plan for, and last what is in none', () => {
    expect(text(rowsOf(listOf(planned()), null, [], false, ALL))).toEqual([
      '# Left from earlier iterations',
      '1 b',
      '# 16–29 Nov',
      '2 c',
      '3 e',
      '# 30 Nov–13 Dec',
      '# 14–27 Dec',
      '# 25 Jan–7 Feb 2027',
      '4 d',
      '# Not in an iteration',
      '5 a',
    ])
  })

  it('[ST5] draws the line of what is likely above a heading, not below it', () => {
    const rows = text(rowsOf(listOf(planned()), 1, [], false, ALL))
    expect(rows.slice(0, 5)).toEqual([
      '# Left from earlier iterations',
      '1 b',
      '--- 1',
      '# 16–29 Nov',
      '2 c',
    ])
  })

  it('[ST5] keeps together what was planned before the team changed the length of its iterations', () => {
    const flow = planned()
    flow.must({ type: 'changeTeam', team: 'web', iterations: { startsOn: '2026-11-09', days: 28 } })
    expect(listOf(flow).map(({ name, stories }) => [name, stories.length])).toEqual([
      ['Left from earlier iterations', 1],
      ['9 Nov–6 Dec', 2],
      ['7 Dec–3 Jan 2027', 0],
      ['4–31 Jan 2027', 1],
      ['Not in an iteration', 1],
    ])
  })

  it('[UX20] a drop behind a heading is at the top of its part, behind a story below that story', () => {
    const rows = rowsOf(listOf(planned()), null, [], false, ALL)
    expect(spotBehind(rows, null)).toEqual({ part: 'late', after: null })
    expect(spotBehind(rows, 'heading:iteration:2026-11-30')).toEqual({
      part: 'iteration:2026-11-30',
      after: null,
    })
    expect(spotBehind(rows, 'e')).toEqual({ part: 'iteration:2026-11-16', after: 'e' })
    expect(spotBehind(rows, 'gone')).toBeNull()
    const plain = rowsOf(listOf(web('a')), null, [], false, ALL)
    expect(spotBehind(plain, 'a')).toEqual({ part: 'open', after: 'a' })
    expect(spotBehind([], null)).toEqual({ part: 'open', after: null })
  })
})

describe('[ST6] the board of steps', () => {
  it('[ST6] has a column for every step, in the team’s order; what is done by its time', () => {
    const flow = web('a', 'b', 'c', 'd')
    flow.must({ type: 'moveToStep', story: 'c', step: 'review' })
    flow.must({ type: 'moveToStep', story: 'd', step: 'done' })
    flow.must({ type: 'moveToStep', story: 'a', step: 'done' })
    const team = must(flow.settings.teams.get('web'), 'web')
    const columns = columnsOf(backlog(flow.stories.values(), 'web'), team, -Infinity)
    expect(
      columns.map(({ name, stories }) => [name, stories.map(({ id }) => id).join('')]),
    ).toEqual([
      ['To do', 'b'],
      ['In progress', ''],
      ['Review', 'c'],
      ['Done', 'ad'],
    ])
  })
})
