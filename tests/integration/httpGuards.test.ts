import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUpOwner, startTestServer, type TestServer } from '#tests/support/server.ts'
import type { Visitor } from '#tests/support/visitor.ts'

let server: TestServer
let owner: Visitor
let workspace: string
beforeAll(async () => {
  server = await startTestServer({ metricsToken: 'only-for-prometheus' })
  ;({ owner, workspace } = await setUpOwner(server))
})
afterAll(() => server.stop())

const commands = () => `/api/v1/workspaces/${workspace}/commands`
const capture = (id: string) => ({
  command: { id, type: 'captureStory', story: `story-${id}`, title: `Story ${id}` },
})

describe('a change', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['an opaque origin', { origin: 'null' }],
    ['a neighbour, without Origin', { origin: '', 'sec-fetch-site': 'same-site' }],
    ['nowhere, with a cookie', { origin: '' }],
  ])('[HTTP1] from %s is refused, and has no effect', async (_where, headers) => {
    const before = (await owner.get('/api/v1/auth/sessions')).body.sessions.length
    const { status, body } = await owner.post(
      '/api/v1/auth/sign-out-everywhere',
      undefined,
      headers,
    )
    expect(status).toBe(403)
    expect(body.error.code).toBe('originRefused')
    expect(body.error.message).toContain('PUBLIC_URL')
    expect((await owner.get('/api/v1/auth/sessions')).body.sessions).toHaveLength(before)
  })

  test('[HTTP1] from our own page is taken, also from an old browser that sends no Origin', async () => {
    const own = { origin: '', 'sec-fetch-site': 'same-origin' }
    expect((await owner.post(commands(), capture('own1'))).status).toBe(200)
    expect((await owner.post(commands(), capture('own2'), own)).status).toBe(200)
  })

  test('[HTTP1] from a program without a cookie may sign in', async () => {
    const program = server.visitor({ origin: '' })
    const { status } = await program.post('/api/v1/auth/sign-in', { email: 'x@y.z', password: 'x' })
    expect(status).toBe(401)
  })

  test('[HTTP1] PUBLIC_URL is our own page, whatever the Host says', async () => {
    const other = await startTestServer({ publicUrl: 'https://sluice.example.com' })
    const { owner: hers } = await setUpOwner(other)
    const from = (origin: string) => hers.post('/api/v1/workspaces', { name: 'Two' }, { origin })
    expect((await from('https://sluice.example.com')).status).toBe(201)
    expect((await from('https://sluice.example.com.evil.example')).status).toBe(403)
    await other.stop()
  })
})

