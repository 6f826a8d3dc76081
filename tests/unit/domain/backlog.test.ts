import { describe, expect, it } from 'vitest'
import { ana, bo, Flow, kim, pia } from '#tests/support/domain.ts'

const STEPS = [
  { id: 'todo', name: 'To do', category: 'todo' },
  { id: 'doing', name: 'Doing', category: 'in-progress' },
  { id: 'done', name: 'Done', category: 'done' },
  { id: 'live', name: 'Live', category: 'done' },
] as const

function withTeam(): Flow {
  return new Flow().join(bo, pia).found('web', { kim: 'member', bo: 'backlog-owner' })
}

describe('[ST3] assigning to a team', () => {
  it('[ST3] only a ready story; from anywhere else it is refused with the reason', () => {
    const flow = withTeam()
    for (const stage of ['idea', 'refinement', 'wont-do'] as const) {
      flow.put(stage, stage)
      expect(flow.run({ type: 'assignToTeam', story: stage, team: 'web' })).toMatchObject({
        code: 'moveNotAllowed',
        message: expect.stringContaining('Only a story that is ready'),
      })
    }
    flow.putOnTeam('a', 'web')
    expect(flow.run({ type: 'assignToTeam', story: 'a', team: 'web' })).toMatchObject({
      code: 'alreadyThere',
      message: expect.stringContaining('the backlog of Web'),
    })
  })

  it("[ST3] it lands at the bottom of the team's first to-do step unless a place is given", () => {
    const flow = withTeam()
    const steps = [{ id: 'soon', name: 'Soon', category: 'in-progress' } as const, ...STEPS]
    flow.must({ type: 'setSteps', team: 'web', steps })
    for (const story of ['a', 'b']) flow.putOnTeam(story, 'web')
    flow.put('c', 'ready')
    flow.must({ type: 'assignToTeam', story: 'c', team: 'web', place: { after: 'a' } })
    expect(flow.backlog('web')).toEqual(['a', 'c', 'b'])
    expect(flow.order('ready')).toEqual([])
    expect(flow.story('c')).toMatchObject({ stage: null, team: 'web', step: 'todo', size: null })
  })

  it('[ST3] a pull by the backlog owner and a push by a product manager are the same command', () => {
    for (const actor of [bo, pia]) {
      const flow = withTeam()
      flow.put('a', 'ready')
      expect(flow.must({ type: 'assignToTeam', story: 'a', team: 'web' }, actor)).toMatchObject([
        { type: 'StoryAssigned', story: 'a', team: 'web', step: 'todo', by: actor.id },
      ])
    }
  })

  it('[ST3] a team that is unknown or archived takes none', () => {
    const flow = withTeam().found('old')
    flow.must({ type: 'archiveTeam', team: 'old' })
    flow.put('a', 'ready')
    for (const team of ['nope', 'old']) {
      expect(flow.run({ type: 'assignToTeam', story: 'a', team })).toMatchObject({
        code: 'teamNotFound',
      })
    }
  })
})

