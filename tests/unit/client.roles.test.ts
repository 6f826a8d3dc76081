import { expect, test } from 'vitest'
import { Outbox } from '#lib/client/outbox.ts'
import { Picture } from '#lib/client/picture.ts'
import type { Command, NewCommand } from '#lib/domain/command.ts'
import { must } from '#lib/domain/must.ts'
import { ana, kim } from '#tests/support/domain.ts'
import { AREA, EMPTY_INFO, stored } from '#tests/support/clientLists.ts'

/** Ana's device, which knows that Kim is a member. */
function device() {
  const outbox = new Outbox()
  const me = { ...ana, email: '', colour: 0 }
  const picture = new Picture({ workspaceId: 'w1', me, outbox, now: () => 1 })
  const members = [ana, kim].map((person) => ({ ...person, colour: 0 }))
  picture.receive(AREA, { snapshot: { seq: 0, items: [], info: { ...EMPTY_INFO, members } } })
  picture.show()
  const give = (id: string, command: NewCommand) => {
    const entry = stored({ ...command, id } as Command)
    const decision = picture.judge(entry)
    outbox.add(entry, null)
    picture.push(entry)
    picture.show()
    return decision
  }
  const view = () => {
    const shown = picture.view.get()
    return must(shown.phase === 'ready' ? shown : null, 'a loaded view')
  }
  return { picture, outbox, give, view }
}

test('[UX1] roles given here are shown at once, and the next judgement knows of them', () => {
  const { give, view } = device()
  give('c1', { type: 'changeRoles', member: 'kim', roles: ['member', 'product-manager'] })
  expect(view().members.get('kim')?.roles).toEqual(['product-manager', 'member'])
  expect(view().members.get('ana')?.roles).toEqual(['owner'])
  // Were they not known, taking them back would change nothing, and the first would stand.
  const back = give('c2', { type: 'changeRoles', member: 'kim', roles: ['member'] })
  expect(back.ok && back.events).toHaveLength(1)
  expect(view().members.get('kim')?.roles).toEqual(['member'])
})

test('[UX1] who is removed is gone at once, and there again when the server refuses', () => {
  const { give, view, outbox, picture } = device()
  const before = view().members
  give('c1', { type: 'removeMember', member: 'kim' })
  expect(view().members.has('kim')).toBe(false)
  outbox.remove(['c1'])
  picture.predictAgain()
  picture.show()
  expect(view().members).toEqual(before)
})
