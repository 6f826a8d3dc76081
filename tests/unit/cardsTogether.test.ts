import { describe, expect, it } from 'vitest'
import { createStore } from '#components/cards/store.ts'
import { NOTHING_SELECTED, type SelectionState } from '#components/cards/selection.ts'
import { possible, type Several, together } from '#components/cards/together.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { column } from '#lib/domain/rank.ts'
import { rehearse } from '#lib/domain/rehearse.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { ana, Flow } from '#tests/support/domain.ts'

function pageOn(flow: Flow, ...selected: string[]): Several {
  const selection = selected.length
    ? { ids: new Set(selected), anchor: selected[0] ?? null }
    : NOTHING_SELECTED
  return {
    state: createStore<SelectionState>({ selection }),
    judge: (command) => rehearse(flow, [command], ana, flow.clock),
    send: (command: NewCommand) => {
      const decision = flow.run(command, ana)
      return decision.ok
        ? { ok: true, id: 'c', settled: Promise.resolve({ ok: true as const }) }
        : decision
    },
    area: () => ({
      stories: new Map(flow.stories),
      columns: Object.fromEntries(
        STAGES.map((stage) => [stage, column(flow.stories.values(), stage)]),
      ) as never,
      backlogs: new Map(),
      filed: new Map(),
      settings: flow.settings,
      members: flow.members,
    }),
  }
}

const ids = (stories: readonly Story[]) => stories.map(({ id }) => id).join(' ')
const refining = ({ id }: Story) => ({ type: 'startRefining', story: id }) as const

describe('one thing done with several stories', () => {
  it('[UX13] those that may not stay, are counted with the commonest reason, and alone stay selected', () => {
    const flow = new Flow()
    for (const id of ['a', 'b']) flow.put(id)
    for (const id of ['c', 'd']) flow.put(id, 'ready')
    const all = ['a', 'b', 'c', 'd'].map((id) => flow.story(id))
    const page = pageOn(flow, 'a', 'b', 'c', 'd')
    const plan = (story: Story) => (story.id === 'b' ? 'It is being written.' : refining(story))
    const outcome = together(page, all, plan, (done) => `${ids(done)} moved`, { leaves: true })
    expect(outcome).toMatchObject({ ok: true })
    const said = outcome?.ok ? outcome.said : ''
    expect(said).toMatch(/^a moved, 3 not: .+ 1 more for other reasons\.$/)
    expect([...page.state.get().selection.ids]).toEqual(['b', 'c', 'd'])
    expect(flow.order('refinement')).toEqual(['a'])
  })

  it('[UX13] when none may, it is a refusal with its sentence, and nothing is let go', () => {
    const flow = new Flow()
    flow.put('a', 'ready')
    const page = pageOn(flow, 'a')
    const outcome = together(page, [flow.story('a')], refining, () => 'moved', { leaves: true })
    expect(outcome).toMatchObject({ ok: false })
    expect(page.state.get().selection.ids.size).toBe(1)
    expect(possible(page, [flow.story('a')], refining)).toEqual(expect.any(String))
  })

  it('[UX20] they are put one behind the other, those that stay left out', () => {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c', 'd']) flow.put(id)
    const page = pageOn(flow)
    const stories = ['a', 'b', 'c'].map((id) => flow.story(id))
    together(
      page,
      stories,
      ({ id }, behind = 'd') =>
        id === 'b' ? 'No.' : { type: 'rankStory', story: id, place: { after: behind } },
      () => 'moved',
    )
    expect(flow.order('idea')).toEqual(['b', 'd', 'a', 'c'])
  })

  it('[UX9] nothing to do is nothing done', () => {
    const flow = new Flow()
    flow.put('a')
    expect(
      together(
        pageOn(flow),
        [flow.story('a')],
        () => [],
        () => 'moved',
      ),
    ).toBeUndefined()
  })
})
