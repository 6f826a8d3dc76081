import { describe, expect, it } from 'vitest'
import { checkInvite, refusalOf } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/roles.ts'
import { adam, ana, bo, con, Flow, kim, pia, vic } from '#tests/support/domain.ts'

const roles = (member: string, ...given: Role[]) =>
  ({ type: 'changeRoles', member, roles: given }) as const

describe('[RO1] rights', () => {
  it('[RO1] are those the person has now, whatever they had when they came', () => {
    const flow = new Flow().join(pia)
    flow.put('a', 'refinement')
    const asManager = { ...kim, roles: ['product-manager', 'owner'] as const }
    expect(flow.run({ type: 'markReady', story: 'a', confirmed: true }, asManager)).toMatchObject({
      code: 'notAllowed',
    })
    flow.members.delete('kim')
    expect(flow.run({ type: 'renameStory', story: 'a', title: 'New' }, asManager)).toMatchObject({
      code: 'notAllowed',
    })
  })

  it('[RO1] roles stack: one of them is enough', () => {
    const flow = new Flow().join(pia)
    flow.put('a', 'refinement')
    const both = { id: 'both', name: 'Both', roles: ['viewer', 'product-manager'] } as const
    flow.join(both)
    flow.must({ type: 'markReady', story: 'a', confirmed: true }, both)
  })
})

describe('[RO2] product managers in force', () => {
  it('[RO2] what they do is open to members until the first is appointed, and again after the last', () => {
    const flow = new Flow().join(con)
    for (const id of ['a', 'b', 'c']) flow.put(id, 'refinement')
    const ready = (story: string) => ({ type: 'markReady', story, confirmed: true }) as const
    flow.must(ready('a'), kim)
    flow.must(roles('con', 'product-manager'))
    expect(flow.run(ready('b'), kim)).toMatchObject({
      code: 'notAllowed',
      message:
        'Only product managers can mark stories ready, order them, dismiss them or take them back. Ask Ana or Con.',
      who: ['Ana', 'Con'],
    })
    flow.must(ready('b'), con)
    flow.must(roles('con', 'member'))
    flow.must(ready('c'), kim)
  })
})

describe('[RO6] nobody changes their own role', () => {
  it('[RO6] not the roles, not the membership, also not an owner', () => {
    const flow = new Flow().join(adam)
    for (const actor of [ana, adam]) {
      for (const command of [
        roles(actor.id, 'member'),
        roles(actor.id, 'owner', 'admin'),
        { type: 'removeMember', member: actor.id } as const,
      ]) {
        expect(flow.run(command, actor)).toMatchObject({ code: 'ownRole' })
      }
    }
  })

  it('[RO6] so the last owner stays, whoever tries what in whatever order', () => {
    const flow = new Flow().join(adam, { id: 'olga', name: 'Olga', roles: ['owner'] })
    const olga = flow.members.get('olga')!
    flow.must(roles('ana', 'member'), olga)
    expect(flow.run(roles('olga', 'member'), ana)).toMatchObject({ code: 'notAllowed' })
    expect(flow.run(roles('olga', 'member'), adam)).toMatchObject({ code: 'notAllowed' })
    expect(flow.run({ type: 'removeMember', member: 'olga' }, adam)).toMatchObject({
      code: 'notAllowed',
      who: ['Olga'],
    })
    expect(flow.run(roles('olga', 'member'), olga)).toMatchObject({ code: 'ownRole' })
  })
})

describe('[RO7] owners', () => {
  it('[RO7] only owners appoint owners, or take that from one', () => {
    const flow = new Flow().join(adam, pia)
    expect(flow.run(roles('kim', 'owner'), adam)).toMatchObject({
      code: 'notAllowed',
      message: 'Only owners can appoint owners or take that from one. Ask Ana.',
      who: ['Ana'],
    })
    flow.must(roles('kim', 'admin', 'member'), adam)
    flow.must(roles('kim', 'owner'))
    expect(flow.run(roles('kim', 'admin'), adam)).toMatchObject({ code: 'notAllowed' })
    flow.must(roles('kim', 'owner', 'member'), adam)
    expect(flow.run(roles('vic', 'member'), pia)).toMatchObject({ code: 'notAllowed' })
  })

  it('[RO7] an invitation appoints no owner unless an owner sends it', () => {
    expect(checkInvite(ana, ['owner'])).toBeNull()
    expect(checkInvite(adam, ['admin'])).toBeNull()
    expect(checkInvite(adam, ['owner'])).toMatchObject({ code: 'notAllowed' })
    expect(checkInvite(pia, ['viewer'])).toMatchObject({ code: 'notAllowed' })
  })
})

describe('[RO8] changing roles', () => {
  it('[RO8] at least one, in one order, and the same roles change nothing', () => {
    const flow = new Flow().join(vic)
    expect(flow.run(roles('vic'))).toMatchObject({ code: 'invalid' })
    flow.must(roles('vic', 'viewer', 'product-manager', 'viewer'))
    expect(flow.members.get('vic')?.roles).toEqual(['product-manager', 'viewer'])
    expect(flow.must(roles('vic', 'viewer', 'product-manager'))).toEqual([])
    expect(flow.run(roles('nobody', 'member'))).toMatchObject({ code: 'memberNotFound' })
  })

  it('[RO8] who is removed leaves the teams, too', () => {
    const flow = new Flow().join(bo).found('web', { bo: 'member', kim: 'member' }).found('app')
    const events = flow.must({ type: 'removeMember', member: 'bo' })
    expect(events.map(({ type }) => type)).toEqual(['TeamSet', 'RolesChanged'])
    expect(flow.members.has('bo')).toBe(false)
    expect(flow.settings.teams.get('web')?.members).toEqual([{ user: 'kim', role: 'member' }])
  })
})

describe('[RO9] the refusal', () => {
  it('[RO9] [RO10] does not name those who may only because of a team that the asker knows nothing of', () => {
    const vic = { id: 'vic', name: 'Vic', roles: ['viewer'] } as const
    const con = { id: 'con', name: 'Con', roles: ['contributor'] } as const
    const flow = new Flow()
      .join(vic, con)
      .found('den', { vic: 'backlog-owner' }, { isPrivate: true })
    flow.put('a', 'idea')
    const refusal = flow.run({ type: 'startRefining', story: 'a' }, con)
    expect(refusal).toMatchObject({ code: 'notAllowed' })
    expect(JSON.stringify(refusal)).not.toContain('Vic')
    // Whoever knows of the team is told.
    flow.must({ type: 'setTeamMember', team: 'den', member: 'con', role: 'member' })
    expect(JSON.stringify(flow.run({ type: 'startRefining', story: 'a' }, con))).toContain('Vic')
  })

  it('[RO9] [CM2] names who could do it instead, at most three in the sentence', () => {
    const flow = new Flow().join(pia, con)
    flow.put('a', 'refinement')
    const ask = () => refusalOf(flow, kim, 'curate')
    expect(ask()).toMatchObject({ message: expect.stringMatching(/Ask Ana or Pia\.$/) })
    flow.join(adam)
    expect(ask()).toMatchObject({ message: expect.stringMatching(/Ask Adam, Ana or Pia\.$/) })
    flow.join({ id: 'zoe', name: 'Zoe', roles: ['admin'] })
    expect(ask()).toMatchObject({
      message: expect.stringMatching(/Ask Adam, Ana or another of them\.$/),
      who: ['Adam', 'Ana', 'Pia', 'Zoe'],
    })
  })
})
