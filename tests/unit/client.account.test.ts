import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test, vi } from 'vitest'
import {
  type Account,
  type AccountState,
  openAccount,
  rememberWorkspace,
} from '#lib/client/account.ts'
import { signOut } from '#lib/client/signOut.ts'
import { SEEN_FILES } from '#lib/client/uploads/seenFiles.ts'
import { until } from '#tests/support/clientDevice.ts'

const ACCOUNT: Account = {
  user: { id: 'ana', name: 'Ana', email: 'ana@sluice.test', colour: 1 },
  workspaces: [{ id: 'w1', name: 'Acme', keyPrefix: 'ST', roles: ['owner'] }],
}

type Server = { account: Account | null; reachable: boolean }

function browser(server: Server, indexedDB: IDBFactory | null = new IDBFactory()) {
  const fetch = async (path: unknown) => {
    if (!server.reachable) throw new TypeError('Failed to fetch')
    if (String(path).endsWith('/sign-out')) return new Response(null, { status: 204 })
    return server.account ? Response.json(server.account) : Response.json({}, { status: 401 })
  }
  return { fetch: fetch as typeof globalThis.fetch, indexedDB }
}

const isKnown = (state: AccountState): state is Extract<AccountState, { phase: 'known' }> =>
  state.phase === 'known'

/** Opens the app once, until this device remembers who was there. */
async function visit(environment: ReturnType<typeof browser>): Promise<void> {
  const account = openAccount(environment)
  await until(account.state, (state) => isKnown(state) && state.standing === 'confirmed')
  const unreachable = {
    ...environment,
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
  }
  await vi.waitFor(async () => {
    const again = openAccount(unreachable)
    await until(again.state, isKnown, 200).finally(() => again.close())
  })
  account.close()
}

describe('who is signed in', () => {
  test('[UX2] is known offline after one visit', async () => {
    const server: Server = { account: ACCOUNT, reachable: true }
    const environment = browser(server)
    await visit(environment)
    await rememberWorkspace('w1', environment)
    server.reachable = false
    const second = openAccount(environment)
    const state = await until(second.state, isKnown)
    expect(state).toEqual({ phase: 'known', account: ACCOUNT, standing: 'kept' })
    second.close()
  })

  test('[I5] a session that is over leaves the person known here', async () => {
    const server: Server = { account: ACCOUNT, reachable: true }
    const environment = browser(server)
    await visit(environment)
    server.account = null
    const second = openAccount(environment)
    const state = await until(second.state, (now) => isKnown(now) && now.standing === 'expired')
    expect(state).toMatchObject({ account: ACCOUNT })
    expect(await second.identify('ana')).toBe('signed-out')
    second.close()
  })

  test('nobody is nobody', async () => {
    const account = openAccount(browser({ account: null, reachable: true }))
    expect(await until(account.state, ({ phase }) => phase === 'signed-out')).toEqual({
      phase: 'signed-out',
    })
    account.close()
  })

  test('[I5] somebody else’s session is not taken for this person’s', async () => {
    const account = openAccount(browser({ account: ACCOUNT, reachable: true }))
    expect(await account.identify('ana')).toBe('same')
    expect(await account.identify('kim')).toBe('other')
    account.close()
  })

  test('works without IndexedDB', async () => {
    const account = openAccount(browser({ account: ACCOUNT, reachable: true }, null))
    expect(await until(account.state, isKnown)).toMatchObject({ standing: 'confirmed' })
    account.close()
  })

  test('signing out takes the kept files of stories and the kept page along', async () => {
    const server: Server = { account: ACCOUNT, reachable: true }
    const environment = browser(server)
    await visit(environment)
    const gone: string[] = []
    vi.stubGlobal('caches', { delete: async (name: string) => gone.push(name) > 0 })
    await signOut('ana', environment).finally(() => vi.unstubAllGlobals())
    expect(gone).toEqual([SEEN_FILES, 'sluice-shell'])
  })

  test('signing out removes everything of the person from this device, and only then', async () => {
    const server: Server = { account: ACCOUNT, reachable: true }
    const environment = browser(server)
    await visit(environment)
    await new Promise((resolve) => {
      const request = environment.indexedDB!.open('sluice:ana:w1')
      request.addEventListener('success', () => resolve(request.result.close()))
    })
    server.reachable = false
    expect(await signOut('ana', environment)).toMatchObject({ ok: false })
    expect(await environment.indexedDB!.databases()).toHaveLength(2)
    server.reachable = true
    expect(await signOut('ana', environment)).toEqual({ ok: true })
    expect(await environment.indexedDB!.databases()).toEqual([])
  })
})
