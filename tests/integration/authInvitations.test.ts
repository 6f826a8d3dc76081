import { afterEach, describe, expect, test } from 'vitest'
import { openSocket } from '#tests/support/liveSocket.ts'
import {
  inviteTo,
  joinAs,
  OWNER,
  setUpOwner,
  startTestServer,
  type TestServer,
} from '#tests/support/server.ts'

const DAY = 24 * 60 * 60 * 1000
const bo = { name: 'Bo', email: 'bo@example.com', password: 'another long password' }
const accept = (token: string) => `/api/v1/invitations/${token}/accept`

let server: TestServer
afterEach(() => server.stop())

describe('an invitation', () => {
  test('[AUTH6] tells its holder who invites to what, and makes a new person a member', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const made = await owner.post(`/api/v1/workspaces/${workspace}/invitations`, {
      roles: ['viewer'],
    })
    expect(made.status).toBe(201)
    expect(made.body.link).toMatch(new RegExp(`^${server.url}/join/[a-z2-7]{40}$`))
    expect(made.body.invitation.expiresAt - made.body.invitation.createdAt).toBe(14 * DAY)
    const token = made.body.link.split('/').at(-1)

    const guest = server.visitor()
    expect((await guest.get(`/api/v1/invitations/${token}`)).body).toMatchObject({
      workspace: { id: workspace, name: 'Acme' },
      invitedBy: 'Ana',
      roles: ['viewer'],
    })
    const joined = await guest.post(accept(token), bo)
    expect(joined.status).toBe(200)
    expect(joined.body).toMatchObject({ workspace, user: { name: 'Bo' } })
    expect(joined.body.workspaces[0].roles).toEqual(['viewer'])
    const list = await owner.get(`/api/v1/workspaces/${workspace}/lists/area:${workspace}`)
    expect(list.body.info.members.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Ana',
      'Bo',
    ])
  })

  test('[AUTH6] joins a person to several workspaces: signed in, or with the account they have', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const guest = await joinAs(server, owner, workspace, bo)
    const second = (await owner.post('/api/v1/workspaces', { name: 'Second one' })).body.workspace

    expect((await guest.get(`/api/v1/workspaces/${second}/lists/area:${second}`)).status).toBe(404)
    const joined = await guest.post(accept(await inviteTo(owner, second)), {})
    expect(joined.body.workspaces).toHaveLength(2)

    const third = (await owner.post('/api/v1/workspaces', { name: 'Third one' })).body.workspace
    const token = await inviteTo(owner, third)
    const wrong = await server
      .visitor()
      .post(accept(token), { email: bo.email, password: 'wrong one here' })
    expect(wrong.body.error.code).toBe('wrongCredentials')
    const known = await server
      .visitor()
      .post(accept(token), { email: bo.email, password: bo.password })
    expect(known.body.workspaces).toHaveLength(3)

    // Once more changes nothing and uses nothing up.
    expect(
      (await guest.post(accept(await inviteTo(owner, third, { roles: ['admin'] })), {})).status,
    ).toBe(200)
    const { workspaces } = (await guest.get('/api/v1/me')).body
    expect(workspaces.find(({ id }: { id: string }) => id === third).roles).toEqual(['member'])
  })

  test('[AUTH2] a taken e-mail is told, and uses nothing up', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const token = await inviteTo(owner, workspace)
    const taken = await server.visitor().post(accept(token), { ...bo, email: ' Ana@EXAMPLE.com' })
    expect(taken.status).toBe(409)
    expect(taken.body.error).toMatchObject({ code: 'emailTaken', field: 'email' })
    expect((await server.visitor().post(accept(token), bo)).status).toBe(200)
  })

  test('[AUTH6] a stranger must say who they are', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const { status, body } = await server
      .visitor()
      .post(accept(await inviteTo(owner, workspace)), {})
    expect(status).toBe(401)
    expect(body.error.code).toBe('signedOut')
  })

  test('[AUTH6] expires after its days', async () => {
    let time = Date.now()
    server = await startTestServer({ start: { now: () => time } })
    const { owner, workspace } = await setUpOwner(server)
    const token = await inviteTo(owner, workspace, { days: 3 })
    time += 3 * DAY - 1
    expect((await server.visitor().get(`/api/v1/invitations/${token}`)).status).toBe(200)
    time += 1
    for (const late of [
      await server.visitor().get(`/api/v1/invitations/${token}`),
      await server.visitor().post(accept(token), bo),
    ]) {
      expect(late.status).toBe(410)
      expect(late.body.error).toEqual({
        code: 'invitationExpired',
        message: 'This invitation has expired. Ask for a new link.',
      })
    }
  })

  test('[AUTH6] is used up after its uses, also when many come at once', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const token = await inviteTo(owner, workspace, { uses: 3 })
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        server.visitor().post(accept(token), { ...bo, email: `bo${n}@example.com` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 410, 410, 410])
    const late = answers.find(({ status }) => status === 410)
    expect(late?.body.error.code).toBe('invitationUsedUp')
  })

  test('[AUTH6] can be listed and withdrawn', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const token = await inviteTo(owner, workspace)
    const path = `/api/v1/workspaces/${workspace}/invitations`
    const { invitations } = (await owner.get(path)).body
    expect(invitations).toHaveLength(1)
    expect(JSON.stringify(invitations)).not.toContain(token)
    expect((await owner.delete(`${path}/${invitations[0].id}`)).status).toBe(204)
    const late = await server.visitor().post(accept(token), bo)
    expect(late.status).toBe(410)
    expect(late.body.error.code).toBe('invitationRevoked')
    expect((await server.visitor().get('/api/v1/invitations/nonsense')).body.error.code).toBe(
      'invitationNotFound',
    )
  })

  test('[AUTH6] only owners and admins invite, and only owners appoint owners', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const member = await joinAs(server, owner, workspace, bo)
    const admin = await joinAs(server, owner, workspace, {
      name: 'Cy',
      email: 'cy@example.com',
      roles: ['admin'],
    })
    const path = `/api/v1/workspaces/${workspace}/invitations`
    for (const refused of [
      await member.post(path, {}),
      await member.get(path),
      await member.delete(`${path}/x`),
      await admin.post(path, { roles: ['owner'] }),
    ]) {
      expect(refused.status).toBe(403)
      expect(refused.body.error.code).toBe('notAllowed')
      expect(refused.body.error.message).toMatch(/^Only owners/)
    }
    expect((await admin.post(path, { roles: ['member', 'product-manager'] })).status).toBe(201)
    const bad = await owner.post(path, { roles: ['king'] })
    expect(bad.body.error).toMatchObject({ code: 'invalid', field: 'roles.0' })
    expect((await owner.post(path, { uses: 0 })).body.error.message).toBe(
      '"uses" must be at least 1.',
    )
  })

  test('[AUTH8] looking up cannot be repeated at length', async () => {
    server = await startTestServer()
    await setUpOwner(server)
    const visitor = server.visitor()
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, n) => visitor.get(`/api/v1/invitations/guess${n}`)),
    )
    const counts = Map.groupBy(answers, ({ status }) => status)
    expect(counts.get(404)).toHaveLength(120)
    expect(counts.get(429)).toHaveLength(10)
  })

  test('[AUTH9] another person’s workspace and none at all look the same', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const guest = await joinAs(server, owner, workspace, bo)
    const hidden = (await owner.post('/api/v1/workspaces', { name: 'Hidden' })).body.workspace
    const absent = 'c0ffee00-0000-4000-8000-000000000000'
    const stranger = server.visitor()
    const paths = (id: string) => [
      ['GET', `/api/v1/workspaces/${id}/lists/area:${id}`],
      ['POST', `/api/v1/workspaces/${id}/commands`],
      ['GET', `/api/v1/workspaces/${id}/invitations`],
      ['POST', `/api/v1/workspaces/${id}/invitations`],
    ]
    for (const [index, [method = '', path = '']] of paths(hidden).entries()) {
      const other = paths(absent)[index]?.[1] ?? ''
      const body = method === 'POST' ? '{}' : undefined
      const [toHidden, toAbsent] = [
        await guest.send(method, path, body),
        await guest.send(method, other, body),
      ]
      expect(toHidden.status).toBe(404)
      expect({ ...toHidden, headers: null }).toEqual({ ...toAbsent, headers: null })
      expect((await stranger.send(method, path, body)).status).toBe(401)
      expect((await stranger.send(method, other, body)).status).toBe(401)
    }
    expect(OWNER.email).not.toBe(bo.email)
  })
})

