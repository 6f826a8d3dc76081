import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { isOwnOrigin, readVisit } from '#server/api/visit.ts'

const direct = { trustProxy: false, publicUrl: null }
const proxied = { trustProxy: true, publicUrl: null }

function request(remoteAddress: string, headers: Record<string, string>): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage
}

describe('a visit', () => {
  test.each([
    ['127.0.0.1', { host: 'localhost:3000' }, true],
    ['::1', { host: '[::1]:3000' }, true],
    ['::ffff:127.0.0.1', { host: '127.0.0.1:3000' }, true],
    ['127.0.0.1', { host: 'sluice.localhost' }, true],
    ['192.168.1.5', { host: 'localhost:3000' }, false],
    ['127.0.0.1', { host: 'evil.example' }, false],
    ['127.0.0.1', { host: 'localhost.evil.example' }, false],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { host: 'localhost', forwarded: 'for=127.0.0.1' }, false],
    ['127.0.0.1', { host: 'localhost', via: '1.1 proxy' }, false],
    ['127.0.0.1', {}, false],
  ])('[AUTH1] from %s with %j is from this machine: %s', (peer, headers, expected) => {
    expect(readVisit(request(peer, headers as Record<string, string>), direct).sameMachine).toBe(
      expected,
    )
  })

  test('[AUTH8] is counted by address, and by network where addresses are plenty', () => {
    const address = (peer: string, headers = {}, env = direct) =>
      readVisit(request(peer, headers), env).address
    expect(address('203.0.113.7')).toBe('203.0.113.7')
    expect(address('::ffff:203.0.113.7')).toBe('203.0.113.7')
    expect(address('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(address('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64')
    expect(address('2001:db8::9')).toBe('2001:db8:0:0::/64')
    expect(address('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    const lied = { 'x-forwarded-for': '10.0.0.1, 198.51.100.4' }
    expect(address('203.0.113.7', lied)).toBe('203.0.113.7')
    expect(address('203.0.113.7', lied, proxied)).toBe('198.51.100.4')
  })

  test('[AUTH4] is secure by PUBLIC_URL or by what a trusted proxy says', () => {
    const headers = { host: 'sluice.example.com', 'x-forwarded-proto': 'https' }
    const visit = (env: typeof direct | { trustProxy: boolean; publicUrl: string }) =>
      readVisit(request('127.0.0.1', headers), env)
    expect(visit(direct)).toMatchObject({ secure: false, origin: 'http://sluice.example.com' })
    expect(visit(proxied)).toMatchObject({ secure: true, origin: 'https://sluice.example.com' })
    const publicUrl = 'https://other.example.com'
    expect(visit({ trustProxy: false, publicUrl })).toMatchObject({
      secure: true,
      origin: publicUrl,
    })
  })

  test('[HTTP1] is our own when the origin is the host that was asked for', () => {
    const own = (origin: string, env = direct) =>
      isOwnOrigin(origin, request('127.0.0.1', { host: 'Sluice.example.com:8443' }), env)
    expect(own('https://sluice.example.com:8443')).toBe(true)
    expect(own('https://sluice.example.com')).toBe(false)
    expect(own('null')).toBe(false)
    expect(own('file://sluice.example.com:8443')).toBe(false)
    expect(own('')).toBe(false)
  })
})
