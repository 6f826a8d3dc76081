import { afterEach, beforeEach, describe, test } from 'vitest'
import { Browser, startServer, type TestServer, until } from '#tests/support/sync.ts'

let server: TestServer
const browsers: Browser[] = []

function browser(person: string, session?: string): Browser {
  const made = new Browser(server, person, session)
  browsers.push(made)
  return made
}

beforeEach(async () => {
  server = await startServer()
  await server.addPerson('bo')
  await server.capture('s1')
})

afterEach(async () => {
  for (const one of browsers.splice(0)) one.leave()
  await server.stop()
})

describe('two people in one story', () => {
  test('[I7] see each other’s edits and end with the same text', async () => {
    const ana = browser('ana').open('story:s1')
    const bo = browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    ana.text.insert(0, 'Hello ')
    await until(() => bo.text.toString() === 'Hello ')
    bo.text.insert(6, 'world')
    await until(() => ana.text.toString() === 'Hello world')
    await ana.synced()
    await bo.synced()
  })

  test('[I1] what they wrote is there after a restart', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'kept')
    await ana.synced()
    const { dataDir, port } = server
    await server.stop({ keep: true })
    server = await startServer({ dataDir, port })
    const bo = browser('bo').open('story:s1')
    await until(() => bo.text.toString() === 'kept')
  })
})