describe('an API token', () => {
  test('[AUTH7] is shown once, acts as its person, and ends when deleted', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const made = await owner.post('/api/v1/tokens', { name: ' Import  script ' })
    expect(made.status).toBe(201)
    expect(made.body.token).toMatch(/^slc_[a-z2-7]{40}$/)
    expect(made.body.name).toBe('Import script')
    const listed = await owner.get('/api/v1/tokens')
    expect(listed.body.tokens).toEqual([
      { id: made.body.id, name: 'Import script', createdAt: made.body.createdAt },
    ])

    const program = server.visitor({ authorization: `Bearer ${made.body.token}`, origin: '' })
    expect((await program.get('/api/v1/me')).body.user.name).toBe('Ana')
    const captured = await program.post(`/api/v1/workspaces/${workspace}/commands`, {
      command: { id: 'c1', type: 'captureStory', story: 's1', title: 'By a program' },
    })
    expect(captured.body.result).toEqual({ id: 'c1', ok: true, seq: 1 })

    expect((await owner.delete(`/api/v1/tokens/${made.body.id}`)).status).toBe(204)
    const over = await program.get('/api/v1/me')
    expect(over.status).toBe(401)
    expect(over.body.error.code).toBe('tokenInvalid')
    expect(over.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('[AUTH7] deleted, it closes its sockets at once, and no others', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const [lost, kept] = await Promise.all(
      ['lost', 'kept'].map(async (name) => (await owner.post('/api/v1/tokens', { name })).body),
    )
    const nobody = server.visitor()
    const gone = await openSocket(server.url, nobody, workspace, lost.token)
    const others = [
      await openSocket(server.url, nobody, workspace, kept.token),
      await openSocket(server.url, owner, workspace),
    ]
    expect((await owner.delete(`/api/v1/tokens/${lost.id}`)).status).toBe(204)
    expect(await gone.closed).toBe(4401)
    expect(others.map(({ isOpen }) => isOpen)).toEqual([true, true])
    for (const socket of others) socket.end()
  })

  test('[AUTH7] cannot take over the account', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    const { token } = (await owner.post('/api/v1/tokens', { name: 'Script' })).body
    const program = server.visitor({ authorization: `Bearer ${token}` })
    for (const refused of [
      await program.post('/api/v1/tokens', { name: 'More' }),
      await program.post('/api/v1/auth/password', {
        current: OWNER.password,
        password: 'new password 1',
      }),
      await program.post('/api/v1/auth/sign-out-everywhere'),
      await program.get('/api/v1/auth/sessions'),
    ]) {
      expect(refused.status).toBe(403)
      expect(refused.body.error.code).toBe('sessionNeeded')
    }
  })

  test('[AUTH7] a bad one is refused, also beside a good cookie', async () => {
    server = await startTestServer()
    const { owner } = await setUpOwner(server)
    for (const authorization of ['Bearer slc_nonsense', 'Bearer', 'Basic YW5hOnB3', 'Bearer a b']) {
      expect((await owner.get('/api/v1/me', { authorization })).status).toBe(401)
    }
  })

  test('[AUTH7] belongs to its person alone', async () => {
    server = await startTestServer()
    const { owner, workspace } = await setUpOwner(server)
    const guest = await joinAs(server, owner, workspace, bo)
    const { id } = (await owner.post('/api/v1/tokens', { name: 'Mine' })).body
    expect((await guest.get('/api/v1/tokens')).body.tokens).toEqual([])
    await guest.delete(`/api/v1/tokens/${id}`)
    expect((await owner.get('/api/v1/tokens')).body.tokens).toHaveLength(1)
  })
})
