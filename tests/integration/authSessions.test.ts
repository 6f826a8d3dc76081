import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { hashSecret } from '#server/auth/secrets.ts'
import { openSocket } from '#tests/support/liveSocket.ts'
import {
  inviteTo,
  joinAs,
  OWNER,
  setUpOwner,
  startTestServer,
  type TestServer,
} from '#tests/support/server.ts'
import type { Visitor } from '#tests/support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
let server: TestServer
afterEach(async () => {
  vi.useRealTimers()
  await server.stop()
})

const signIn = (visitor: Visitor, email: string, password: string) =>
  visitor.post('/api/v1/auth/sign-in', { email, password })

describe('signing in', () => {
  test('[AUTH3] a wrong password and an unknown e-mail get the same answer', async () => {
    server = await startTestServer()
    await setUpOwner(server)
    const wrong = await signIn(server.visitor(), OWNER.email, 'not the password')
    const unknown = await signIn(server.visitor(), 'nobody@example.com', 'not the password')
    expect(wrong.status).toBe(401)
    expect(wrong.body.error.code).toBe('wrongCredentials')
    expect(unknown.body).toEqual(wrong.body)
    expect(unknown.status).toBe(401)
    expect(unknown.headers.getSetCookie()).toEqual([])
  })

  test('[AUTH3] and after the same work, so that the time does not tell either', async () => {
    server = await startTestServer()
    await setUpOwner(server)
    const timed = async (email: string) => {
      const began = performance.now()
      await signIn(server.visitor(), email, 'not the password')
      return performance.now() - began
    }
    // Taken in turns, so that whatever else this machine does slows both alike.
    const times: { wrong: number; unknown: number }[] = []
    for (let n = 0; n < 9; n += 1) {
      times.push({
        wrong: await timed(OWNER.email),
        unknown: await timed(`nobody${n}@example.com`),
      })
    }
    const fastest = (of: 'wrong' | 'unknown') => Math.min(...times.map((pair) => pair[of]))
    const ratio = fastest('unknown') / fastest('wrong')
    // Without the stand-in hash an unknown e-mail is answered in a tenth of the time.
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
  })

  test('[AUTH2] an e-mail is the same in any spelling', async () => {
    server = await startTestServer()
    await setUpOwner(server)
    const { status, body } = await signIn(server.visitor(), '  ANA@Example.com ', OWNER.password)
    expect(status).toBe(200)
    expect(body.user.email).toBe('ana@example.com')
  })

  test('[AUTH8] ten wrong passwords for an account are enough, from wherever; others go on', async () => {
    server = await startTestServer({ trustProxy: true })
    const { owner, workspace } = await setUpOwner(server)
    await joinAs(server, owner, workspace, { name: 'Bo', email: 'bo@example.com' })
    for (let n = 0; n < 10; n += 1) {
      const visitor = server.visitor({ 'x-forwarded-for': `203.0.113.${n}` })
      expect((await signIn(visitor, OWNER.email, 'not the password')).status).toBe(401)
    }
    const right = await signIn(server.visitor(), OWNER.email, OWNER.password)
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(right.body.error).toMatchObject({ code: 'tooManyTries' })
    expect((await signIn(server.visitor(), 'bo@example.com', 'another long password')).status).toBe(
      200,
    )
    // Who is signed in already is not locked out.
    expect((await owner.get('/api/v1/me')).status).toBe(200)
  })

  test('[AUTH8] fifty failures from one address are enough, whatever the accounts', async () => {
    server = await startTestServer({ trustProxy: true })
    await setUpOwner(server)
    // The proxy appends what it saw; what a visitor claims before it changes nothing.
    const from = (n: number) =>
      server.visitor({ 'x-forwarded-for': `198.51.100.${n}, 203.0.113.7` })
    const tries = Array.from({ length: 50 }, (_, n) =>
      signIn(from(n), `p${n}@example.com`, 'wrong'),
    )
    expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]))
    expect((await signIn(from(99), OWNER.email, OWNER.password)).status).toBe(429)
    const other = server.visitor({ 'x-forwarded-for': '203.0.113.8' })
    expect((await signIn(other, OWNER.email, OWNER.password)).status).toBe(200)
  })

  test('[AUTH8] knowing the password uses nothing up', async () => {
    server = await startTestServer()
    await setUpOwner(server)
    for (let n = 0; n < 12; n += 1) {
      expect((await signIn(server.visitor(), OWNER.email, OWNER.password)).status).toBe(200)
    }
  })
})

