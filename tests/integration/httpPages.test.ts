import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openSocket } from '#tests/support/liveSocket.ts'
import { OWNER } from '#tests/support/server.ts'
import { Visitor } from '#tests/support/visitor.ts'

/** `npm test` builds the pages first; without them there is nothing to look at. */
const built = process.env.CI === 'true' || existsSync('.next/BUILD_ID')

describe.skipIf(!built)('the whole server, as npm start runs it', () => {
  let child: ChildProcess
  let dataDir: string
  let url: string
  let said = ''

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sluice-pages-'))
    child = spawn(process.execPath, ['server/main.ts'], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout?.on('data', (part) => (said += part))
    const ready = await vi.waitUntil(() => /^Sluice is ready at (http:\S+)$/m.exec(said), 60_000)
    url = ready[1] ?? ''
  })
  afterAll(async () => {
    child.kill('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  })

  test('[HTTP5] it prints the setup code while there is no owner', () => {
    expect(said).toMatch(/setup code: [2-9A-Z]{5}-[2-9A-Z]{5}$/m)
  })

  test('[HTTP4] every script of a page carries the nonce of its policy, which is new each time', async () => {
    const nonces = new Set<string>()
    for (let n = 0; n < 2; n += 1) {
      const { headers, body } = await new Visitor(url).get('/setup', {
        'x-nonce': 'chosen',
        'content-security-policy': "script-src 'nonce-chosen'",
      })
      const policy = headers.get('content-security-policy') ?? ''
      const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? ''
      expect(nonce).toHaveLength(24)
      expect(policy).toContain(`connect-src 'self' ${url.replace('http', 'ws')}`)
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
      const scripts: string[] = body.match(/<script[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(3)
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
      expect(body).not.toContain('chosen')
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(2)
  })

  test('[HTTP4] what is missing among the static files has a policy too', async () => {
    const { status, headers } = await new Visitor(url).get('/_next/static/missing.js')
    expect(status).toBe(404)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('[HTTP4] the service worker is looked for anew each time and may serve the whole origin', async () => {
    const { status, headers } = await new Visitor(url).get('/sw.js')
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('service-worker-allowed')).toBe('/')
  })

  test('[HTTP7] sockets live on while pages are asked for, and [HTTP5] SIGTERM ends all of it in time', async () => {
    const owner = new Visitor(url)
    const made = await owner.post('/api/v1/auth/setup', { ...OWNER, workspace: 'Acme' })
    const { id } = made.body.workspaces[0]
    expect((await owner.get(`/w/${id}/refine`)).status).toBe(200)
    const stranger = await new Visitor(url).get(`/w/${id}/refine`)
    expect(stranger.status).toBe(200)
    const socket = await openSocket(url, owner, id)
    expect((await owner.get(`/w/${id}/refine`)).status).toBe(200)
    expect(socket.isOpen).toBe(true)

    const began = performance.now()
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(await socket.closed).toBe(1012)
  })
})
