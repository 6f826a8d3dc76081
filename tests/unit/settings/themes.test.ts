import { describe, expect, it } from 'vitest'
import { countByTheme, grouped, isOver, live, ordered, timeBox } from '#components/theme/themes.ts'
import { textsIn } from '#tests/support/texts.ts'
import { Flow } from '#tests/support/domain.ts'

function workspace(): Flow {
  const flow = new Flow()
  for (const theme of ['growth', 'trust', 'speed']) {
    flow.run({ type: 'createTheme', theme, name: theme })
  }
  // A team whose id is a stage's name.
  flow.run({ type: 'createTeam', team: 'idea', name: 'Web' })
  for (const id of ['a', 'b']) flow.put(id, 'idea')
  flow.put('c', 'wont-do')
  for (const id of ['d', 'e', 'f']) {
    flow.put(id, 'ready')
    flow.run({ type: 'assignToTeam', story: id, team: 'idea' })
  }
  flow.run({ type: 'moveToStep', story: 'e', step: 'done' })
  flow.run({ type: 'moveToStep', story: 'f', step: 'doing' })
  for (const story of 'abcdef') flow.run({ type: 'setTheme', story, theme: 'growth' })
  return flow
}

describe('themes', () => {
  it('count their stories by where they are', () => {
    const { stories } = workspace()
    const counts = countByTheme(stories.values(), new Map())
    expect(counts.get('growth')).toEqual({
      idea: 2,
      refinement: 0,
      ready: 0,
      'wont-do': 1,
      backlog: 2,
      done: 1,
    })
    expect(live(counts.get('growth')!)).toBe(5)
    expect(counts.has('trust')).toBe(false)
  })

  it('stand in their order, the archived ones apart', () => {
    const flow = workspace()
    flow.run({ type: 'rankTheme', theme: 'speed', place: { after: null } })
    flow.run({ type: 'archiveTheme', theme: 'growth' })
    const { current, archived } = ordered(flow.settings.themes)
    expect(current.map(({ id }) => id)).toEqual(['speed', 'trust'])
    expect(archived.map(({ id }) => id)).toEqual(['growth'])
  })

  it('show their stories from what is nearly done to what was only thought of', () => {
    const { stories, settings } = workspace()
    const groups = grouped(stories.values(), 'growth', settings.teams)
    expect(groups.map(({ id, stories }) => [id, stories.map((story) => story.id)])).toEqual([
      ['team:idea', ['e', 'f', 'd']],
      ['idea', ['a', 'b']],
      ['wont-do', ['c']],
    ])
  })

  it('say their time box in words', () => {
    const t = textsIn('en', 'themes')
    expect(timeBox(t, { from: '2026-03-01', until: '2026-05-31' })).toBe('1 Mar 2026 – 31 May 2026')
    expect(timeBox(t, { from: '2026-03-01', until: null })).toBe('from 1 Mar 2026')
    expect(timeBox(t, { from: null, until: '2026-05-31' })).toBe('until 31 May 2026')
    expect(timeBox(t, { from: null, until: null })).toBeNull()
    expect(isOver({ until: '2026-05-31' }, '2026-05-31')).toBe(false)
    expect(isOver({ until: '2026-05-31' }, '2026-06-01')).toBe(true)
  })
})
