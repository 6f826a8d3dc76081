import { describe, expect, it } from 'vitest'
import { DEFAULT_STEPS, type Step } from '#lib/domain/team.ts'
import { bo, Flow, kim, pia } from '#tests/support/domain.ts'

const setSteps = (steps: readonly Step[], moved?: Record<string, string>) =>
  ({ type: 'setSteps', team: 'web', steps, ...(moved && { moved }) }) as const

describe('[TM1] a new team', () => {
  it('[TM1] begins with the default steps, and whoever made it is in it', () => {
    const flow = new Flow()
    flow.must({ type: 'createTeam', team: 'web', name: ' The  web ', isPrivate: true })
    expect(flow.settings.teams.get('web')).toEqual({
      id: 'web',
      name: 'The web',
      isPrivate: true,
      backlogManagement: false,
      members: [{ user: 'ana', role: 'member' }],
      steps: DEFAULT_STEPS,
      scale: 'points',
      iterations: null,
      sample: false,
      archivedAt: null,
    })
    expect(DEFAULT_STEPS.map(({ name }) => name)).toEqual([
      'To do',
      'In progress',
      'Review',
      'Done',
    ])
  })

  it('[TM1] an id that exists or cannot be one, a name that is taken, missing or too long', () => {
    const flow = new Flow().found('web')
    const create = (team: string, name: string) => flow.run({ type: 'createTeam', team, name })
    expect(create('web', 'Other')).toMatchObject({ code: 'idTaken' })
    expect(create('__proto__', 'Other')).toMatchObject({ code: 'invalid' })
    expect(create('x', ' WEB ')).toMatchObject({ code: 'nameTaken' })
    expect(create('x', '  ')).toMatchObject({ code: 'nameEmpty' })
    expect(create('x', 'n'.repeat(61))).toMatchObject({ code: 'nameTooLong' })
    flow.must({ type: 'archiveTeam', team: 'web' })
    expect(create('x', 'Web').ok).toBe(true)
    expect(flow.run({ type: 'restoreTeam', team: 'web' })).toMatchObject({ code: 'nameTaken' })
  })

  it('[TM1] only owners and admins make, change and archive teams', () => {
    const flow = new Flow().join(pia, bo).found('web', { bo: 'backlog-owner' })
    for (const actor of [pia, bo, kim]) {
      for (const command of [
        { type: 'createTeam', team: 'x', name: 'X' },
        { type: 'changeTeam', team: 'web', name: 'X' },
        { type: 'setTeamMember', team: 'web', member: actor.id, role: 'backlog-owner' },
        { type: 'archiveTeam', team: 'web' },
        setSteps(DEFAULT_STEPS),
      ] as const) {
        expect(flow.run(command, actor), command.type).toMatchObject({ code: 'notAllowed' })
      }
    }
  })
})

describe('[TM2] changing a team', () => {
  it('[TM2] changes what is given and nothing else', () => {
    const flow = new Flow().found('web')
    const before = flow.settings.teams.get('web')
    flow.must({ type: 'changeTeam', team: 'web', backlogManagement: true, scale: 'shirts' })
    expect(flow.settings.teams.get('web')).toEqual({
      ...before,
      backlogManagement: true,
      scale: 'shirts',
    })
    expect(flow.must({ type: 'changeTeam', team: 'web', scale: 'shirts' })).toEqual([])
  })

  it('[TM2] iterations begin on a date and have 7, 14, 21 or 28 days; null does without', () => {
    const flow = new Flow().found('web')
    const iterate = (startsOn: string, days: number) =>
      flow.run({ type: 'changeTeam', team: 'web', iterations: { startsOn, days } })
    expect(iterate('2026-13-01', 14)).toMatchObject({ code: 'badDate' })
    for (const days of [0, 10, 15, Number.NaN, -7]) {
      expect(iterate('2026-01-05', days)).toMatchObject({ code: 'invalid' })
    }
    for (const days of [7, 14, 21, 28]) expect(iterate('2026-01-05', days).ok).toBe(true)
    flow.must({ type: 'changeTeam', team: 'web', iterations: null })
    expect(flow.settings.teams.get('web')?.iterations).toBeNull()
  })

  it('[TM2] an unknown or archived team is not changed', () => {
    const flow = new Flow().found('old')
    flow.must({ type: 'archiveTeam', team: 'old' })
    for (const team of ['old', 'nope']) {
      expect(flow.run({ type: 'changeTeam', team, name: 'New' })).toMatchObject({
        code: 'teamNotFound',
      })
    }
  })
})

