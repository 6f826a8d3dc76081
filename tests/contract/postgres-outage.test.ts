import { afterEach, describe, expect, test } from 'vitest'
import { CannotOpenStorage, StorageUnavailable } from '#server/storage/errors.ts'
import { openStorage, storageOn } from '#server/storage/open.ts'
import { openPostgres } from '#server/storage/postgres.ts'
import { onPostgres, useBench } from '#tests/support/storage.ts'
import { proxyTo, type DatabaseProxy } from '#tests/support/storage-proxy.ts'
import { onServer } from '#tests/support/storage-postgres.ts'
import { addWorkspace, update } from '#tests/support/storage-rows.ts'

describe.skipIf(!onPostgres)('a database that is down (postgres)', () => {
  const bench = useBench('postgres')
  const proxies: DatabaseProxy[] = []
  afterEach(async () => {
    await Promise.all(proxies.splice(0).map((proxy) => proxy.down()))
  })

  async function proxied() {
    const { dataDir, databaseUrl } = await bench.newHome()
    const proxy = await proxyTo(databaseUrl ?? '')
    proxies.push(proxy)
    return { proxy, home: { dataDir, databaseUrl: proxy.databaseUrl }, direct: databaseUrl ?? '' }
  }

  test('the start waits for it, saying so, and goes on once it is up', async () => {
    const { proxy, home } = await proxied()
    await proxy.down()
    const lines: string[] = []
    const storage = await openStorage({
      ...home,
      log(line) {
        lines.push(line)
        void proxy.up()
      },
    })
    await storage.ping()
    await storage.close()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(
      /^PostgreSQL at 127\.0\.0\.1:\d+\/\w+ does not answer \(ECONNREFUSED\)\. Waiting for it, 60 s more …$/,
    )
  })

  test('the start gives up after its patience, with a sentence that shows no password', async () => {
    const { proxy, home } = await proxied()
    await proxy.down()
    const databaseUrl = home.databaseUrl.replace('postgres@', 'postgres:secret@')
    const outcome = await openStorage({
      ...home,
      databaseUrl,
      patience: 50,
      log: () => undefined,
    }).catch((error: unknown) => error)
    expect(outcome).toBeInstanceOf(CannotOpenStorage)
    expect(String(outcome)).toMatch(
      /does not answer \(ECONNREFUSED\)\. Start it, or correct DATABASE_URL/,
    )
    expect(String(outcome)).not.toContain('secret')
  })

  test('what waiting cannot help is refused at once', async () => {
    const { home } = await proxied()
    const missing = new URL(home.databaseUrl)
    missing.pathname = '/sluice_no_such_database'
    const refusal = (databaseUrl: string) =>
      openStorage({ ...home, databaseUrl }).catch((error: unknown) => String(error))
    expect(await refusal(missing.href)).toContain('There is no such database at 127.0.0.1')
    const nobody = new URL(home.databaseUrl)
    nobody.username = 'sluice_nobody'
    expect(await refusal(nobody.href)).toContain('refused the user or password')
    expect(await refusal('mysql://localhost/x')).toContain(
      'DATABASE_URL is not a PostgreSQL address',
    )
  })

  test('[I1] going away rejects with StorageUnavailable, and coming back is enough to go on', async () => {
    const { proxy, home } = await proxied()
    const storage = await openStorage(home)
    await addWorkspace(storage)
    await storage.documents.append([update(1)])
    await proxy.down()
    const during = await Promise.allSettled([
      storage.ping(),
      storage.documents.append([update(2)]),
      storage.workspaces.load('w1'),
      storage.people.countUsers(),
    ])
    for (const outcome of during) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StorageUnavailable) })
    }
    await proxy.up()
    await storage.documents.append([update(2)])
    expect((await storage.documents.load('w1', 'story:s1'))?.log).toHaveLength(2)
    await storage.close()
  })

  test('[I1] a connection lost in the middle of a transaction has no effect and ends no process', async () => {
    const { home, direct } = await proxied()
    const engine = await openPostgres({
      databaseUrl: home.databaseUrl,
      patience: 0,
      log: () => undefined,
    })
    const storage = storageOn(engine)
    await addWorkspace(storage)
    const interrupted = engine.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('workspaces').set({ name: 'half done' }).execute()
      await onServer(
        direct,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sluice'
         and datname = current_database() and pid <> pg_backend_pid()`,
      )
      await transaction.updateTable('workspaces').set({ seq: 99 }).execute()
    })
    await expect(interrupted).rejects.toThrow(StorageUnavailable)
    expect((await storage.workspaces.load('w1'))?.workspace.name).toBe('Workspace w1')
    await storage.close()
  })
})
