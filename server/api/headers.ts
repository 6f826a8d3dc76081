import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Visit } from './visit.ts'

const YEAR = 365 * 24 * 60 * 60

/** Sets what every answer carries, whatever it is. */
export function setCommonHeaders(res: ServerResponse, { secure }: Visit): void {
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('X-Frame-Options', 'DENY')
  res.setHeader('Referrer-Policy', 'same-origin')
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  res.setHeader(
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  )
  if (secure) res.setHeader('Strict-Transport-Security', `max-age=${YEAR}`)
}

/** Sets the policy of what is no page: nothing in it may load or run, whoever opens it in a tab. */
export function setClosedPolicy(res: ServerResponse): void {
  res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
}

/** Sets the policy of a script that pages start as a worker: it may load its own parts from here, and nothing else. */
export function setPageWorkerPolicy(res: ServerResponse): void {
  res.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  )
}

/** Sets the policy of the service worker, which may fetch from here and runs no other script. */
export function setWorkerHeaders(res: ServerResponse): void {
  res.setHeader('Content-Security-Policy', "default-src 'self'")
  res.setHeader('Service-Worker-Allowed', '/')
  // A new version must be found at the next visit.
  res.setHeader('Cache-Control', 'no-cache')
}

/**
 * Sets a page's policy with a nonce of its own. Next reads the nonce from the same header of the *request* and puts
 * it on every script it writes; our own markup gets it from `x-nonce`. Both are overwritten, whatever the visitor sent.
 */
export function setPagePolicy(
  req: IncomingMessage,
  res: ServerResponse,
  visit: Visit,
  dev: boolean,
): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = pagePolicy(nonce, visit, dev)
  delete req.headers['content-security-policy-report-only']
  req.headers['content-security-policy'] = policy
  req.headers['x-nonce'] = nonce
  res.setHeader('Content-Security-Policy', policy)
}

/** Gives the Content-Security-Policy of one page view. Development also lets React evaluate and Next add styles. */
export function pagePolicy(nonce: string, { host, secure }: Visit, dev: boolean): string {
  // 'self' covers web sockets in new browsers only.
  const sockets = /^[a-z0-9.:[\]_-]+$/.test(host) ? `${secure ? 'wss' : 'ws'}://${host}` : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // React and the editor place things with style attributes; those cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`.trimEnd(),
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')
}
