import type { Browser } from '@playwright/test'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { BODY } from '#lib/doc/schema.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { openStorage } from '#server/storage/open.ts'
import { OPEN_LOG_MAX_ROWS } from '#server/sync/limits.ts'
import { AppServer } from '#tests/support/e2eServer.ts'
import { Visitor } from '#tests/support/visitor.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

export interface OpeningResult {
  /** Milliseconds from asking for the document on an open socket to having its content. */
  readonly server: number
  /** Milliseconds from the address to text that can be edited. */
  readonly editable: number
}

/** A log is folded when it is this long, and a crash leaves so much of it unfolded at the most. */
const FOLDED_EVERY = OPEN_LOG_MAX_ROWS

/** Writes a story with a long past into storage, then opens it again and again, each time on a new server with a new browser. */
export async function measureOpening(
  browser: Browser,
  edits: number,
  rounds: number,
): Promise<OpeningResult[]> {
  const server = await AppServer.start()
  try {
    const owner = new Visitor(server.url)
    const { body } = await owner.post('/api/v1/auth/setup', {
      name: 'Ana Ferreira',
      email: 'ana@example.org',
      password: 'four random words here',
      workspace: 'Benchmark',
    })
    const workspace: string = body.workspaces[0].id
    const { body: made } = await owner.post('/api/v1/tokens', { name: 'Benchmark' })
    await owner.post(`/api/v1/workspaces/${workspace}/commands`, {
      command: { id: 'past', type: 'captureStory', story: 'past', title: 'A story with a past' },
    })
    await server.kill()
    await writePast(server.dataDir, workspace, edits)
    const results: OpeningResult[] = []
    for (let round = 0; round < rounds; round += 1) {
      await server.startAgain()
      const ms = await askOnce(`${server.url.replace('http', 'ws')}/sync/${workspace}`, made.token)
      await server.kill()
      await server.startAgain()
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      const cookies = [...owner.cookies]
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.url })))
      const page = await context.newPage()
      const started = performance.now()
      await page.goto(`${server.url}/w/${workspace}/s/past`)
      await page.getByRole('textbox', { name: /^Text of/ }).waitFor({ timeout: 60_000 })
      await page.getByText('typed by somebody').first().waitFor({ timeout: 60_000 })
      results.push({ server: ms, editable: performance.now() - started })
      process.stderr.write(
        `opening, round ${round + 1} of ${rounds}: ${JSON.stringify(results.at(-1))}\n`,
      )
      await context.close()
      await server.kill()
    }
    return results
  } finally {
    await server.stop()
  }
}

/** Ten people type and erase, one key after the other, in fifty paragraphs; the log is folded as the server does, up to a crash. */
async function writePast(dataDir: string, workspace: string, edits: number): Promise<void> {
  const storage = await openStorage({ dataDir, databaseUrl: null })
  const name = 'story:past'
  const content = Array.from({ length: 50 }, (_, index) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Paragraph ${index}, typed by somebody: ` }],
  }))
  const people = Array.from({ length: 10 }, () => new Y.Doc())
  const doc = new Y.Doc()
  let [log, position]: [Uint8Array[], number] = [[], 0]
  const store = async () => {
    const rows = log.map((update) => ({
      workspace,
      name,
      update,
      by: 'ana',
      at: Date.now(),
      newClients: [],
    }))
    position += rows.length
    log = []
    await storage.documents.append(rows)
  }
  const first = writeNewDocument({ type: 'doc', content }).update
  for (const one of [doc, ...people]) Y.applyUpdate(one, first)
  log.push(first)
  for (const person of people) {
    person.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'others') return
      log.push(update)
      Y.applyUpdate(doc, update)
    })
  }
  for (let edit = 1; edit < edits; edit += 1) {
    // Each types for a while before the next one does.
    const person = people[Math.floor(edit / 40) % people.length]!
    if (edit % 40 === 0)
      Y.applyUpdate(person, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(person)), 'others')
    const block = person.getXmlFragment(BODY).get(Math.floor(edit / 400) % 50) as Y.XmlElement
    const text = block.get(0) as Y.XmlText
    if (edit % 5 === 0) text.delete(text.length - 1, 1)
    else text.insert(text.length, 'abcdefg hij'[edit % 11]!)
    if (log.length < FOLDED_EVERY || edits - edit < FOLDED_EVERY) continue
    await store()
    await storage.documents.compact(workspace, name, Y.encodeStateAsUpdate(doc), position)
  }
  await store()
  await storage.close()
}

/** Asks a server that has just started for the document. */
async function askOnce(url: string, token: string): Promise<number> {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  socket.binaryType = 'arraybuffer'
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  const { promise, resolve } = Promise.withResolvers<number>()
  const started = performance.now()
  socket.on('message', (raw: ArrayBuffer) => {
    const message = wire.read(new Uint8Array(raw))
    if (message.kind === 'update' && message.update.byteLength > 1_000) {
      resolve(performance.now() - started)
    }
  })
  for (const frame of wire.hello('story:past', token, Y.encodeStateVector(new Y.Doc()))) {
    socket.send(frame)
  }
  const ms = await promise
  socket.terminate()
  return ms
}
