import { expect, test, vi } from 'vitest'
import type { AreaView } from '#lib/client/client.ts'
import type { LocalStore } from '#lib/client/localStore.ts'
import { Prefetch } from '#lib/client/prefetch.ts'
import { Value } from '#lib/client/readable.ts'

const view = (...pending: string[]) =>
  ({
    phase: 'ready',
    columns: { idea: [{ id: 's1' }], refinement: [], ready: [], 'wont-do': [] },
    backlogs: new Map(),
    filed: new Map(),
    pending: new Set(pending),
  }) as unknown as AreaView

/** Brings ahead what a view shows of which nothing is here, in a page that has always nothing better to do. */
function bringing(area: Value<AreaView>) {
  const idle = vi.fn<(end: () => void) => () => void>((end) => {
    end()
    return () => {}
  })
  const fetched: string[] = []
  const store = {
    keeping: new Value('kept'),
    read: async () => new Map([['s1', 'missing']]),
    write: async () => {},
  } as unknown as LocalStore
  const prefetch = new Prefetch({
    environment: { locks: null, onIdle: idle, savesData: () => false, storedBytes: async () => 0 },
    lockName: 'prefetch',
    store,
    area,
    link: new Value('online'),
    limit: 10,
    isCapturePending: () => false,
    fetch: async (story) => fetched.push(story) > 0,
  })
  return { prefetch, idle, fetched }
}

test('[OF1] nothing is brought ahead while something of one’s own waits to be sent', async () => {
  const area = new Value(view('s9'))
  const { prefetch, idle, fetched } = bringing(area)
  await vi.waitFor(() => expect(idle).toHaveBeenCalled(), { timeout: 5_000 })
  expect(fetched).toEqual([])
  area.set(view())
  await vi.waitFor(() => expect(fetched).toEqual(['s1']))
  await prefetch.close()
})

test('[OF1] a workspace in which nothing happens any more is brought ahead, too', async () => {
  const { prefetch, fetched } = bringing(new Value(view()))
  await vi.waitFor(() => expect(fetched).toEqual(['s1']), { timeout: 5_000 })
  await prefetch.close()
})
