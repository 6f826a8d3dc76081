import { describe, expect, it } from 'vitest'
import {
  addStep,
  changeStep,
  differs,
  draftOf,
  keepStep,
  placeStep,
  removeStep,
  type StepsDraft,
  stepsCommand,
} from '#components/settings/teams/stepsDraft.ts'
import { DEFAULT_STEPS } from '#lib/domain/team.ts'
import { Flow } from '#tests/support/domain.ts'

const fresh = draftOf(DEFAULT_STEPS)
const ids = (draft: StepsDraft) => draft.map(({ id }) => id)
const heirs = (draft: StepsDraft) => draft.map(({ heir }) => heir)

describe("a team's steps being edited", () => {
  it('a new step comes before the first that means done', () => {
    expect(ids(addStep(fresh, 'test'))).toEqual(['todo', 'doing', 'review', 'test', 'done'])
  })

  it('a step goes behind another one or to the top', () => {
    expect(ids(placeStep(fresh, 'review', 'todo'))).toEqual(['todo', 'review', 'doing', 'done'])
    expect(ids(placeStep(fresh, 'done', null))).toEqual(['done', 'todo', 'doing', 'review'])
    expect(placeStep(fresh, 'doing', 'doing')).toBe(fresh)
  })

  it('a removed step leaves its stories to the nearest of its category, and can be kept after all', () => {
    const removed = removeStep(fresh, 'review', true)
    expect(heirs(removed)).toEqual([null, null, 'doing', null])
    expect(heirs(removeStep(fresh, 'todo', true))).toEqual(['doing', null, null, null])
    expect(keepStep(removed, 'review')).toEqual(fresh)
  })

  it('when the heir goes, too, what it was to take over goes on to the next', () => {
    const twice = removeStep(removeStep(fresh, 'review', true), 'doing', true)
    expect(heirs(twice)).toEqual([null, 'todo', 'todo', null])
  })

  it('a step that was never saved is gone at once, and the last one cannot go', () => {
    expect(removeStep(addStep(fresh, 'test'), 'test', false)).toEqual(fresh)
    const last = draftOf([DEFAULT_STEPS[0]!])
    expect(removeStep(last, 'todo', true)).toBe(last)
  })

  it('knows whether saving would change something', () => {
    expect(differs(fresh, DEFAULT_STEPS)).toBe(false)
    expect(differs(changeStep(fresh, 'doing', { name: ' In progress ' }), DEFAULT_STEPS)).toBe(
      false,
    )
    expect(differs(changeStep(fresh, 'doing', { name: 'Building' }), DEFAULT_STEPS)).toBe(true)
    expect(differs(changeStep(fresh, 'doing', { category: 'todo' }), DEFAULT_STEPS)).toBe(true)
    expect(differs(placeStep(fresh, 'review', 'todo'), DEFAULT_STEPS)).toBe(true)
    expect(differs(removeStep(fresh, 'review', true), DEFAULT_STEPS)).toBe(true)
    expect(differs(addStep(fresh, 'test'), DEFAULT_STEPS)).toBe(true)
  })

  it('[ST6] its command is one the rules accept, and no story is lost, those in the trash included', () => {
    const flow = new Flow()
    flow.run({ type: 'createTeam', team: 'web', name: 'Web' })
    for (const story of ['seen', 'trashed']) {
      flow.put(story, 'ready')
      flow.run({ type: 'assignToTeam', story, team: 'web' })
      flow.run({ type: 'moveToStep', story, step: 'review' })
    }
    flow.run({ type: 'trashStory', story: 'trashed' })
    const draft = changeStep(addStep(removeStep(fresh, 'review', true), 'test'), 'test', {
      name: ' Testing ',
    })
    expect(flow.run(stepsCommand('web', draft))).toMatchObject({ ok: true })
    expect(flow.settings.teams.get('web')?.steps.map(({ name }) => name)).toEqual([
      'To do',
      'In progress',
      'Testing',
      'Done',
    ])
    expect(flow.stories.get('seen')?.step).toBe('doing')
    expect(flow.stories.get('trashed')?.step).toBe('doing')
  })
})
