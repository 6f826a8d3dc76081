import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'
import type { Env } from '#server/env.ts'

/** Where a request comes from and how, as far as it can be believed. */
export interface Visit {
  /** The address to count tries by: one IPv4 address, or the /64 network of an IPv6 one. */
  readonly address: string
  /** True when the person's browser speaks HTTPS. */
  readonly secure: boolean
  /** The host the browser asked for, with its port, in lower case. */
  readonly host: string
  /** True when it surely comes from this machine: a loopback peer, a loopback name, and no proxy in between. */
  readonly sameMachine: boolean
  /** The origin links to this server begin with: PUBLIC_URL, or what the browser asked for. */
  readonly origin: string
}

type VisitEnv = Pick<Env, 'trustProxy' | 'publicUrl'>

/** Reads who visits. `x-forwarded-*` count only behind one's own proxy, and of a list only what that proxy wrote. */
export function readVisit(req: IncomingMessage, { trustProxy, publicUrl }: VisitEnv): Visit {
  const peer = req.socket.remoteAddress ?? ''
  const forwarded = (name: string) => (trustProxy ? last(req.headers[`x-forwarded-${name}`]) : null)
  const proto = forwarded('proto')
  const secure = publicUrl?.startsWith('https:') || proto === 'https'
  const host = (forwarded('host') ?? req.headers.host ?? '').toLowerCase()
  return {
    address: network(forwarded('for') ?? peer),
    secure,
    host,
    sameMachine:
      isLoopbackAddress(peer) &&
      !isForwarded(req) &&
      (isLoopbackName(host) || (publicUrl !== null && new URL(publicUrl).host === host)),
    origin: publicUrl ?? `${secure ? 'https' : 'http'}://${host}`,
  }
}

/** True when a page of `origin` may act here: it is this server's own page. */
export function isOwnOrigin(origin: string, req: IncomingMessage, env: VisitEnv): boolean {
  if (origin === env.publicUrl) return true
  return (
    URL.canParse(origin) &&
    /^https?:/.test(origin) &&
    new URL(origin).host === readVisit(req, env).host
  )
}

/**
 * A name counts besides the address: a page of a stranger whose name was pointed at 127.0.0.1 also reaches this
 * server from this machine, but under the stranger's name.
 */
function isLoopbackName(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    (isIP(name) !== 0 && isLoopbackAddress(name))
  )
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

const PROXY_HEADERS = ['forwarded', 'via', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip']

function isForwarded(req: IncomingMessage): boolean {
  return Object.keys(req.headers).some(
    (name) => name.startsWith('x-forwarded-') || PROXY_HEADERS.includes(name),
  )
}

/** Proxies append: only the last entry was written by the one we trust. */
function last(header: string | string[] | undefined): string | null {
  return (
    String(header ?? '')
      .split(',')
      .at(-1)
      ?.trim() || null
  )
}

/** People with IPv6 have a whole /64 each: counting single addresses would count nothing. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:/, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = plain.includes('::') ? 8 - before.length - after.length : 0
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}
