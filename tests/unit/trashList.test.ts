import { expect, test } from 'vitest'
import { TrashList, type TrashView } from '#components/history/trashList.ts'
import type { Answer } from '#components/http/request.ts'
import type { TrashedStory, TrashPage } from '#lib/schema/history.ts'

/** A trash with these stories, two a page, as the server gives it. */
class Bin {
  ids: string[]
  isDown = false

  constructor(...ids: string[]) {
    this.ids = ids
  }

  readonly fetchPage = async (before: string | null): Promise<Answer<TrashPage>> => {
    if (this.isDown) return { ok: false, code: 'unreachable', message: 'no', field: null }
    const start = before === null ? 0 : this.ids.indexOf(before) + 1
    const page = this.ids.slice(start, start + 2)
    const trashed = page.map((id) => ({ story: { id }, by: null, daysLeft: 30 }))
    const next = start + 2 < this.ids.length ? page.at(-1)! : null
    const total = this.ids.length
    return {
      ok: true,
      value: { trashed: trashed as unknown as TrashedStory[], next, total, due: 0, people: [] },
    }
  }
}

function shown(view: TrashView): { ids: string[]; total: number } | string {
  if (view.phase !== 'ready') return view.phase
  return { ids: view.trashed.map(({ story }) => story.id), total: view.total }
}

test('more is shown on request, and stays shown when it is fetched again', async () => {
  const bin = new Bin('a', 'b', 'c', 'd', 'e')
  const list = new TrashList(bin.fetchPage)
  await list.refresh()
  expect(shown(list.view.get())).toEqual({ ids: ['a', 'b'], total: 5 })
  await list.more()
  bin.ids = ['z', 'a', 'b', 'c', 'd', 'e']
  await list.refresh()
  expect(shown(list.view.get())).toEqual({ ids: ['z', 'a', 'b', 'c'], total: 6 })
})

test('what is on its way out is gone at once, and back when the server says no', async () => {
  const bin = new Bin('a', 'b')
  const list = new TrashList(bin.fetchPage)
  await list.refresh()
  const { promise: settled, resolve } = Promise.withResolvers<void>()
  const left = list.leave('a', settled)
  expect(shown(list.view.get())).toEqual({ ids: ['b'], total: 1 })
  // Somebody else's change in between does not bring it back for a moment.
  await list.refresh()
  expect(shown(list.view.get())).toEqual({ ids: ['b'], total: 1 })
  resolve()
  await left
  expect(shown(list.view.get())).toEqual({ ids: ['a', 'b'], total: 2 })
})

test('[I6] not reached is not empty, and what was there stays', async () => {
  const bin = new Bin('a')
  bin.isDown = true
  const list = new TrashList(bin.fetchPage)
  await list.refresh()
  expect(list.view.get()).toMatchObject({ phase: 'failed' })
  bin.isDown = false
  await list.refresh()
  bin.isDown = true
  await list.refresh()
  expect(list.view.get()).toMatchObject({ trashed: [{ story: { id: 'a' } }] })
  expect(list.view.get()).toHaveProperty('problem', expect.stringContaining('server'))
})
