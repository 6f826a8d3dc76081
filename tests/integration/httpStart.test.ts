import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { setUpOwner, startTestServer } from '#tests/support/server.ts'
import { openSocket } from '#tests/support/liveSocket.ts'
import { proxyTo } from '#tests/support/storage-proxy.ts'
import { createTestDatabase, postgresAnswers } from '#tests/support/storage-postgres.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const hasPostgres = process.env.CI === 'true' || (await postgresAnswers())

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-start-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Runs `server/main.ts` as its own process and collects what it says. */
function run(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ['server/main.ts'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  undo.push(() => child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout?.on('data', (part) => (said.out += part))
  child.stderr?.on('data', (part) => (said.err += part))
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) }
}

describe('what keeps the server from starting', () => {
  test.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty", but it must be a whole number from 0 to 65535.\n'],
    [
      { DATABASE_URL: 'mysql://root:secret@db/x' },
      'DATABASE_URL is "mysql://root:…@db/x", but it must be an address like postgres://user:password@host:5432/database.\n',
    ],
  ])('[HTTP5] a bad setting is one sentence: %j', async (env, sentence) => {
    const { said, ended } = run({ DATA_DIR: await newFolder(), ...env })
    expect(await ended).toBe(1)
    expect(said).toEqual({ out: '', err: sentence })
  })

  test('[HTTP5] a port in use is one sentence that says how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    undo.push(() => other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { said, ended } = run({ DATA_DIR: await newFolder(), HOST: '127.0.0.1', PORT: `${port}` })
    expect(await ended).toBe(1)
    expect(said.err).toContain(
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start\n`,
    )
    expect(said.err).not.toContain('    at ')
  })

  test('[HTTP5] a database that is down at the start is a sentence', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as { port: number }
    closed.close()
    await once(closed, 'close')
    await expect(
      startTestServer({
        dataDir: await newFolder(),
        databaseUrl: `postgres://postgres:secret@127.0.0.1:${port}/sluice`,
        start: { databasePatience: 300 },
      }),
    ).rejects.toMatchObject({
      name: 'CannotOpenStorage',
      message: expect.not.stringContaining('secret'),
    })
  })

  test('[HTTP5] a second server on the same folder is a sentence, and the first goes on', async () => {
    const server = await startTestServer()
    undo.push(() => server.stop())
    await expect(startTestServer({ dataDir: server.dataDir })).rejects.toMatchObject({
      name: 'CannotOpenStorage',
      message: expect.stringContaining(server.dataDir),
    })
    expect((await server.visitor().get('/readyz')).status).toBe(200)
  })

  test('[HTTP5] after a failed start nothing is left open: the folder can be used at once', async () => {
    const dataDir = await newFolder()
    const other = createServer().listen(0, '127.0.0.1')
    undo.push(() => other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(startTestServer({ dataDir, port })).rejects.toMatchObject({ name: 'CannotStart' })
    const server = await startTestServer({ dataDir })
    undo.push(() => server.stop())
    expect((await server.visitor().get('/readyz')).status).toBe(200)
  })
})

describe('stopping', () => {
  test('[HTTP5] sends sockets away with 1012 and lets go of everything', async () => {
    const server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const socket = await openSocket(server.url, owner, workspace)
    const began = performance.now()
    await server.stop()
    expect(await socket.closed).toBe(1012)
    expect(performance.now() - began).toBeLessThan(5000)
    await expect(owner.get('/healthz')).rejects.toThrow()
  })
})

describe.skipIf(!hasPostgres)('a database that goes down later', () => {
  test('[HTTP3] every answer says so, nothing is half done, and all goes on when it is back', async () => {
    const database = await createTestDatabase()
    undo.push(() => database.drop())
    const proxy = await proxyTo(await database.newSchema())
    undo.push(() => proxy.down())
    const server = await startTestServer({ databaseUrl: proxy.databaseUrl })
    undo.push(() => server.stop())
    const { owner, workspace } = await setUpOwner(server)
    const capture = (id: string) =>
      owner.post(`/api/v1/workspaces/${workspace}/commands`, {
        command: { id, type: 'captureStory', story: id, title: id },
      })
    expect((await capture('before')).status).toBe(200)

    await proxy.down()
    const down = await capture('meanwhile')
    expect(down.status).toBe(503)
    expect(down.body.error.code).toBe('unavailable')
    expect(down.headers.get('retry-after')).toBe('5')
    expect((await owner.get('/api/v1/me')).status).toBe(503)
    const page = await owner.get('/')
    expect(page.status).toBe(503)
    expect(page.body).toMatch(/cannot reach its database/)
    // A page of one's own work opens all the same.
    expect((await owner.get(`/w/${workspace}/refine`)).status).toBe(404)
    const ready = await owner.get('/readyz')
    expect(ready.status).toBe(503)
    expect(ready.body).toBe('The database does not answer.\n')
    expect((await owner.get('/healthz')).status).toBe(200)

    await proxy.up()
    await expect
      .poll(async () => (await owner.get('/readyz')).status, { timeout: 10_000 })
      .toBe(200)
    expect((await owner.get('/api/v1/me')).status).toBe(200)
    expect((await capture('meanwhile')).body.result).toEqual({ id: 'meanwhile', ok: true, seq: 2 })
  })
})
