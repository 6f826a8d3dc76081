import { describe, expect, it } from 'vitest'
import { mutationsPastActions } from './mutations.ts'
import { parseSource, readSources } from './source.ts'

const past = (path: string, code: string) =>
  mutationsPastActions(parseSource(`components/${path}`, code)).length

describe('the tree', () => {
  it('[UX4] no view changes a workspace but through an action of the registry', () => {
    expect(readSources().flatMap(mutationsPastActions)).toEqual([])
  })
})

describe('the rule of mutations', () => {
  it.each([
    ['a view that sends when pressed', "<button onClick={() => client.send({ type: 'x' })} />"],
    ['a function that was taken out first', "const { send } = client; send({ type: 'x' })"],
    ['one that is handed on', '<Child send={client.send} />'],
    ['several at once', 'board.sendAll(commands)'],
    ['with a way back, in a view', "sendUndoably(place, { type: 'x' }, 'Done')"],
    [
      'beside an action of the same view',
      "defineAction({ id: 'a', run: () => {} }); client.send({ type: 'x' })",
    ],
  ])('[UX4] %s is seen', (_, code) => {
    expect(past('board/View.tsx', code)).toBeGreaterThan(0)
  })

  it('[UX4] a module without actions is seen, one that defines them is not', () => {
    expect(past('board/put.ts', 'export const put = () => board.send(command)')).toBe(1)
    const action = "defineAction({ id: 'a', run: () => move() }); const move = () => board.send(c)"
    expect(past('board/putActions.ts', action)).toBe(0)
    expect(past('board/View.tsx', "defineAction({ id: 'a', run: () => board.send(c) })")).toBe(0)
  })

  it('[UX4] files are no commands, and the engine of the registry may send', () => {
    expect(past('story/insert.ts', 'uploads.send(file)')).toBe(0)
    expect(past('actions/sendUndoably.ts', 'workplace.send(command)')).toBe(0)
  })
})
