import { describe, expect, it } from 'vitest'
import { dropped, movedOver, pickedUp, putBack } from '#components/backlog/announcements.ts'
import type { Layout } from '#components/backlog/backlog.ts'
import { columnsOf, groupsOf } from '#components/backlog/groups.ts'
import { type Held, lift, shownWith, stepHeld } from '#components/backlog/held.ts'
import type { Part } from '#components/backlog/parts.ts'
import { putting } from '#components/backlog/put.ts'
import { must } from '#lib/domain/must.ts'
import { backlog } from '#lib/domain/rank.ts'
import { Flow, kim } from '#tests/support/domain.ts'

const OPEN = () => null

function web() {
  const flow = new Flow().found('web', { kim: 'member' })
  for (const story of ['a', 'b', 'c', 'd', 'e']) flow.putOnTeam(story, 'web')
  flow.must({ type: 'moveToStep', story: 'b', step: 'doing' })
  flow.must({ type: 'moveToStep', story: 'd', step: 'doing' })
  flow.must({ type: 'moveToStep', story: 'e', step: 'review' })
  return flow
}

const teamOf = (flow: Flow) => must(flow.settings.teams.get('web'), 'web')
const wholeOf = (flow: Flow) => backlog(flow.stories.values(), 'web')
const listOf = (flow: Flow) => groupsOf(wholeOf(flow), teamOf(flow), '2026-11-25')
const boardOf = (flow: Flow) => columnsOf(wholeOf(flow), teamOf(flow), -Infinity)
const order = (parts: readonly Part[]) =>
  parts.map(({ stories }) => stories.map(({ id }) => id).join(''))

/** Puts stories at a place as a drop does, and runs the commands by the domain's rules. */
function put(flow: Flow, ids: string[], part: Part, after: string | null) {
  const commands = putting(
    ids.map((id) => flow.story(id)),
    part,
    after,
    { team: 'web', first: 'todo', whole: wholeOf(flow), mayOrder: true },
  )
  for (const command of commands) flow.must(command)
  return commands
}

const partOf = (parts: readonly Part[], name: string) =>
  must(
    parts.find((part) => part.name === name),
    name,
  )

describe('[ST3] [RK1] putting stories somewhere', () => {
  it('[RK1] orders one behind another, and several one behind the other', () => {
    const flow = web()
    put(flow, ['a'], must(listOf(flow)[0], 'list'), 'c')
    expect(flow.backlog('web').join('')).toBe('bcade')
    put(flow, ['d', 'b'], must(listOf(flow)[0], 'list'), null)
    expect(flow.backlog('web').join('')).toBe('dbcae')
  })

  it('[RK4] changes nothing where a story stands already', () => {
    const flow = web()
    expect(put(flow, ['b'], must(listOf(flow)[0], 'list'), 'a')).toEqual([])
    expect(put(flow, ['b'], must(listOf(flow)[0], 'list'), 'b')).toEqual([])
  })

  it('[ST6] into another step: behind a story of it, and at its top above its first, not above everything', () => {
    const flow = web()
    put(flow, ['c'], partOf(boardOf(flow), 'In progress'), 'd')
    expect(order(boardOf(flow))).toEqual(['a', 'bdc', 'e', ''])
    put(flow, ['e'], partOf(boardOf(flow), 'In progress'), null)
    expect(order(boardOf(flow))).toEqual(['a', 'ebdc', '', ''])
    expect(flow.backlog('web').join('')).toBe('aebdc')
  })

  it('[ST6] an empty step and one of what is done leave the order alone', () => {
    const flow = web()
    expect(put(flow, ['a'], partOf(boardOf(flow), 'Done'), null)).toEqual([
      { type: 'moveToStep', story: 'a', step: 'done' },
    ])
    expect(put(flow, ['b'], partOf(boardOf(flow), 'Done'), 'a')).toEqual([
      { type: 'moveToStep', story: 'b', step: 'done' },
    ])
  })

  it('[ST6] who may only move through the steps keeps the order', () => {
    const flow = web()
    flow.must({ type: 'changeTeam', team: 'web', backlogManagement: true })
    const commandsOf = (mayOrder: boolean) =>
      putting([flow.story('c')], partOf(boardOf(flow), 'In progress'), 'd', {
        team: 'web',
        first: 'todo',
        whole: wholeOf(flow),
        mayOrder,
      })
    const [ordered] = commandsOf(true)
    expect(flow.run(must(ordered, 'command'), kim)).toMatchObject({ code: 'notAllowed' })
    const [plain] = commandsOf(false)
    expect(flow.run(must(plain, 'command'), kim)).toMatchObject({ ok: true })
    expect(flow.backlog('web').join('')).toBe('abcde')
  })

  it('[ST3] ready stories arrive where they are dropped: in order, in the step, in the iteration', () => {
    const flow = web()
    flow.must({
      type: 'changeTeam',
      team: 'web',
      iterations: { startsOn: '2026-11-16', days: 14 },
    })
    for (const story of ['x', 'y', 'z']) flow.put(story, 'ready')
    put(flow, ['x', 'y'], partOf(boardOf(flow), 'In progress'), 'b')
    expect(order(boardOf(flow))).toEqual(['ac', 'bxyd', 'e', ''])
    put(flow, ['z'], partOf(listOf(flow), '16–29 Nov'), null)
    expect(flow.teamStory('z')).toMatchObject({ step: 'todo', schedule: '2026-11-16' })
    expect(flow.backlog('web').at(-1)).toBe('z')
  })

  it('[ST5] into an iteration schedules, out of one takes that away', () => {
    const flow = web()
    flow.must({
      type: 'changeTeam',
      team: 'web',
      iterations: { startsOn: '2026-11-16', days: 14 },
    })
    put(flow, ['c', 'a'], partOf(listOf(flow), '16–29 Nov'), null)
    expect(order(listOf(flow))[0]).toBe('ac')
    put(flow, ['e'], partOf(listOf(flow), '16–29 Nov'), 'a')
    expect(order(listOf(flow))[0]).toBe('aec')
    put(flow, ['a'], partOf(listOf(flow), 'Not in an iteration'), 'b')
    expect(flow.teamStory('a').schedule).toBeNull()
    expect(order(listOf(flow)).at(-1)).toBe('bad')
  })
})