describe("[ST4] leaving a team's backlog", () => {
  function sized(): Flow {
    const flow = withTeam().found('app')
    flow.putOnTeam('a', 'web', 'doing')
    flow.must({ type: 'sizeStory', story: 'a', size: '5' })
    flow.must({ type: 'scheduleStory', story: 'a', schedule: '2026-03-02' })
    return flow
  }

  it.each([
    ['bounceStory', 'refinement'],
    ['dismissStory', 'wont-do'],
  ] as const)(
    '[ST4] %s takes a reason; size and schedule are cleared and kept in history',
    (type, stage) => {
      const flow = sized()
      expect(flow.run({ type, story: 'a' })).toMatchObject({ code: 'reasonMissing' })
      const [event] = flow.must({ type, story: 'a', reason: 'Not clear' })
      expect(event).toMatchObject({
        type: 'StorySentBack',
        from: { team: 'web', step: 'doing', size: '5', schedule: '2026-03-02' },
        to: stage,
        reason: 'Not clear',
      })
      expect(flow.story('a')).toMatchObject({
        stage,
        team: null,
        step: null,
        size: null,
        schedule: null,
        agreed: null,
        reason: 'Not clear',
      })
    },
  )

  it('[ST4] reassigning keeps it on a backlog, without its size, in the first step', () => {
    const flow = sized()
    const [event] = flow.must({ type: 'reassignStory', story: 'a', team: 'app' }, pia)
    expect(event).toMatchObject({ from: { team: 'web', size: '5' }, to: { team: 'app' } })
    expect(flow.story('a')).toMatchObject({ team: 'app', step: 'todo', size: null, schedule: null })
    expect(flow.run({ type: 'reassignStory', story: 'a', team: 'app' }, pia)).toMatchObject({
      code: 'alreadyThere',
    })
  })

  it('[ST4] other moves of a story on a backlog are refused, and say the way', () => {
    const flow = sized()
    for (const type of ['startRefining', 'returnToIdea', 'markReady', 'reopenStory'] as const) {
      expect(flow.run({ type, story: 'a' })).toMatchObject({
        code: 'moveNotAllowed',
        message: expect.stringContaining('goes back to Refinement first'),
      })
    }
  })

  it('[ST4] only a story on a backlog is reassigned', () => {
    const flow = withTeam()
    flow.put('a', 'ready')
    expect(flow.run({ type: 'reassignStory', story: 'a', team: 'web' })).toMatchObject({
      code: 'notOnTeam',
    })
  })
})

describe('[ST5] size and schedule', () => {
  it('[ST5] exist only on a backlog', () => {
    const flow = withTeam()
    for (const stage of ['idea', 'refinement', 'ready', 'wont-do'] as const) {
      flow.put(stage, stage)
      for (const command of [
        { type: 'sizeStory', story: stage, size: '3' },
        { type: 'scheduleStory', story: stage, schedule: '2026-01-05' },
        { type: 'moveToStep', story: stage, step: 'doing' },
        { type: 'acknowledgeChange', story: stage },
      ] as const) {
        expect(flow.run(command), command.type).toMatchObject({ code: 'notOnTeam' })
      }
    }
  })

  it("[ST5] a size is of the team's scale; one of a former scale stays until it is sized anew", () => {
    const flow = withTeam()
    flow.putOnTeam('a', 'web')
    flow.must({ type: 'sizeStory', story: 'a', size: '8' })
    expect(flow.run({ type: 'sizeStory', story: 'a', size: 'M' })).toMatchObject({
      code: 'badSize',
      message: expect.stringContaining('1, 2, 3, 5, 8, 13, 21'),
    })
    flow.must({ type: 'changeTeam', team: 'web', scale: 'shirts' })
    expect(flow.story('a').size).toBe('8')
    expect(flow.must({ type: 'sizeStory', story: 'a', size: '8' })).toEqual([])
    expect(flow.run({ type: 'sizeStory', story: 'a', size: '5' })).toMatchObject({
      code: 'badSize',
    })
    flow.must({ type: 'sizeStory', story: 'a', size: 'M' })
    flow.must({ type: 'sizeStory', story: 'a', size: null })
    expect(flow.story('a').size).toBeNull()
  })

  it('[ST5] a schedule is a date, the first of an iteration where the team has them', () => {
    const flow = withTeam()
    flow.putOnTeam('a', 'web')
    const at = (schedule: string | null) =>
      flow.run({ type: 'scheduleStory', story: 'a', schedule })
    expect(at('next week')).toMatchObject({ code: 'badSchedule' })
    expect(at('2026-02-30')).toMatchObject({ code: 'badSchedule' })
    expect(at('2026-01-06').ok).toBe(true)
    flow.must({
      type: 'changeTeam',
      team: 'web',
      iterations: { startsOn: '2026-01-05', days: 14 },
    })
    expect(at('2026-01-13')).toMatchObject({
      code: 'badSchedule',
      message: expect.stringContaining('every 14 days from 2026-01-05'),
    })
    for (const first of ['2026-01-19', '2025-12-22', '2026-04-13'])
      expect(at(first).ok, first).toBe(true)
    expect(at(null).ok).toBe(true)
  })
})