describe('a body', () => {
  test.each(['{', '', '[', 'null', '"text"', '{"command":', '\u0000'])(
    '[HTTP2] %j is refused with a sentence',
    async (text) => {
      for (const path of [commands(), '/api/v1/tokens', '/api/v1/auth/sign-in']) {
        const { status, body } = await owner.post(path, text)
        expect(status).toBe(400)
        expect(body.error.code).toMatch(/^(malformed|invalid)$/)
        expect(body.error.message).toMatch(/\.$/)
      }
    },
  )

  test('[HTTP2] that is not JSON is refused, whatever it claims', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const { status, body } = await owner.post(commands(), capture('form'), {
        'content-type': type,
      })
      expect(status).toBe(415)
      expect(body.error.code).toBe('notJson')
    }
  })

  test('[HTTP2] that is not UTF-8 is refused', async () => {
    const response = await fetch(new URL(commands(), server.url), {
      method: 'POST',
      headers: { cookie: owner.cookie, origin: server.url, 'content-type': 'application/json' },
      body: Buffer.from('{"command":{"id":"latin","title":"Caf\xe9"}}', 'latin1'),
    })
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toMatch(/not UTF-8/)
  })

  test('[HTTP2] of 1 MB is refused, with a length or without one, and the server goes on', async () => {
    const huge = JSON.stringify({ command: { id: 'huge', title: 'x'.repeat(1_000_000) } })
    const { status, body } = await owner.post(commands(), huge)
    expect(status).toBe(413)
    expect(body.error).toMatchObject({
      code: 'tooLarge',
      message: 'The request is larger than 200 kB. Nothing was changed; send less at once.',
    })

    const streamed = await fetch(new URL(commands(), server.url), {
      method: 'POST',
      headers: { cookie: owner.cookie, origin: server.url, 'content-type': 'application/json' },
      body: new Blob([huge]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
    await streamed.body?.cancel()
    expect((await owner.post(commands(), capture('after'))).status).toBe(200)
  })

  test('[HTTP2] within the limit arrives, also in pieces', async () => {
    const pieces = new Blob([JSON.stringify(capture('pieces'))]).stream()
    const response = await fetch(new URL(commands(), server.url), {
      method: 'POST',
      headers: { cookie: owner.cookie, origin: server.url, 'content-type': 'application/json' },
      body: pieces,
      duplex: 'half',
    } as RequestInit)
    expect(await response.json()).toMatchObject({ result: { id: 'pieces', ok: true } })
  })

  test('[HTTP2] __proto__ is a name like any other that nobody knows', async () => {
    const { status, body } = await owner.post('/api/v1/tokens', '{"name":"x","__proto__":{"a":1}}')
    expect(status).toBe(400)
    expect(body.error.field).toBe('__proto__')
    const list = await owner.get(`/api/v1/workspaces/__proto__/lists/__proto__`)
    expect(list.status).toBe(404)
  })
})

describe('a command', () => {
  test('[HTTP9] is answered by its result, and twice is once', async () => {
    const first = await owner.post(commands(), capture('twice'))
    expect(first.body.result).toMatchObject({ id: 'twice', ok: true })
    expect((await owner.post(commands(), capture('twice'))).body).toEqual(first.body)
  })

  test('[HTTP9] that a rule refuses is 422, one of the wrong form 400, one too long 413', async () => {
    await owner.post(commands(), capture('rule'))
    const refused = await owner.post(commands(), {
      command: { id: 'r1', type: 'markReady', story: 'story-rule' },
    })
    expect(refused.status).toBe(422)
    expect(refused.body.result).toMatchObject({ id: 'r1', ok: false, code: 'moveNotAllowed' })

    const malformed = await owner.post(commands(), { command: { id: 'm1', type: 'fly' } })
    expect(malformed.status).toBe(400)
    expect(malformed.body.result).toMatchObject({ id: 'm1', ok: false, code: 'invalid' })

    const long = { command: { ...capture('long').command, title: 'x'.repeat(100_000) } }
    const tooLong = await owner.post(commands(), long)
    expect(tooLong.status).toBe(413)
    expect(tooLong.body.error.message).toBe(
      'A command has at most 64,000 characters as JSON. Nothing was changed.',
    )
  })
})

describe('a list', () => {
  const list = () => `/api/v1/workspaces/${workspace}/lists/area:${workspace}`

  test('[HTTP8] comes compressed as the client accepts', async () => {
    for (let n = 0; n < 20; n += 1) await owner.post(commands(), capture(`list${n}`))
    const encodingFor = async (accepted: string) => {
      const answer = await owner.get(list(), { 'accept-encoding': accepted })
      expect(answer.body.items.length).toBeGreaterThan(19)
      return answer.headers.get('content-encoding')
    }
    expect(await encodingFor('gzip, deflate, br')).toBe('br')
    expect(await encodingFor('gzip;q=1.0, br;q=0')).toBe('gzip')
    expect(await encodingFor('identity')).toBeNull()
  })

  test('[HTTP8] is not sent again while nothing has changed', async () => {
    const first = await owner.get(list())
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect((await owner.get(list(), { 'if-none-match': etag })).status).toBe(304)
    await owner.post(commands(), capture('etag'))
    const second = await owner.get(list(), { 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(second.body.seq).toBe(first.body.seq + 1)
  })

  test('[HTTP8] of another name is not there', async () => {
    const wrong = await owner.get(`/api/v1/workspaces/${workspace}/lists/area:other`)
    expect(wrong.status).toBe(404)
    expect((await owner.get(`${list()}%20${'x'.repeat(5000)}`)).status).toBe(404)
  })
})

describe('what surrounds it', () => {
  test('[HTTP4] every answer carries the security headers', async () => {
    for (const path of ['/', '/api/v1/me', '/healthz', '/nowhere', '/api/v1/openapi.json']) {
      const { headers } = await owner.get(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect((await owner.get('/api/v1/me')).headers.get('cache-control')).toBe('no-store')
  })

  test('[HTTP4] over HTTPS it asks browsers to stay there', async () => {
    const other = await startTestServer({ publicUrl: 'https://sluice.example.com' })
    const { headers } = await other.visitor().get('/healthz')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    await other.stop()
  })

  test('[HTTP10] the metrics are for this machine and for whoever has the token', async () => {
    const metrics = await owner.get('/metrics')
    expect(metrics.status).toBe(200)
    expect(metrics.body).toMatch(/^sluice_sync_sockets 0$/m)
    expect(metrics.body).toMatch(/sluice_http_answer_seconds_count\{kind="api",status="2xx"\}/)

    const elsewhere = server.visitor({ 'x-forwarded-for': '203.0.113.7' })
    expect((await elsewhere.get('/metrics')).status).toBe(404)
    expect((await elsewhere.get('/metrics', { authorization: 'Bearer wrong' })).status).toBe(404)
    const scraper = await elsewhere.get('/metrics', { authorization: 'Bearer only-for-prometheus' })
    expect(scraper.status).toBe(200)
  })

  test('[HTTP9] the API describes itself', async () => {
    const { body } = await server.visitor().get('/api/v1/openapi.json')
    expect(Object.keys(body.paths).sort()).toEqual([
      '/api/v1/auth/password',
      '/api/v1/auth/sessions',
      '/api/v1/auth/sessions/{session}',
      '/api/v1/auth/setup',
      '/api/v1/auth/sign-in',
      '/api/v1/auth/sign-out',
      '/api/v1/auth/sign-out-everywhere',
      '/api/v1/invitations/{token}',
      '/api/v1/invitations/{token}/accept',
      '/api/v1/me',
      '/api/v1/me/language',
      '/api/v1/me/mail',
      '/api/v1/tokens',
      '/api/v1/tokens/{token}',
      '/api/v1/workspaces',
      '/api/v1/workspaces/{id}/commands',
      '/api/v1/workspaces/{id}/files',
      '/api/v1/workspaces/{id}/history',
      '/api/v1/workspaces/{id}/history.csv',
      '/api/v1/workspaces/{id}/history.json',
      '/api/v1/workspaces/{id}/invitations',
      '/api/v1/workspaces/{id}/invitations/{invitation}',
      '/api/v1/workspaces/{id}/lists/{name}',
      '/api/v1/workspaces/{id}/resembling',
      '/api/v1/workspaces/{id}/search',
      '/api/v1/workspaces/{id}/sessions',
      '/api/v1/workspaces/{id}/sessions/{session}/calendar.ics',
      '/api/v1/workspaces/{id}/stories/{story}/authors',
      '/api/v1/workspaces/{id}/stories/{story}/files/{file}',
      '/api/v1/workspaces/{id}/stories/{story}/files/{file}/copy',
      '/api/v1/workspaces/{id}/stories/{story}/versions',
      '/api/v1/workspaces/{id}/stories/{story}/versions/{seq}',
      '/api/v1/workspaces/{id}/trash',
    ])
  })

  test('[HTTP7] an upgrade of anything but sync is turned away', async () => {
    const { default: WebSocket } = await import('ws')
    const answerTo = (path: string, origin: string) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(server.url.replace('http', 'ws') + path, {
          headers: { origin },
        })
        socket.on('unexpected-response', (_req, res) => resolve(res.statusCode ?? 0))
        socket.on('open', () => resolve(101))
        socket.on('close', () => undefined)
        socket.on('error', () => undefined)
      })
    expect(await answerTo('/login', server.url)).toBe(404)
    expect(await answerTo('/_next/hmr', server.url)).toBe(404)
    expect(await answerTo(`/sync/${workspace}`, 'https://evil.example')).toBe(403)
  })
})