describe('a session', () => {
  test('[AUTH4] is stored as a hash only: what is in the database opens nothing', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const secret = owner.cookies.get('sluice_session') as string
    expect(secret).toMatch(/^[a-z2-7]{40}$/)
    await server.stop({ keep: true })
    const files = await readdir(server.dataDir)
    const stored = Buffer.concat(
      await Promise.all(
        files
          .filter((name) => name.includes('.db'))
          .map((name) => readFile(join(server.dataDir, name))),
      ),
    )
    expect(stored.includes(hashSecret(secret))).toBe(true)
    expect(stored.includes(secret)).toBe(false)
    expect(stored.includes(OWNER.password)).toBe(false)

    server = await startTestServer({ dataDir: server.dataDir })
    const thief = server.visitor()
    thief.cookies.set('sluice_session', hashSecret(secret))
    expect((await thief.get('/api/v1/me')).status).toBe(401)
    // The session itself outlives a restart.
    const back = server.visitor({ cookie: owner.cookie })
    expect((await back.get('/api/v1/me')).status).toBe(200)
  })

  test('[AUTH4] its cookie is HttpOnly and Lax; over HTTPS it is Secure and bound to the host', async () => {
    const cookieOf = async (visitor: Visitor) => {
      const { headers } = await signIn(visitor, OWNER.email, OWNER.password)
      return headers.getSetCookie()[0] ?? ''
    }
    server = await startTestServer({ trustProxy: true })
    await setUpOwner(server)
    const plain = await cookieOf(server.visitor())
    expect(plain).toMatch(/^sluice_session=/)
    expect(plain).toContain('HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax')
    expect(plain).not.toContain('Secure')
    const behindTls = await cookieOf(server.visitor({ 'x-forwarded-proto': 'https' }))
    expect(behindTls).toMatch(
      /^__Host-sluice_session=.*HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax; Secure$/,
    )
    await server.stop()

    server = await startTestServer()
    await setUpOwner(server)
    // Without TRUST_PROXY anyone could write this header.
    expect(await cookieOf(server.visitor({ 'x-forwarded-proto': 'https' }))).toMatch(
      /^sluice_session=/,
    )
    await server.stop()

    server = await startTestServer({ publicUrl: 'https://sluice.example.com' })
    const { owner } = await setUpOwner(server)
    expect([...owner.cookies.keys()]).toEqual(['__Host-sluice_session'])
    expect((await owner.get('/api/v1/me')).status).toBe(200)
    // A cookie without the prefix may have been planted by whoever sits on the unencrypted line.
    const planted = server.visitor()
    planted.cookies.set('sluice_session', owner.cookies.get('__Host-sluice_session') as string)
    expect((await planted.get('/api/v1/me')).status).toBe(401)
  })

  test('[AUTH4] lives 30 days from its last use', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const start = Date.now()
    vi.useFakeTimers({ now: start, toFake: ['Date'] })
    vi.setSystemTime(start + 10 * DAY)
    expect((await owner.get('/api/v1/me')).headers.getSetCookie()).toEqual([])
    vi.setSystemTime(start + 20 * DAY)
    const renewed = await owner.get('/api/v1/me')
    expect(renewed.status).toBe(200)
    expect(renewed.headers.getSetCookie()[0]).toContain('Max-Age=2592000')
    vi.setSystemTime(start + 49 * DAY)
    expect((await owner.get('/api/v1/me')).status).toBe(200)
    vi.setSystemTime(start + 80 * DAY)
    const over = await owner.get('/api/v1/me')
    expect(over.status).toBe(401)
    expect(over.body.error.code).toBe('signedOut')
  })

  test('[AUTH4] another cookie of this host, however malformed, does not get in its way', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const odd = server.visitor({ cookie: `theme=%E0%A4%A; ${owner.cookie}; x` })
    expect((await odd.get('/api/v1/me')).status).toBe(200)
  })

  test('[AUTH5] signing out ends it here, and its sockets at once', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const elsewhere = server.visitor()
    await signIn(elsewhere, OWNER.email, OWNER.password)
    const here = await openSocket(server.url, owner, workspace)
    const there = await openSocket(server.url, elsewhere, workspace)
    const stolen = server.visitor({ cookie: owner.cookie })

    expect((await owner.post('/api/v1/auth/sign-out')).status).toBe(204)
    expect(await here.closed).toBe(4401)
    expect(owner.cookies.size).toBe(0)
    expect((await stolen.get('/api/v1/me')).status).toBe(401)
    expect((await elsewhere.get('/api/v1/me')).status).toBe(200)
    expect(there.isOpen).toBe(true)
    there.end()
    // Again, with nothing to end, is fine.
    expect((await owner.post('/api/v1/auth/sign-out')).status).toBe(204)
  })

  test('[AUTH5] signing out everywhere ends all of one’s sessions and their sockets at once', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const bo = await joinAs(server, owner, workspace, { name: 'Bo', email: 'bo@example.com' })
    const phone = server.visitor()
    await signIn(phone, OWNER.email, OWNER.password)
    const mine = await Promise.all(
      [owner, phone].map((visitor) => openSocket(server.url, visitor, workspace)),
    )
    const others = await openSocket(server.url, bo, workspace)

    expect((await owner.post('/api/v1/auth/sign-out-everywhere')).status).toBe(204)
    expect(await Promise.all(mine.map(({ closed }) => closed))).toEqual([4401, 4401])
    expect((await phone.get('/api/v1/me')).status).toBe(401)
    expect((await bo.get('/api/v1/me')).status).toBe(200)
    expect(others.isOpen).toBe(true)
    others.end()
  })

  test('[AUTH5] one’s devices are listed, and one of them can be signed out', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const bo = await joinAs(server, owner, workspace, { name: 'Bo', email: 'bo@example.com' })
    const phone = server.visitor({ 'user-agent': 'Phone '.repeat(100) })
    await signIn(phone, OWNER.email, OWNER.password)
    const { sessions } = (await owner.get('/api/v1/auth/sessions')).body
    expect(sessions).toHaveLength(2)
    const there = sessions.find(({ current }: { current: boolean }) => !current)
    expect(there.device).toBe('Phone '.repeat(100).slice(0, 200))

    const foreign = await bo.delete(`/api/v1/auth/sessions/${there.id}`)
    expect(foreign.status).toBe(404)
    expect((await owner.delete(`/api/v1/auth/sessions/${there.id}`)).status).toBe(204)
    expect((await phone.get('/api/v1/me')).status).toBe(401)
    expect((await owner.get('/api/v1/auth/sessions')).body.sessions).toHaveLength(1)
  })

  test('[AUTH5] a changed password ends every other session', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const phone = server.visitor()
    await signIn(phone, OWNER.email, OWNER.password)
    const here = await openSocket(server.url, owner, workspace)
    const there = await openSocket(server.url, phone, workspace)
    const change = (current: string, password: string) =>
      owner.post('/api/v1/auth/password', { current, password })

    const wrong = await change('not it at all', 'a quite new password')
    expect(wrong.status).toBe(403)
    expect(wrong.body.error).toMatchObject({ code: 'wrongPassword', field: 'current' })
    expect((await change(OWNER.password, 'short')).body.error.field).toBe('password')
    expect((await change(OWNER.password, 'a quite new password')).status).toBe(204)
    expect(await there.closed).toBe(4401)
    expect(here.isOpen).toBe(true)
    here.end()
    expect((await owner.get('/api/v1/me')).status).toBe(200)
    expect((await phone.get('/api/v1/me')).status).toBe(401)
    expect((await signIn(server.visitor(), OWNER.email, OWNER.password)).status).toBe(401)
    expect((await signIn(server.visitor(), OWNER.email, 'a quite new password')).status).toBe(200)
  })

  test('[AUTH5] signing in as somebody else ends the session the browser had', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    await joinAs(server, owner, workspace, { name: 'Bo', email: 'bo@example.com' })
    const before = server.visitor({ cookie: owner.cookie })
    expect((await signIn(owner, 'bo@example.com', 'another long password')).body.user.name).toBe(
      'Bo',
    )
    expect((await before.get('/api/v1/me')).status).toBe(401)
  })
})

