import { describe, expect, it } from 'vitest'
import { dropped, movedOver, pickedUp, putBack } from '#components/board/announcements.ts'
import { lift, shownWith, stepHeld, type Held } from '#components/board/held.ts'
import type { ShownColumns } from '#components/board/shownColumns.ts'
import { afterRemoval, edge, step } from '#components/cards/walk.ts'
import { must } from '#lib/domain/must.ts'
import { column } from '#lib/domain/rank.ts'
import type { Stage } from '#lib/domain/stage.ts'
import { Flow } from '#tests/support/domain.ts'

/** Columns as they are on the screen, from story ids. */
function shown(layout: Partial<Record<Stage, readonly string[]>>): ShownColumns {
  const flow = new Flow()
  return (Object.keys(layout) as Stage[]).map((stage) => {
    for (const id of layout[stage] ?? []) flow.put(id, stage)
    const ids = layout[stage] ?? []
    const stories = column(flow.stories.values(), stage).filter(({ id }) => ids.includes(id))
    return {
      stage,
      stories: ids.map((id) =>
        must(
          stories.find((story) => story.id === id),
          id,
        ),
      ),
    }
  })
}

const board = shown({ idea: ['a', 'b', 'c'], refinement: [], ready: ['x', 'y'] })

describe('[UX6] the focus walks over cards and columns', () => {
  it('[UX6] up and down within a column, and stays at its ends', () => {
    expect(step(board, 'a', 'down')).toBe('b')
    expect(step(board, 'b', 'up')).toBe('a')
    expect(step(board, 'a', 'up')).toBe('a')
    expect(step(board, 'c', 'down')).toBe('c')
  })

  it('[UX6] sideways keeps the row, passes over empty columns, and stays at the edges', () => {
    expect(step(board, 'b', 'right')).toBe('y')
    expect(step(board, 'c', 'right')).toBe('y')
    expect(step(board, 'y', 'left')).toBe('b')
    expect(step(board, 'x', 'right')).toBe('x')
  })

  it('[UX6] starts at the first story, and knows when there is none', () => {
    expect(step(board, null, 'down')).toBe('a')
    expect(step(board, 'gone', 'right')).toBe('a')
    expect(step(shown({ idea: [] }), null, 'down')).toBeNull()
    expect(edge(board, 'y', 'first')).toBe('x')
    expect(edge(board, 'a', 'last')).toBe('c')
  })
})

describe('[UX8] an action that takes the focused card away', () => {
  it('[UX8] gives the focus to the next one, else the one before, else the first shown', () => {
    const without = (ids: string[]) => shown({ idea: ids, refinement: [], ready: ['x', 'y'] })
    expect(afterRemoval(board, without(['a', 'c']), 'b')).toBe('c')
    expect(afterRemoval(board, without(['a', 'b']), 'c')).toBe('b')
    expect(afterRemoval(board, without([]), 'c')).toBe('x')
    expect(afterRemoval(board, shown({ idea: [] }), 'c')).toBeNull()
  })

  it('[UX8] passes over those that went with it', () => {
    expect(afterRemoval(board, shown({ idea: ['c'], ready: [] }), 'a')).toBe('c')
  })
})

describe('[UX6] move mode', () => {
  const columns = shown({
    idea: ['a', 'b', 'c'],
    refinement: ['r', 's'],
    ready: ['x'],
    'wont-do': ['w'],
  })
  const story = (id: string) =>
    must(
      columns.flatMap(({ stories }) => stories).find((one) => one.id === id),
      id,
    )
  const go = (held: Held, ...ways: ('up' | 'down' | 'left' | 'right')[]) =>
    ways.reduce((now, way) => {
      const next = stepHeld(columns, now, way)
      return next.moved ? next.held : now
    }, held)
  const order = (held: Held) =>
    columns.map(({ stage, stories }) =>
      shownWith(stage, stories, held)
        .map(({ id }) => id)
        .join(''),
    )

  it('[UX6] moves the lifted card through its column and over to others', () => {
    const held = lift(story('b'), columns)
    expect(order(held)).toEqual(['abc', 'rs', 'x', 'w'])
    expect(order(go(held, 'down'))).toEqual(['acb', 'rs', 'x', 'w'])
    expect(order(go(held, 'up', 'up'))).toEqual(['bac', 'rs', 'x', 'w'])
    expect(order(go(held, 'right'))).toEqual(['ac', 'rbs', 'x', 'w'])
    expect(order(go(held, 'right', 'down', 'down'))).toEqual(['ac', 'rsb', 'x', 'w'])
    expect(order(go(held, 'right', 'left'))).toEqual(['abc', 'rs', 'x', 'w'])
  })

  it('[ST2] passes over a column the rules forbid, and says why where nothing is left', () => {
    const held = lift(story('b'), columns)
    expect(order(go(held, 'right', 'right'))).toEqual(['ac', 'rs', 'x', 'wb'])
    const open = columns.slice(0, 3)
    const stay = stepHeld(open, go(held, 'right'), 'right')
    expect(stay).toEqual({
      moved: false,
      why: 'Ideas are refined before they are ready. Move it to Refinement first.',
    })
    expect(stepHeld(columns, held, 'left')).toMatchObject({ moved: false })
  })

  it('[UX6] announces where the card is', () => {
    const held = lift(story('b'), columns)
    expect(pickedUp(columns, held)).toBe('ST-2 picked up, 2 of 3, Idea')
    expect(movedOver(columns, go(held, 'right'))).toBe('Refinement, 2 of 3')
    expect(dropped(columns, go(held, 'right'))).toBe('ST-2 dropped, 2 of 3, Refinement')
    expect(putBack(held.story)).toBe('ST-2 put back, Idea')
  })

  it('[RK3] a place whose neighbour left is the bottom; columns it does not concern keep their identity', () => {
    const held: Held = { story: story('b'), stage: 'refinement', place: { after: 'gone' } }
    expect(order(held)).toEqual(['ac', 'rsb', 'x', 'w'])
    const ready = must(columns[2], 'ready').stories
    expect(shownWith('ready', ready, held)).toBe(ready)
  })
})
