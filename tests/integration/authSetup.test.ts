import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test } from 'vitest'
import { OWNER, setUpOwner, startTestServer, type TestServer } from '#tests/support/server.ts'

const setup = '/api/v1/auth/setup'
const request = { ...OWNER, workspace: 'Acme Web' }
/** A visit that a proxy passed on does not count as one from this machine. */
const elsewhere = { 'x-forwarded-for': '203.0.113.7' }

let server: TestServer
afterEach(() => server.stop())

describe('the first visit', () => {
  test('[AUTH1] from this machine it creates the owner without a code, once', async () => {
    server = await startTestServer()
    const visitor = server.visitor()
    expect((await visitor.get(setup)).body).toEqual({ needed: true, codeRequired: false })

    const made = await visitor.post(setup, request)
    expect(made.status).toBe(201)
    expect(made.body.user).toMatchObject({ name: 'Ana', email: 'ana@example.com' })
    expect(made.body.workspaces).toEqual([
      { id: expect.any(String), name: 'Acme Web', keyPrefix: 'AW', roles: ['owner'] },
    ])
    expect((await visitor.get('/api/v1/me')).body).toEqual(made.body)

    const again = await server.visitor().post(setup, { ...request, email: 'bo@example.com' })
    expect(again.status).toBe(409)
    expect(again.body.error.code).toBe('setupDone')
    expect((await visitor.get(setup)).body).toEqual({ needed: false, codeRequired: false })
  })

  test('[AUTH1] from elsewhere it asks for the code that the server printed', async () => {
    server = await startTestServer()
    const visitor = server.visitor(elsewhere)
    expect((await visitor.get(setup)).body).toEqual({ needed: true, codeRequired: true })

    for (const code of [undefined, '', 'ABCDE-FGHJK']) {
      const { status, body } = await visitor.post(setup, { ...request, code })
      expect(status).toBe(403)
      expect(body.error).toMatchObject({ code: 'setupCodeWrong', field: 'code' })
    }
    const typed = server.setupCode?.toLowerCase().replace('-', ' ')
    expect((await visitor.post(setup, { ...request, code: typed })).status).toBe(201)
  })

  test('[AUTH1] a stranger’s name that points at this machine is not this machine', async () => {
    server = await startTestServer()
    // fetch would not let a test choose the Host header.
    const { request: send } = await import('node:http')
    const { promise, resolve } = Promise.withResolvers<string>()
    send(
      { port: server.port, host: '127.0.0.1', path: setup, headers: { host: 'evil.example' } },
      (answer) => {
        let text = ''
        answer.on('data', (part) => (text += part)).on('end', () => resolve(text))
      },
    ).end()
    expect(JSON.parse(await promise)).toEqual({ needed: true, codeRequired: true })
  })

  test('[AUTH1] the code cannot be guessed at length', async () => {
    server = await startTestServer()
    const visitor = server.visitor(elsewhere)
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await visitor.post(setup, { ...request, code: 'AAAAA-AAAAA' })).status).toBe(403)
    }
    const limited = await visitor.post(setup, { ...request, code: server.setupCode })
    expect(limited.status).toBe(429)
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(limited.body.error.message).toMatch(/try again in/)
  })

  test('[AUTH1] of many at the same moment exactly one becomes the owner', async () => {
    server = await startTestServer()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        server.visitor().post(setup, { ...request, email: `owner${n}@example.com` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
  })

  test('[AUTH1] with samples the workspace begins with stories', async () => {
    server = await startTestServer()
    const visitor = server.visitor()
    const { body } = await visitor.post(setup, { ...request, samples: true })
    const { id } = body.workspaces[0]
    const list = await visitor.get(`/api/v1/workspaces/${id}/lists/area:${id}`)
    expect(list.body.items.length).toBeGreaterThan(3)
  })

  test.each([
    ['name', { name: '  ' }, 'Your name is missing.'],
    ['name', { name: 'x'.repeat(81) }, /81 characters; at most 80/],
    ['email', { email: 'ana' }, /"ana" is not an e-mail address/],
    ['email', { email: '' }, /missing/],
    ['password', { password: 'short' }, /at least 10 characters; this one has 5/],
    ['password', { password: 'x1y2'.repeat(300) }, /at most 1,000 characters/],
    ['password', { password: 'Ana@Example.com' }, /not your e-mail/],
    ['password', { password: 'qwertyuiop' }, /first that are guessed/],
    ['workspace', { workspace: '' }, /name of the workspace is missing/],
    ['workspace', { workspace: undefined }, '"workspace" is missing.'],
    ['samples', { samples: 'yes' }, '"samples" must be of type boolean.'],
    ['colour', { colour: 3 }, '"colour" is not known here. Leave it out.'],
  ])(
    '[AUTH2] a bad %s is refused with a sentence, and nothing is made',
    async (field, bad, message) => {
      server = await startTestServer()
      const { status, body } = await server.visitor().post(setup, { ...request, ...bad })
      expect(status).toBe(400)
      expect(body.error).toMatchObject({
        code: 'invalid',
        field,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      })
      expect((await setUpOwner(server)).workspace).toBeTruthy()
    },
  )

  test('[HTTP6] pages lead to setup, then to sign-in, then to the workspace last seen', async () => {
    server = await startTestServer()
    const stranger = server.visitor()
    const location = async (path: string, visitor = stranger) =>
      (await visitor.get(path)).headers.get('location')
    expect(await location('/')).toBe('/setup')
    expect(await location('/login')).toBe('/setup')
    expect(await location('/setup')).toBeNull()

    const { owner, workspace } = await setUpOwner(server)
    expect(await location('/')).toBe('/login')
    expect(await location('/setup')).toBe('/')
    expect(await location('/', owner)).toBe(`/w/${workspace}/refine`)
    expect(await location(`/w/${workspace}/refine`)).toBeNull()

    const second = (await owner.post('/api/v1/workspaces', { name: 'Beta' })).body.workspace
    expect(await location('/', owner)).toBe(`/w/${workspace}/refine`)
    owner.cookies.set('sluice_workspace', second)
    expect(await location('/', owner)).toBe(`/w/${second}/refine`)
  })

  test('[OF4] what is shared with the app, and its shortcuts, lead into the workspace last seen, through the sign-in', async () => {
    server = await startTestServer()
    const location = async (path: string, visitor = server!.visitor()) =>
      (await visitor.get(path)).headers.get('location')
    expect(await location('/go/inbox')).toBe('/setup')
    const { owner } = await setUpOwner(server)
    const shared = '/go/capture?title=A%20b&url=https%3A%2F%2Fa.test%2F%3Fx%3D1'
    expect(await location(shared)).toBe(`/login?next=${encodeURIComponent(shared)}`)
    const { workspace } = (await owner.post('/api/v1/workspaces', { name: 'Beta' })).body
    owner.cookies.set('sluice_workspace', workspace)
    expect(await location(shared, owner)).toBe(`/w/${workspace}${shared.slice('/go'.length)}`)
    expect(await location('/go/inbox', owner)).toBe(`/w/${workspace}/inbox`)
    for (const path of ['/go/', '/go/a/b', '/go/a.b', '/go//evil.test'])
      expect(await location(path, owner)).toBeNull()
  })

  test('[HTTP6] who is in no workspace is led to where one is begun, and not to sign in again', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const location = async (path: string, visitor = owner) =>
      (await visitor.get(path)).headers.get('location')
    expect(await location('/new', server.visitor())).toBe('/login')
    const database = new DatabaseSync(join(server.dataDir, 'sluice.db'))
    database.exec('delete from members')
    database.close()
    expect(await location('/')).toBe('/new')
    expect(await location('/new')).toBeNull()
    const { body } = await owner.post('/api/v1/workspaces', { name: 'My own' })
    expect(await location('/')).toBe(`/w/${body.workspace}/refine`)
  })
})
