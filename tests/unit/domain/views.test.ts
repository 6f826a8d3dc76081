import { describe, expect, it } from 'vitest'
import { Past } from '#lib/domain/history/visibility.ts'
import { inverseOf } from '#lib/domain/inverse.ts'
import { LOOK_MAX_CHARACTERS, VIEWS_MAX } from '#lib/domain/view.ts'
import { seesView } from '#lib/domain/visibility.ts'
import { adam, ana, bo, con, Flow, kim, pia, vic } from '#tests/support/domain.ts'

type Save = { name?: string; look?: string; isShared?: boolean; backlog?: string | null }
const save = (view: string, more: Save = {}) => ({ type: 'saveView', view, ...more }) as const
const remove = (view: string) => ({ type: 'removeView', view }) as const

const viewOf = (flow: Flow, id: string) => flow.settings.views.get(id)

describe('views', () => {
  it("[VW1] one's own takes no right but reading the place; nobody else may change it, remove it or know of it", () => {
    const flow = new Flow().join(vic, con, adam)
    flow.must(save('v', { name: ' Old  ideas ', look: 'quiet=yes' }), vic)
    expect(viewOf(flow, 'v')).toEqual({
      id: 'v',
      name: 'Old ideas',
      look: 'quiet=yes',
      backlog: null,
      owner: 'vic',
      isShared: false,
    })
    for (const other of [ana, adam, con]) {
      expect(seesView(flow, viewOf(flow, 'v')!, other)).toBe(false)
      for (const command of [save('v', { name: 'Mine' }), remove('v')])
        expect(flow.run(command, other)).toMatchObject({ code: 'viewNotFound' })
    }
    flow.must(save('v', { look: '' }), vic)
    expect(viewOf(flow, 'v')).toMatchObject({ name: 'Old ideas', look: '' })
    flow.must(remove('v'), vic)
    expect(viewOf(flow, 'v')).toBeUndefined()
  })

  it('[VW3] a shared one of the refinement area is changed by whoever changes themes', () => {
    const flow = new Flow().join(con, vic)
    for (const reader of [con, vic]) {
      expect(flow.run(save('v', { name: 'All', isShared: true }), reader)).toMatchObject({
        code: 'notAllowed',
      })
    }
    flow.must(save('v', { name: 'All', isShared: true }), kim)
    flow.must(save('v', { look: 'view=list' }), ana)
    flow.join(pia)
    expect(flow.run(save('v', { name: 'Other' }), kim)).toMatchObject({
      code: 'notAllowed',
      message: 'Only product managers can change views that everybody has. Ask Ana or Pia.',
    })
    expect(flow.run(remove('v'), kim)).toMatchObject({ code: 'notAllowed' })
    flow.must(remove('v'), pia)
  })

  it('[VW3] a shared one of a backlog is changed by its planners and product managers', () => {
    const flow = new Flow().join(bo, pia).found('web', { kim: 'member', bo: 'backlog-owner' })
    flow.must(save('v', { name: 'Mine to do', backlog: 'web', isShared: true }), kim)
    flow.must({ type: 'changeTeam', team: 'web', backlogManagement: true })
    expect(flow.run(save('v', { look: 'who=mine' }), kim)).toMatchObject({
      code: 'notAllowed',
      message: expect.stringContaining('backlog owners of Web'),
    })
    flow.must(save('v', { look: 'who=mine' }), bo)
    flow.must(save('v', { look: 'who=here' }), pia)
    flow.must(save('own', { name: 'Own', backlog: 'web' }), kim)
    expect(flow.run(save('own', { isShared: true }), kim)).toMatchObject({ code: 'notAllowed' })
  })

  it('[VW3] only whoever saved a shared one takes it back for themselves', () => {
    const flow = new Flow()
    flow.must(save('v', { name: 'All' }), kim)
    flow.must(save('v', { isShared: true }), kim)
    expect(flow.run(save('v', { isShared: false }), ana)).toMatchObject({ code: 'notAllowed' })
    flow.must(save('v', { isShared: false }), kim)
    expect(seesView(flow, viewOf(flow, 'v')!, ana)).toBe(false)
  })

  it('[VW2] one of a private team is there for its readers alone, and goes with their right', () => {
    const flow = new Flow().join(bo, pia)
    flow.found('dark', { bo: 'backlog-owner' }, { isPrivate: true })
    flow.must(save('v', { name: 'Secret', backlog: 'dark', isShared: true }), bo)
    flow.must(save('own', { name: 'Own', backlog: 'dark' }), bo)
    for (const other of [kim, pia]) {
      expect(seesView(flow, viewOf(flow, 'v')!, other)).toBe(false)
      expect(flow.run(remove('v'), other)).toMatchObject({ code: 'viewNotFound' })
      expect(flow.run(save('new', { name: 'N', backlog: 'dark' }), other)).toMatchObject({
        code: 'teamNotFound',
      })
    }
    expect(seesView(flow, viewOf(flow, 'v')!, ana)).toBe(true)
    flow.must({ type: 'setTeamMember', team: 'dark', member: 'bo', role: null })
    for (const id of ['v', 'own']) expect(seesView(flow, viewOf(flow, id)!, bo)).toBe(false)
  })

  it("[VW2] history tells of a shared one to its readers, of one's own to nobody else", () => {
    const flow = new Flow().join(bo, adam).found('dark', { bo: 'member' }, { isPrivate: true })
    const from = flow.events.length
    flow.must(save('own', { name: 'Own' }), kim)
    flow.must(save('own', { isShared: true }), kim)
    flow.must(save('v', { name: 'Secret', backlog: 'dark', isShared: true }), bo)
    const told = (reader: typeof ana) =>
      flow.events.slice(from).map((event) => new Past(flow, reader).tells(event, undefined))
    expect(told(kim)).toEqual([true, true, false])
    expect(told(bo)).toEqual([false, true, true])
    expect(told(adam)).toEqual([false, true, true])
  })

  it('[VW4] a name, a look that is a query, and a hundred of each kind', () => {
    const flow = new Flow()
    expect(flow.run(save('v', { name: ' ' }))).toMatchObject({ code: 'nameEmpty' })
    expect(flow.run(save('v'))).toMatchObject({ code: 'nameEmpty' })
    expect(flow.run(save('v', { name: 'x'.repeat(61) }))).toMatchObject({ code: 'nameTooLong' })
    expect(flow.run(save('bad id', { name: 'V' }))).toMatchObject({ code: 'invalid' })
    expect(flow.run(save('v', { name: 'V', look: 'a b' }))).toMatchObject({ code: 'invalid' })
    const long = 'x'.repeat(LOOK_MAX_CHARACTERS + 1)
    expect(flow.run(save('v', { name: 'V', look: long }))).toMatchObject({ code: 'invalid' })
    for (const isShared of [false, true]) {
      for (let index = 0; index < VIEWS_MAX; index += 1) {
        flow.must(save(`${isShared}${index}`, { name: 'V', isShared }))
      }
      expect(flow.run(save('more', { name: 'V', isShared }))).toMatchObject({
        code: 'tooManyViews',
        message: expect.stringContaining(isShared ? 'There are 100 views' : 'You have 100 views'),
      })
    }
    expect(flow.run(save('false0', { isShared: true }))).toMatchObject({ code: 'tooManyViews' })
    flow.must(save('false0', { name: 'Another' }))
    flow.must(save('of-kim', { name: 'V' }), kim)
  })

  it('[UX9] what is saved, changed, shared and removed is taken back; saying the same again changes nothing', () => {
    const flow = new Flow().found('web', { ana: 'member' })
    const walk = (command: ReturnType<typeof save> | ReturnType<typeof remove>) => {
      const back = inverseOf(command, flow.before)!
      const before = viewOf(flow, 'v')
      flow.must(command)
      const after = viewOf(flow, 'v')
      for (const one of back) flow.must(one)
      expect(viewOf(flow, 'v')).toEqual(before)
      flow.must(command)
      expect(viewOf(flow, 'v')).toEqual(after)
    }
    walk(save('v', { name: 'To do', look: 'who=mine', backlog: 'web' }))
    walk(save('v', { name: 'Mine' }))
    walk(save('v', { isShared: true }))
    expect(flow.must(save('v', { name: 'Mine', look: 'who=mine' }))).toEqual([])
    walk(remove('v'))
  })
})