describe('[TM3] steps', () => {
  const step = (id: string, category: Step['category'] = 'in-progress'): Step => ({
    id,
    name: `Step ${id}`,
    category,
  })
  const ends = [step('a', 'todo'), step('z', 'done')]
  const middle = (count: number) => Array.from({ length: count }, (_, index) => step(`m${index}`))

  it('[TM3] 4 to 25, at least one to do and one done', () => {
    const flow = new Flow().found('web')
    for (const steps of [
      [...ends, ...middle(1)],
      [...ends, ...middle(24)],
      [step('z', 'done'), ...middle(3)],
      [step('a', 'todo'), ...middle(3)],
    ]) {
      expect(flow.run(setSteps(steps))).toMatchObject({ code: 'badSteps' })
    }
    flow.must(setSteps([...ends, ...middle(2)]))
    flow.must(setSteps([...ends, ...middle(23)]))
  })

  it('[TM3] each with its own id and name', () => {
    const flow = new Flow().found('web')
    const others = [...ends, step('m')]
    expect(flow.run(setSteps([...others, step('m')]))).toMatchObject({ code: 'badSteps' })
    expect(flow.run(setSteps([...others, { ...step('n'), name: 'STEP M' }]))).toMatchObject({
      code: 'badSteps',
    })
    expect(flow.run(setSteps([...others, { ...step('n'), name: ' ' }]))).toMatchObject({
      code: 'nameEmpty',
    })
    expect(flow.run(setSteps([...others, { ...step('n'), id: 'constructor' }]))).toMatchObject({
      code: 'invalid',
    })
  })
})

describe('[TM4] stories whose step goes', () => {
  const NEW_STEPS: readonly Step[] = [
    { id: 'todo', name: 'To do', category: 'todo' },
    { id: 'build', name: 'Build', category: 'in-progress' },
    { id: 'test', name: 'Test', category: 'in-progress' },
    { id: 'live', name: 'Live', category: 'done' },
  ]

  function busy(): Flow {
    const flow = new Flow().found('web').found('app')
    for (const step of ['todo', 'doing', 'review', 'done']) flow.putOnTeam(step, 'web', step)
    flow.putOnTeam('trashed', 'web', 'doing')
    flow.must({ type: 'trashStory', story: 'trashed' })
    flow.putOnTeam('elsewhere', 'app', 'doing')
    return flow
  }

  it('[TM4] no story loses its step silently, one in the trash neither', () => {
    const flow = busy()
    const before = new Map(flow.stories)
    const incomplete: (Record<string, string> | undefined)[] = [
      undefined,
      { doing: 'build', review: 'test' },
      { doing: 'build', review: 'test', done: 'gone' },
      { review: 'test', done: 'live' },
    ]
    for (const moved of incomplete) {
      expect(flow.run(setSteps(NEW_STEPS, moved))).toMatchObject({
        code: 'badSteps',
        message: expect.stringContaining('still holds stories'),
      })
    }
    expect(flow.stories).toEqual(before)
  })

  it('[TM4] each goes where it is said, with one event; a completed one stays completed', () => {
    const flow = busy()
    const completed = flow.story('done').completedAt
    flow.clock += 9_000
    const events = flow.must(setSteps(NEW_STEPS, { doing: 'build', review: 'test', done: 'live' }))
    expect(events.map(({ type, story }) => `${type} ${story}`)).toEqual([
      'TeamSet null',
      'StoryStepped doing',
      'StoryStepped review',
      'StoryStepped done',
      'StoryStepped trashed',
    ])
    const steps = ['todo', 'doing', 'review', 'done', 'trashed', 'elsewhere'].map(
      (id) => flow.story(id).step,
    )
    expect(steps).toEqual(['todo', 'build', 'test', 'live', 'build', 'doing'])
    expect(flow.story('done').completedAt).toBe(completed)
  })

  it('[TM4] [ST6] a step that stays and becomes done completes what stands in it, and the other way', () => {
    const flow = busy()
    const as = (category: Step['category']) =>
      DEFAULT_STEPS.map((step) => (step.id === 'review' ? { ...step, category } : step))
    flow.must(setSteps(as('done')))
    expect(flow.story('review').completedAt).toBe(flow.clock)
    flow.must(setSteps(as('in-progress')))
    expect(flow.story('review').completedAt).toBeNull()
  })

  it('[TM4] another order or name moves nobody', () => {
    const flow = busy()
    const renamed = DEFAULT_STEPS.map((step) => ({ ...step, name: `${step.name}!` })).toReversed()
    expect(flow.must(setSteps(renamed)).map(({ type }) => type)).toEqual(['TeamSet'])
    expect(flow.must(setSteps(renamed))).toEqual([])
  })
})