describe('[ST6] steps', () => {
  it('[ST6] may be skipped and moved back; a done step stamps the completion, leaving removes it', () => {
    const flow = withTeam()
    flow.putOnTeam('a', 'web')
    const to = (step: string) => flow.must({ type: 'moveToStep', story: 'a', step }, kim)
    to('done')
    expect(flow.story('a')).toMatchObject({ step: 'done', completedAt: flow.clock })
    to('doing')
    expect(flow.story('a')).toMatchObject({ step: 'doing', completedAt: null })
    to('todo')
    expect(flow.story('a').step).toBe('todo')
  })

  it('[ST6] among done steps a story stays completed when it was', () => {
    const flow = withTeam()
    flow.must({ type: 'setSteps', team: 'web', steps: STEPS })
    flow.putOnTeam('a', 'web', 'done')
    const completed = flow.clock
    flow.clock += 5_000
    flow.must({ type: 'moveToStep', story: 'a', step: 'live' })
    expect(flow.story('a')).toMatchObject({ completedAt: completed, enteredStageAt: flow.clock })
  })

  it("[ST6] a step that is not the team's, or the one it is in, is refused", () => {
    const flow = withTeam()
    flow.putOnTeam('a', 'web')
    expect(flow.run({ type: 'moveToStep', story: 'a', step: 'nope' })).toMatchObject({
      code: 'stepNotFound',
      message: expect.stringContaining('To do, In progress, Review, Done'),
    })
    expect(flow.run({ type: 'moveToStep', story: 'a', step: 'todo' })).toMatchObject({
      code: 'alreadyThere',
    })
  })
})

describe('[RD6] changed since sized', () => {
  const changed = (flow: Flow) => flow.teamStory('a').agreed !== flow.teamStory('a').facts?.digest

  it.each([
    ['sized', { type: 'sizeStory', story: 'a', size: '3' }],
    ['started', { type: 'moveToStep', story: 'a', step: 'doing' }],
  ] as const)(
    '[RD6] criteria that change after it was %s flag it until the team has seen them',
    (_, command) => {
      const flow = withTeam()
      flow.putOnTeam('a', 'web')
      flow.describe('a', { criteria: 1, digest: 'one' })
      expect(flow.teamStory('a').agreed).toBeNull()
      flow.must(command, bo)
      expect(flow.teamStory('a').agreed).toBe('one')
      flow.describe('a', { criteria: 2, digest: 'two' })
      expect(changed(flow)).toBe(true)
      expect(flow.run({ type: 'acknowledgeChange', story: 'a' }, pia)).toMatchObject({
        code: 'notAllowed',
        who: ['Ana', 'Bo', 'Kim'],
      })
      flow.must({ type: 'acknowledgeChange', story: 'a' }, kim)
      expect(changed(flow)).toBe(false)
      expect(flow.must({ type: 'acknowledgeChange', story: 'a' }, kim)).toEqual([])
    },
  )

  it('[RD6] sizing anew agrees to the criteria of now; unsized and not started agrees to none', () => {
    const flow = withTeam()
    flow.putOnTeam('a', 'web')
    flow.describe('a', { criteria: 1, digest: 'one' })
    flow.must({ type: 'sizeStory', story: 'a', size: '3' })
    flow.describe('a', { digest: 'two' })
    flow.must({ type: 'sizeStory', story: 'a', size: '5' })
    expect(flow.teamStory('a').agreed).toBe('two')
    flow.must({ type: 'moveToStep', story: 'a', step: 'doing' })
    flow.must({ type: 'sizeStory', story: 'a', size: null })
    expect(flow.teamStory('a').agreed).toBe('two')
    flow.must({ type: 'moveToStep', story: 'a', step: 'todo' })
    expect(flow.teamStory('a').agreed).toBeNull()
  })

  it('[RD6] a step that comes to mean "in progress" starts what stands in it', () => {
    const flow = withTeam()
    flow.putOnTeam('a', 'web')
    flow.describe('a', { criteria: 1, digest: 'one' })
    const since = flow.story('a').enteredStageAt
    flow.clock += 1_000
    const steps = [
      { id: 'next', name: 'Next', category: 'todo' } as const,
      ...STEPS.map((step) =>
        step.id === 'todo' ? { ...step, category: 'in-progress' as const } : step,
      ),
    ]
    flow.must({ type: 'setSteps', team: 'web', steps }, ana)
    expect(flow.story('a')).toMatchObject({ step: 'todo', agreed: 'one', enteredStageAt: since })
  })
})
