import { describe, expect, it } from 'vitest'
import type { NewCommand } from '#lib/domain/command.ts'
import { inverseOf, UNDONE } from '#lib/domain/inverse.ts'
import { MOVE_RULES, MOVES, STAGES } from '#lib/domain/stage.ts'
import { Flow } from '#tests/support/domain.ts'

/** Four stories in every stage: `idea0` … `wont-do3`. */
function fullBoard(): Flow {
  const flow = new Flow()
  for (const stage of STAGES) for (let i = 0; i < 4; i += 1) flow.put(`${stage}${i}`, stage)
  return flow
}

const orders = (flow: Flow) => STAGES.map((stage) => flow.order(stage))

/** Runs a command and then what takes it back; every step has to be accepted by the rules. */
function thereAndBack(flow: Flow, command: NewCommand): void {
  const before = flow.before
  expect(flow.run(command)).toMatchObject({ ok: true })
  const back = inverseOf(command, before)
  expect(back).not.toBeNull()
  for (const step of back ?? []) expect(flow.run(step), step.type).toMatchObject({ ok: true })
}

describe('[UX9] undo goes back by legal moves, to the former stage and place', () => {
  for (const move of MOVES) {
    for (const from of MOVE_RULES[move].from) {
      for (const index of [0, 1, 3]) {
        it(`[UX9] ${move} of the ${index + 1}. story in ${from}`, () => {
          const flow = fullBoard()
          const before = orders(flow)
          thereAndBack(flow, {
            type: move,
            story: `${from}${index}`,
            reason: 'Not now',
            place: { after: null },
            ...(move === 'markReady' && { confirmed: true }),
          })
          expect(orders(flow)).toEqual(before)
        })
      }
    }
  }

  it('[UX9] ordering, renaming and trash', () => {
    const flow = fullBoard()
    const before = orders(flow)
    thereAndBack(flow, { type: 'rankStory', story: 'idea2', place: { after: null } })
    thereAndBack(flow, { type: 'rankStory', story: 'idea0', place: { after: 'idea3' } })
    thereAndBack(flow, { type: 'trashStory', story: 'ready1' })
    expect(orders(flow)).toEqual(before)
    const title = flow.stories.get('idea1')?.title
    thereAndBack(flow, { type: 'renameStory', story: 'idea1', title: 'Something else' })
    expect(flow.stories.get('idea1')?.title).toBe(title)
  })

  it('[UX9] a captured story goes to the trash, one coming back from there returns to it', () => {
    const flow = fullBoard()
    const before = orders(flow)
    thereAndBack(flow, { type: 'captureStory', story: 'new', title: 'New' })
    expect(orders(flow)).toEqual(before)
    flow.run({ type: 'trashStory', story: 'idea0' })
    thereAndBack(flow, { type: 'restoreStory', story: 'idea0' })
    expect(flow.stories.get('idea0')?.trashedAt).not.toBeNull()
  })

  it("[UX9] a reopened story returns to Won't do with its reason and dates", () => {
    const flow = fullBoard()
    flow.run({
      type: 'dismissStory',
      story: 'idea0',
      reason: 'Too early',
      revisitOn: '2027-01-01',
      duplicateOf: 'idea1',
    })
    thereAndBack(flow, { type: 'reopenStory', story: 'idea0' })
    expect(flow.stories.get('idea0')).toMatchObject({
      stage: 'wont-do',
      reason: 'Too early',
      revisitOn: '2027-01-01',
      duplicateOf: 'idea1',
    })
  })

  it('[UX9] leaving Ready by undo says so in history', () => {
    const before = fullBoard().before
    expect(inverseOf({ type: 'markReady', story: 'refinement1' }, before)).toEqual([
      {
        type: 'bounceStory',
        story: 'refinement1',
        place: { after: 'refinement0' },
        reason: UNDONE,
      },
    ])
  })

  it('[UX9] offers nothing where there is no honest way back', () => {
    const before = fullBoard().before
    expect(inverseOf({ type: 'removeSamples' }, before)).toBeNull()
    expect(inverseOf({ type: 'renameStory', story: 'unknown', title: 'x' }, before)).toBeNull()
  })
})
