import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { streamOf } from '#server/api/download.ts'

/** Fetches what a server makes of these pieces. */
async function fetched(pieces: () => AsyncGenerator<string>): Promise<Response> {
  const app = new Hono<{ Bindings: HttpBindings }>()
    .onError((_error, c) => c.text('Something went wrong', 500))
    .get('/', async (c) => c.body(await streamOf(pieces(), () => c.env.outgoing.destroy())))
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  server.close()
  return answer
}

test('[HI4] a file that cannot be finished breaks off: half of it is not taken for the whole', async () => {
  const text = fetched(async function* () {
    yield 'the first half'
    throw new Error('the storage is down')
  }).then((answer) => answer.text())
  await expect(text).rejects.toThrow()
})

test('when nothing of it can be made, there is an answer instead of a file', async () => {
  const made = 0 as number
  const answer = await fetched(async function* () {
    if (made === 0) throw new Error('the storage is down')
    yield 'never made'
  })
  expect(answer.status).toBe(500)
})

test('a file is made no faster than it is read, and no longer than somebody reads it', async () => {
  let made = 0
  let isEnded = false
  const stream = await streamOf(
    (async function* () {
      try {
        for (; ; made += 1) yield 'x'.repeat(100_000)
      } finally {
        isEnded = true
      }
    })(),
    () => {},
  )
  const reader = stream.getReader()
  await reader.read()
  await reader.read()
  await reader.cancel()
  expect(made).toBeLessThan(5)
  expect(isEnded).toBe(true)
})
