import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hashSecret } from '#server/auth/secrets.ts'
import type { Env } from '#server/env.ts'
import type { Storage } from '#server/storage/storage.ts'
import { setClosedPolicy } from './headers.ts'
import type { Metrics } from './metrics.ts'
import type { Visit } from './visit.ts'

/** A storage that needs longer than this is not ready to serve people, in ms. */
const PING_MS = 2000

interface OperationsParts {
  readonly storage: Storage
  readonly metrics: Metrics
  readonly env: Pick<Env, 'metricsToken'>
  /** Why the server does not serve people at the moment (it is starting, or stopping); null when it does. */
  readonly notServing: () => string | null
}

/** Answers `/healthz`, `/readyz` and `/metrics`; gives false for any other path. */
export type Operations = (
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  visit: Visit,
) => Promise<boolean>

/** Makes the addresses that the people and programs who run the server look at. */
export function createOperations(parts: OperationsParts): Operations {
  const { storage, metrics, env, notServing } = parts
  return async (path, req, res, visit) => {
    switch (path) {
      case '/healthz':
        say(res, 200, 'alive')
        return true
      case '/readyz': {
        const obstacle = notServing() ?? (await storageProblem(storage))
        say(res, obstacle === null ? 200 : 503, obstacle ?? 'ready')
        return true
      }
      case '/metrics':
        // Without the right to see it there is nothing to see.
        if (!mayReadMetrics(req, visit, env.metricsToken)) say(res, 404, 'There is nothing here.')
        else say(res, 200, await metrics.text(), metrics.contentType)
        return true
      default:
        return false
    }
  }
}

async function storageProblem(storage: Storage): Promise<string | null> {
  const { promise: tooLate, resolve } = Promise.withResolvers<string>()
  const timer = setTimeout(resolve, PING_MS, 'The database does not answer in time.')
  const answer = storage.ping().then(
    () => null,
    () => 'The database does not answer.',
  )
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}

function mayReadMetrics({ headers }: IncomingMessage, visit: Visit, token: string | null): boolean {
  if (visit.sameMachine) return true
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (token === null || given === undefined) return false
  return timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(token)))
}

function say(res: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  setClosedPolicy(res)
  res.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  res.end(text.endsWith('\n') ? text : `${text}\n`)
}
