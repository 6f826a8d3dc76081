import { describe, expect, it } from 'vitest'
import { ana, bo, con, Flow, kim, pia } from '#tests/support/domain.ts'

describe('[ST7] trash', () => {
  it('[ST7] keeps a story and gives it back to its stage and place', () => {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c']) flow.put(id, 'refinement')
    flow.run({ type: 'trashStory', story: 'b' })
    expect(flow.order('refinement')).toEqual(['a', 'c'])
    expect(flow.stories.get('b')?.trashedAt).toBe(flow.clock)
    flow.run({ type: 'restoreStory', story: 'b' })
    expect(flow.order('refinement')).toEqual(['a', 'b', 'c'])
  })

  it('[ST7] restoring to a rank that was taken meanwhile goes to the bottom', () => {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c']) flow.put(id)
    flow.run({ type: 'trashStory', story: 'b' })
    flow.run({ type: 'rankStory', story: 'c', place: { after: 'a' } })
    const rank = flow.stories.get('b')?.rank
    flow.put('d')
    flow.stories.set('d', { ...flow.stories.get('d')!, rank: rank! })
    flow.run({ type: 'restoreStory', story: 'b' })
    const ranks = flow.order('idea').map((id) => flow.stories.get(id)!.rank)
    expect(new Set(ranks).size).toBe(4)
    expect(flow.order('idea').at(-1)).toBe('b')
  })

  it('[ST7] a story in the trash takes no other command', () => {
    const flow = new Flow()
    flow.put('a')
    flow.run({ type: 'trashStory', story: 'a' })
    expect(flow.run({ type: 'renameStory', story: 'a', title: 'New' })).toMatchObject({
      code: 'inTrash',
    })
    expect(flow.run({ type: 'trashStory', story: 'a' })).toMatchObject({ code: 'inTrash' })
    flow.run({ type: 'restoreStory', story: 'a' })
    expect(flow.run({ type: 'restoreStory', story: 'a' })).toMatchObject({ code: 'notInTrash' })
  })

  it('[ST7] [TR1] who may edit a story trashes and restores it; off a backlog it takes who plans there', () => {
    const flow = new Flow().join(con, pia, bo).found('web', { bo: 'backlog-owner' })
    flow.put('a')
    flow.must({ type: 'captureStory', story: 'own', title: 'Own' }, con)
    flow.putOnTeam('t', 'web')
    const trash = (story: string) => ({ type: 'trashStory', story }) as const
    const restore = (story: string) => ({ type: 'restoreStory', story }) as const
    expect(flow.run(trash('a'), con)).toMatchObject({ code: 'notAllowed' })
    flow.must(trash('own'), con)
    flow.must(restore('own'), con)
    flow.must(trash('a'), kim)
    expect(flow.run(restore('a'), con)).toMatchObject({ code: 'notAllowed' })
    flow.must(restore('a'), kim)
    expect(flow.run(trash('t'), kim)).toMatchObject({
      code: 'notAllowed',
      who: ['Ana', 'Bo', 'Pia'],
    })
    flow.must(trash('t'), pia)
    expect(flow.run(restore('t'), kim)).toMatchObject({ code: 'notAllowed' })
    flow.must(restore('t'), bo)
    expect(flow.backlog('web')).toEqual(['t'])
  })

  it('[ST7] [TR2] a story comes back to its step and place on the backlog', () => {
    const flow = new Flow().found('web')
    for (const id of ['a', 'b', 'c']) flow.putOnTeam(id, 'web', 'doing')
    flow.must({ type: 'sizeStory', story: 'b', size: '5' })
    flow.must({ type: 'trashStory', story: 'b' })
    expect(flow.backlog('web')).toEqual(['a', 'c'])
    flow.must({ type: 'restoreStory', story: 'b' })
    expect(flow.backlog('web')).toEqual(['a', 'b', 'c'])
    expect(flow.story('b')).toMatchObject({ team: 'web', step: 'doing', size: '5' })
  })

  it('[ST7] [TR2] a story whose team is archived waits in the trash for the team', () => {
    const flow = new Flow().found('web')
    flow.putOnTeam('a', 'web')
    flow.must({ type: 'trashStory', story: 'a' })
    flow.must({ type: 'archiveTeam', team: 'web' })
    expect(flow.run({ type: 'restoreStory', story: 'a' })).toMatchObject({
      code: 'teamNotFound',
      message: expect.stringContaining('Restore the team first'),
    })
    flow.must({ type: 'restoreTeam', team: 'web' })
    flow.must({ type: 'restoreStory', story: 'a' })
    expect(flow.backlog('web')).toEqual(['a'])
  })
})

