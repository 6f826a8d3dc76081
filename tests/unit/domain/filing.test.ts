import { describe, expect, it } from 'vitest'
import { ASIDE_STAYS_DAYS, DONE_STAYS_DAYS } from '#lib/domain/filing.ts'
import { inverseOf } from '#lib/domain/inverse.ts'
import { areaList, filedList, listOf, teamList } from '#lib/domain/lists.ts'
import { isFiled } from '#lib/domain/story.ts'
import { Flow } from '#tests/support/domain.ts'

const DAY_MS = 86_400_000

/** A workspace in which `done` is done and `aside` set aside, both since now. */
function workspace(): Flow {
  const flow = new Flow()
  flow.clock = Date.UTC(2026, 0, 1)
  flow.found('web', { kim: 'member' })
  flow.putOnTeam('done', 'web', 'done')
  flow.put('aside', 'wont-do')
  return flow
}

function later(flow: Flow, days: number): readonly string[] {
  flow.clock += days * DAY_MS
  return flow.file()
}

describe('[CL1] what is closed is filed', () => {
  it('[CL1] a done story after 30 days, one set aside after 90, each once', () => {
    const flow = workspace()
    expect(later(flow, DONE_STAYS_DAYS - 1)).toEqual([])
    expect(later(flow, 1)).toEqual(['done'])
    expect(later(flow, ASIDE_STAYS_DAYS - DONE_STAYS_DAYS - 1)).toEqual([])
    expect(later(flow, 1)).toEqual(['aside'])
    expect(later(flow, 365)).toEqual([])
    expect(listOf(flow.story('done'), 'w1')).toBe(filedList('web'))
    expect(listOf(flow.story('aside'), 'w1')).toBe(filedList('w1'))
  })

  it('[CL1] nothing that is open, and nothing in the trash, which is in no list', () => {
    const flow = workspace()
    for (const stage of ['idea', 'refinement', 'ready'] as const) flow.put(stage, stage)
    flow.putOnTeam('open', 'web')
    flow.must({ type: 'trashStory', story: 'aside' })
    expect(later(flow, 365)).toEqual(['done'])
  })

  it('[CL1] a day to come back keeps it, and 90 days more once it has come', () => {
    const flow = workspace()
    flow.put('later')
    flow.must({
      type: 'dismissStory',
      story: 'later',
      reason: 'Next year',
      revisitOn: '2026-06-01',
    })
    flow.clock = Date.UTC(2026, 5, 1) + (ASIDE_STAYS_DAYS - 1) * DAY_MS
    expect(flow.file()).not.toContain('later')
    expect(later(flow, 1)).toEqual(['later'])
  })
})

describe('[CL2] what is named by an open story stays', () => {
  it('[CL2] what it waits for and what it repeats, however long the way, until that is closed', () => {
    const flow = workspace()
    flow.put('open')
    flow.must({ type: 'setDependencies', story: 'open', dependencies: ['done'] })
    flow.must({ type: 'setDependencies', story: 'done', dependencies: ['aside'] })
    expect(later(flow, 365)).toEqual([])
    flow.must({ type: 'setDependencies', story: 'open', dependencies: [] })
    expect([...flow.file()].sort()).toEqual(['aside', 'done'])
  })

  it('[CL2] closed stories that name each other go together', () => {
    const flow = workspace()
    flow.must({ type: 'setDependencies', story: 'done', dependencies: ['aside'] })
    flow.must({ type: 'setDependencies', story: 'aside', dependencies: ['done'] })
    expect([...later(flow, 365)].sort()).toEqual(['aside', 'done'])
  })
})

describe('[CL3] what moves a story brings it back to its list', () => {
  function filed(): Flow {
    const flow = workspace()
    later(flow, 365)
    return flow
  }

  it('[CL3] reopening, stepping back and sending back do, and it can be taken back', () => {
    for (const command of [
      { type: 'reopenStory', story: 'aside' },
      { type: 'moveToStep', story: 'done', step: 'doing' },
      { type: 'bounceStory', story: 'done', reason: 'Broken' },
    ] as const) {
      const flow = filed()
      const { before } = flow
      const was = flow.story(command.story)
      flow.must(command)
      expect(isFiled(flow.story(command.story))).toBe(false)
      for (const back of inverseOf(command, before) ?? []) flow.must(back)
      const now = flow.story(command.story)
      expect([now.stage, now.team, now.step]).toEqual([was.stage, was.team, was.step])
      // It is closed anew: it stays on its list for as long as any other.
      expect(later(flow, DONE_STAYS_DAYS - 1)).not.toContain(command.story)
    }
  })

  it('[CL3] so does coming out of the trash, and it is not filed again within the hour', () => {
    const flow = filed()
    flow.must({ type: 'trashStory', story: 'aside' })
    expect(listOf(flow.story('aside'), 'w1')).toBeNull()
    flow.must({ type: 'restoreStory', story: 'aside' })
    expect(listOf(flow.story('aside'), 'w1')).toBe(areaList('w1'))
    expect(flow.file()).toEqual([])
    expect(later(flow, ASIDE_STAYS_DAYS)).toEqual(['aside'])
  })

  it('[CL3] what else is done to it leaves it where it is', () => {
    const flow = filed()
    flow.must({ type: 'renameStory', story: 'done', title: 'Another title' })
    flow.must({ type: 'upvoteStory', story: 'aside' })
    flow.must({
      type: 'startThread',
      story: 'done',
      thread: 't',
      comment: 'c',
      text: 'Well done',
      anchor: null,
    })
    for (const id of ['done', 'aside']) expect(isFiled(flow.story(id))).toBe(true)
    flow.must({ type: 'moveToStep', story: 'done', step: 'review' })
    expect(listOf(flow.story('done'), 'w1')).toBe(teamList('web'))
  })

  it('[CL1] [QU2] nobody has done anything with it by that', () => {
    const flow = workspace()
    const { activeAt } = flow.story('aside')
    later(flow, 365)
    expect(flow.story('aside').activeAt).toBe(activeAt)
  })
})