describe('[UX6] move mode', () => {
  const go = (parts: readonly Part[], held: Held, layout: Layout, ...ways: string[]) =>
    ways.reduce((now, way) => {
      const next = stepHeld(parts, now, way as 'up', layout, OPEN)
      return next.moved ? next.held : now
    }, held)

  it('[UX6] carries stories through the list', () => {
    const flow = web()
    const parts = listOf(flow)
    const held = lift(parts, [flow.story('b')])
    expect(order(shownWith(parts, held))).toEqual(['abcde'])
    expect(order(shownWith(parts, go(parts, held, 'stacked', 'down', 'down')))).toEqual(['acdbe'])
    expect(order(shownWith(parts, go(parts, held, 'stacked', 'up', 'up')))).toEqual(['bacde'])
    expect(stepHeld(parts, held, 'right', 'stacked', OPEN)).toMatchObject({ moved: false })
  })

  it('[UX6] gathers several where the first of them stands', () => {
    const flow = web()
    const parts = listOf(flow)
    const held = lift(parts, [flow.story('b'), flow.story('d')])
    expect(order(shownWith(parts, held))).toEqual(['abdce'])
    expect(order(shownWith(parts, go(parts, held, 'stacked', 'down')))).toEqual(['acbde'])
    expect(pickedUp(parts, held)).toBe('2 stories picked up, 2 of 5, Backlog')
    expect(putBack(held.stories)).toBe('2 stories put back')
  })

  it('[UX6] goes on into the next part of a list, from the top down and from the bottom up', () => {
    const flow = web()
    flow.must({
      type: 'changeTeam',
      team: 'web',
      iterations: { startsOn: '2026-11-16', days: 14 },
    })
    flow.must({ type: 'scheduleStory', story: 'a', schedule: '2026-11-16' })
    const parts = listOf(flow)
    const held = lift(parts, [flow.story('a')])
    const next = go(parts, held, 'stacked', 'down')
    expect(movedOver(parts, next)).toBe('30 Nov–13 Dec, 1 of 1')
    const last = go(parts, next, 'stacked', 'down', 'down')
    expect(movedOver(parts, last)).toBe('Not in an iteration, 1 of 5')
    expect(movedOver(parts, go(parts, last, 'stacked', 'up'))).toBe('14–27 Dec, 1 of 1')
    expect(stepHeld(parts, held, 'up', 'stacked', OPEN)).toEqual({
      moved: false,
      why: 'It is at the top.',
    })
  })

  it('[UX6] goes sideways over steps, keeps its row, and passes over those that do not take it', () => {
    const flow = web()
    const parts = boardOf(flow)
    const held = lift(parts, [flow.story('c')])
    const right = go(parts, held, 'columns', 'right')
    expect(order(shownWith(parts, right))).toEqual(['a', 'bcd', 'e', ''])
    expect(dropped(parts, right)).toBe('ST-3 dropped, 2 of 3, In progress')
    const closed = stepHeld(parts, held, 'right', 'columns', ({ name }) =>
      name === 'In progress' ? 'Not today.' : null,
    )
    expect(closed.moved && movedOver(parts, closed.held)).toBe('Review, 2 of 2')
    expect(stepHeld(parts, held, 'right', 'columns', () => 'Not today.')).toEqual({
      moved: false,
      why: 'Not today.',
    })
  })

  it('[ST3] lifts a ready story to the top of the backlog', () => {
    const flow = web()
    flow.put('x', 'ready')
    const parts = listOf(flow)
    const held = lift(parts, [flow.story('x')])
    expect(order(shownWith(parts, held))).toEqual(['xabcde'])
    expect(pickedUp(parts, held)).toBe('ST-6 picked up, 1 of 6, Backlog')
  })

  it('[RK3] a place whose neighbour left is the bottom; parts it does not concern stay the same', () => {
    const flow = web()
    const parts = boardOf(flow)
    const held = { stories: [flow.story('a')], part: 'step:doing', after: 'gone' }
    const shown = shownWith(parts, held)
    expect(order(shown)).toEqual(['c', 'bda', 'e', ''])
    expect(shown[2]).toBe(parts[2])
    expect(shownWith(parts, null)).toBe(parts)
  })
})