describe('[MA8] the language of an account', () => {
  const path = '/api/v1/me/language'
  const languageOf = async (visitor: Visitor) => (await visitor.get(path)).body.language

  test('is the one of the page on which somebody signs in first, by choice before habit', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    expect(await languageOf(owner)).toBe('en')
    const german = server.visitor({ 'accept-language': 'de-AT,en;q=0.5' })
    const link = await inviteTo(owner, workspace)
    const bo = { name: 'Bo', email: 'bo@example.com', password: 'another long password' }
    await german.post(`/api/v1/invitations/${link}/accept`, bo)
    expect(await languageOf(german)).toBe('de')
  })

  test('is what they chose from then on, whatever device they sign in on', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const { status, body } = await owner.send('PUT', path, JSON.stringify({ language: 'de' }))
    expect([status, body]).toEqual([200, { language: 'de' }])
    const english = server.visitor({ 'accept-language': 'en' })
    await signIn(english, OWNER.email, OWNER.password)
    expect(await languageOf(english)).toBe('de')
  })

  test('is one of those that Sluice speaks', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const { status, body } = await owner.send('PUT', path, JSON.stringify({ language: 'tlh' }))
    expect([status, body.error.detail]).toEqual([400, 'fieldOneOf'])
    expect(await languageOf(owner)).toBe('en')
    expect((await server.visitor().get(path)).status).toBe(401)
  })

  test('of whoever was signed in before accounts had one is that of the page they open next', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    await forgetLanguages(server)
    expect(await languageOf(owner)).toBeNull()
    await owner.get('/api/v1/me', { 'accept-language': 'de' })
    expect(await languageOf(owner)).toBe('de')
  })
})

/** As a database is that was made before. */
async function forgetLanguages({ dataDir }: TestServer): Promise<void> {
  const database = new DatabaseSync(join(dataDir, 'sluice.db'))
  database.exec('update users set language = null')
  database.close()
}
