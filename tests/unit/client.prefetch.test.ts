import { expect, test, vi } from 'vitest'
import type { AreaView } from '#lib/client/client.ts'
import type { LocalStore } from '#lib/client/localStore.ts'
import { Prefetch } from '#lib/client/prefetch.ts'
import { Value } from '#lib/client/readable.ts'

test('[OF1] nothing is brought ahead while something of one’s own waits to be sent', async () => {
  const columns = { idea: [{ id: 's1' }], refinement: [], ready: [], 'wont-do': [] }
  const view = (...pending: string[]) =>
    ({
      phase: 'ready',
      columns,
      backlogs: new Map(),
      pending: new Set(pending),
    }) as unknown as AreaView
  const area = new Value<AreaView>(view('s9'))
  const store = {
    keeping: new Value('kept'),
    read: async () => new Map([['s1', 'missing']]),
    write: async () => {},
  } as unknown as LocalStore
  const idle = vi.fn<(end: () => void) => () => void>((end) => {
    end()
    return () => {}
  })
  const fetched: string[] = []
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
  // What is looked at is looked at once something happens.
  area.set(view('s8'))
  await vi.waitFor(() => expect(idle).toHaveBeenCalled(), { timeout: 5_000 })
  expect(fetched).toEqual([])
  area.set(view())
  await vi.waitFor(() => expect(fetched).toEqual(['s1']))
  await prefetch.close()
})