describe("[TM5] a team's people", () => {
  it('[TM5] come from the workspace, as member or backlog owner; null takes somebody out', () => {
    const flow = new Flow().join(bo).found('web', { kim: 'member' })
    const set = (member: string, role: 'member' | 'backlog-owner' | null) =>
      flow.run({ type: 'setTeamMember', team: 'web', member, role })
    expect(set('nobody', 'member')).toMatchObject({ code: 'memberNotFound' })
    expect(set('bo', 'backlog-owner').ok).toBe(true)
    expect(set('kim', 'backlog-owner').ok).toBe(true)
    expect(flow.settings.teams.get('web')?.members).toEqual([
      { user: 'kim', role: 'backlog-owner' },
      { user: 'bo', role: 'backlog-owner' },
    ])
    expect(set('kim', null).ok).toBe(true)
    expect(flow.must({ type: 'setTeamMember', team: 'web', member: 'kim', role: null })).toEqual([])
    expect(flow.settings.teams.get('web')?.members).toEqual([{ user: 'bo', role: 'backlog-owner' }])
  })
})

describe('[TM6] archiving', () => {
  it('[TM6] only a team without open work; what is done stays in its history', () => {
    const flow = new Flow().found('web')
    flow.putOnTeam('a', 'web', 'done')
    flow.putOnTeam('b', 'web')
    expect(flow.run({ type: 'archiveTeam', team: 'web' })).toMatchObject({
      code: 'teamNotEmpty',
      message: expect.stringContaining('Web has 1 story that is not done'),
    })
    flow.must({ type: 'trashStory', story: 'b' })
    flow.must({ type: 'archiveTeam', team: 'web' })
    expect(flow.must({ type: 'archiveTeam', team: 'web' })).toEqual([])
    expect(flow.backlog('web')).toEqual(['a'])
    flow.must({ type: 'restoreTeam', team: 'web' })
    expect(flow.settings.teams.get('web')?.archivedAt).toBeNull()
  })

  it('[TM6] nothing moves on an archived backlog but away from it', () => {
    const flow = new Flow().found('web').found('app')
    for (const id of ['a', 'b']) flow.putOnTeam(id, 'web', 'done')
    flow.must({ type: 'archiveTeam', team: 'web' })
    for (const command of [
      { type: 'moveToStep', story: 'a', step: 'doing' },
      { type: 'sizeStory', story: 'a', size: '3' },
      { type: 'scheduleStory', story: 'a', schedule: '2026-01-05' },
      { type: 'rankStory', story: 'a', place: { after: 'b' } },
      // From the trash nobody could take it back (TR2).
      { type: 'trashStory', story: 'a' },
    ] as const) {
      expect(flow.run(command), command.type).toMatchObject({ code: 'teamNotFound' })
    }
    flow.must({ type: 'bounceStory', story: 'a', reason: 'Reopened by a customer' })
    flow.must({ type: 'reassignStory', story: 'b', team: 'app' })
    expect(flow.backlog('web')).toEqual([])
  })

  it('[TM6] an unknown team is neither archived nor restored', () => {
    for (const type of ['archiveTeam', 'restoreTeam'] as const) {
      expect(new Flow().run({ type, team: 'nope' })).toMatchObject({ code: 'teamNotFound' })
    }
  })
})