const DAY_MS = 86_400_000

describe('[ST7] [TR3] purge', () => {
  it('[TR3] removes what has been in the trash for 30 days, to the millisecond, and nothing else', () => {
    const flow = new Flow()
    for (const id of ['old', 'young', 'live']) flow.put(id)
    flow.must({ type: 'trashStory', story: 'old' })
    flow.clock += 1_000
    flow.must({ type: 'trashStory', story: 'young' })
    flow.clock = flow.story('old').trashedAt! + 30 * DAY_MS - 1
    expect(flow.must({ type: 'purgeTrash' })).toEqual([])
    flow.clock = flow.story('old').trashedAt! + 30 * DAY_MS
    expect(flow.must({ type: 'purgeTrash' })).toMatchObject([
      { type: 'StoryPurged', story: 'old', key: 'ST-1', title: 'Story old' },
    ])
    expect([...flow.stories.keys()]).toEqual(['young', 'live'])
  })

  it('[TR3] removes the one trashed story that is named, and refuses a live one', () => {
    const flow = new Flow()
    for (const id of ['a', 'b']) flow.put(id)
    flow.must({ type: 'trashStory', story: 'a' })
    expect(flow.run({ type: 'purgeTrash', only: 'b' })).toMatchObject({ code: 'notInTrash' })
    expect(flow.run({ type: 'purgeTrash', only: 'nope' })).toMatchObject({ code: 'notFound' })
    flow.must({ type: 'purgeTrash', only: 'a' })
    expect([...flow.stories.keys()]).toEqual(['b'])
    expect(flow.run({ type: 'restoreStory', story: 'a' })).toMatchObject({ code: 'notFound' })
  })

  it('[TR3] only owners and admins purge', () => {
    const flow = new Flow().join(pia)
    for (const actor of [kim, pia]) {
      expect(flow.run({ type: 'purgeTrash' }, actor)).toMatchObject({
        code: 'notAllowed',
        who: ['Ana'],
      })
    }
  })

  it('[TR3] a key is never given again', () => {
    const flow = new Flow()
    flow.put('a')
    flow.must({ type: 'trashStory', story: 'a' })
    flow.must({ type: 'purgeTrash', only: 'a' })
    flow.put('b')
    expect(flow.story('b').key).toBe('ST-2')
  })
})

describe('[TR4] samples', () => {
  /** Two sample stories, one of them on a sample team, and a theme of the samples on a story that is not one. */
  function withSamples(): Flow {
    const flow = new Flow().found('web').found('shop')
    flow.must({ type: 'createTheme', theme: 'used', name: 'Used' })
    flow.must({ type: 'createTheme', theme: 'unused', name: 'Unused' })
    const sample = { sample: true } as const
    const { teams, themes } = flow.settings
    flow.settings = {
      ...flow.settings,
      teams: new Map([...teams].map(([id, team]) => [id, { ...team, ...sample }])),
      themes: new Map([...themes].map(([id, theme]) => [id, { ...theme, ...sample }])),
    }
    for (const story of ['s1', 's2']) {
      flow.run({ type: 'captureStory', story, title: 'Sample' }, ana, sample)
    }
    flow.put('mine')
    flow.must({ type: 'setTheme', story: 'mine', theme: 'used' })
    flow.putOnTeam('ours', 'shop')
    return flow
  }

  it('[TR4] only the samples go, with the teams and themes that nothing else uses', () => {
    const flow = withSamples()
    flow.must({ type: 'removeSamples' })
    expect(flow.order('idea')).toEqual(['mine'])
    expect(flow.backlog('shop')).toEqual(['ours'])
    const { teams, themes } = flow.settings
    expect(teams.get('web')?.archivedAt).not.toBeNull()
    expect(teams.get('shop')?.archivedAt).toBeNull()
    expect(themes.get('unused')?.archivedAt).not.toBeNull()
    expect(themes.get('used')?.archivedAt).toBeNull()
  })

  it('[TR4] only owners and admins remove them', () => {
    const flow = withSamples()
    expect(flow.run({ type: 'removeSamples' }, kim)).toMatchObject({ code: 'notAllowed' })
    expect(flow.order('idea')).toEqual(['s1', 's2', 'mine'])
  })
})
