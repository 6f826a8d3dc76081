import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import type { CommandResult } from '#lib/schema/wire.ts'
import { createApi } from '#server/api/app.ts'
import { createLimits } from '#server/auth/limits.ts'
import { createSessions } from '#server/auth/sessions.ts'
import { createSetup } from '#server/auth/setup.ts'
import { readEnv } from '#server/env.ts'
import type { TestServer } from './sync.ts'

/** The REST API of a test's server, on a port of its own: the same workspaces, the same people, their test tokens. */
export interface RestDoor {
  readonly url: string
  /** Sends a command as somebody and gives the answer, whatever it is. */
  command(person: string, command: object): Promise<CommandResult>
  get(person: string, path: string): Promise<{ status: number; text: string }>
  close(): Promise<void>
}

export async function openRestDoor(server: TestServer): Promise<RestDoor> {
  const { storage } = server.faults
  const limits = createLimits()
  const log = pino({ level: 'silent' })
  const api = createApi({
    env: readEnv({}),
    storage,
    workspaces: server.workspaces,
    authenticator: server.auth,
    sessions: createSessions(storage.people, false),
    setup: createSetup({ storage, limits, now: Date.now, addSamples: async () => {} }),
    limits,
    files: server.files,
    blobs: server.blobs,
    now: Date.now,
    log,
  })
  const http = createServer(getRequestListener(api.fetch, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1/workspaces/w1`
  const headers = (person: string) => ({
    authorization: `Bearer token-${person}`,
    'content-type': 'application/json',
  })
  return {
    url,
    async command(person, command) {
      const body = JSON.stringify({ command })
      const answer = await fetch(`${url}/commands`, {
        method: 'POST',
        headers: headers(person),
        body,
      })
      const { result } = (await answer.json()) as { result?: CommandResult }
      if (!result) throw new Error(`The REST door answered ${answer.status} to ${body}`)
      return result
    },
    async get(person, path) {
      const answer = await fetch(`${url}${path}`, { headers: headers(person) })
      return { status: answer.status, text: await answer.text() }
    },
    async close() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
