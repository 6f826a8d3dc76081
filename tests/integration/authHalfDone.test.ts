import { StatementSync } from 'node:sqlite'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { OWNER, setUpOwner, startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer

afterEach(async () => {
  vi.restoreAllMocks()
  await server.stop()
})

/** From now on the disk is full for statements that begin like this. */
function failOn(beginning: string): void {
  for (const method of ['all', 'run'] as const) {
    const real = StatementSync.prototype[method]
    vi.spyOn(StatementSync.prototype, method).mockImplementation(function (
      this: StatementSync,
      ...parameters
    ) {
      if (!this.sourceSQL.startsWith(beginning)) return Reflect.apply(real, this, parameters)
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
    })
  }
}

describe('storage that fails in the middle', () => {
  test.each(['insert into "members"', 'insert into "workspaces"', 'insert into "users"'])(
    '[AUTH1] of setup at %s: nothing is there, and setup can be done again',
    async (beginning) => {
      server = await startTestServer()
      const visitor = server.visitor()
      failOn(beginning)
      const failed = await visitor.post('/api/v1/auth/setup', { ...OWNER, workspace: 'Acme' })
      expect(failed.status).toBe(503)
      expect(failed.body.error.message).toContain('Nothing was changed')
      vi.restoreAllMocks()
      const again = await visitor.post('/api/v1/auth/setup', { ...OWNER, workspace: 'Acme' })
      expect(again.status).toBe(201)
      expect(again.body.workspaces).toHaveLength(1)
    },
  )

  test('[AUTH1] behind setup: it says that Sluice is set up, and signing in works', async () => {
    server = await startTestServer()
    const visitor = server.visitor()
    failOn('insert into "sessions"')
    const failed = await visitor.post('/api/v1/auth/setup', { ...OWNER, workspace: 'Acme' })
    expect(failed.status).toBe(503)
    expect(failed.body.error.message).toMatch(/^Sluice is set up, .* Sign in with your e-mail/)
    vi.restoreAllMocks()
    const { email, password } = OWNER
    expect((await visitor.post('/api/v1/auth/sign-in', { email, password })).status).toBe(200)
  })

  test('[AUTH6] behind joining: it says that the person is a member, and signing in works', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const made = await owner.post(`/api/v1/workspaces/${workspace}/invitations`, {})
    const bo = { name: 'Bo', email: 'bo@example.com', password: 'another four random words' }
    const visitor = server.visitor()
    failOn('insert into "sessions"')
    const accept = `/api/v1/invitations/${made.body.link.split('/').at(-1)}/accept`
    const failed = await visitor.post(accept, bo)
    expect(failed.status).toBe(503)
    expect(failed.body.error.message).toMatch(/^You are a member of "Acme" now/)
    vi.restoreAllMocks()
    const { email, password } = bo
    const me = await visitor.post('/api/v1/auth/sign-in', { email, password })
    expect(me.body.workspaces.map(({ id }: { id: string }) => id)).toEqual([workspace])
  })

  test('[AUTH5] of a password change: the old one and every session stay', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const phone = server.visitor()
    const { email, password } = OWNER
    await phone.post('/api/v1/auth/sign-in', { email, password })
    const change = { current: password, password: 'quite another long one' }
    failOn('delete from "sessions"')
    expect((await owner.post('/api/v1/auth/password', change)).status).toBe(503)
    vi.restoreAllMocks()
    expect((await phone.get('/api/v1/me')).status).toBe(200)
    expect((await owner.post('/api/v1/auth/password', change)).status).toBe(204)
    expect((await phone.get('/api/v1/me')).status).toBe(401)
    expect((await owner.get('/api/v1/me')).status).toBe(200)
  })
})
