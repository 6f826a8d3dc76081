/**
 * `node tests/load/filed.ts`, after a build: what closed stories weigh on a new device, before they are filed (CL1) and after, on
 * one server with as many closed as open stories. `--stories 10000` (the open ones), `--rounds N`, `--titles FILE` as in boards.ts.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { areaList, filedList, teamList } from '#lib/domain/lists.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { chromiumArgs, chromiumPath } from '#tests/support/chromium.ts'
import { AppServer } from '#tests/support/e2eServer.ts'
import { fillBoard } from '#tests/support/fillBoard.ts'
import { Visitor } from '#tests/support/visitor.ts'
import { readTitles } from './boards/place.ts'
import { median } from './measure.ts'
import { options } from './options.ts'

const TEAM = 'bench-team'
const DAY_MS = 86_400_000
const DAYS = 100

interface Weighed {
  /** The lists that a new device fetches by itself: bytes of JSON, and with brotli. */
  readonly json: number
  readonly brotli: number
  /** From the address to a card, and to “Saved”, ms. */
  readonly card: number
  readonly saved: number
  /** Megabytes in use after a collection. */
  readonly heap: number
}

const server = await AppServer.start()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] })
try {
  const owner = new Visitor(server.url)
  const { body } = await owner.post('/api/v1/auth/setup', {
    name: 'Ana Ferreira',
    email: 'ana@example.org',
    password: 'four random words here',
    workspace: 'Benchmark',
  })
  const workspace: string = body.workspaces[0].id
  const size = options.stories
  await fill(owner, workspace, size)
  // Both are measured behind a start: what runs for long is quicker.
  await server.kill()
  await server.startAgain()
  const before = await rounds(browser, owner, workspace)
  await server.kill()
  letRest(workspace)
  await server.startAgain()
  const began = performance.now()
  await untilFiled(owner, workspace, size)
  process.stderr.write(`filed in ${(performance.now() - began).toFixed(0)} ms\n`)
  const after = await rounds(browser, owner, workspace)
  print(size, before, after)
} finally {
  await browser.close()
  await server.stop()
}

/** As many open stories as closed ones; of the closed every second one is done on a backlog, the others were set aside. */
async function fill(owner: Visitor, workspace: string, size: number): Promise<void> {
  const titles = readTitles(options.titles)
  const { body } = await owner.post('/api/v1/tokens', { name: 'Benchmark' })
  await owner.post(`/api/v1/workspaces/${workspace}/commands`, {
    command: { id: 'founds', type: 'createTeam', team: TEAM, name: 'Benchmark', isPrivate: false },
  })
  await fillBoard({ url: server.url, workspace, token: body.token }, 2 * size, (index) => {
    const story = `bench-${index}`
    const part = Math.floor(index / titles.length)
    const title = `${titles[index % titles.length]!}${part > 0 ? `, part ${part + 1}` : ''}`
    const way: NewCommand[] = [{ type: 'captureStory', story, title }]
    if (index < size) return way
    if (index % 2 === 0) return [...way, { type: 'dismissStory', story, reason: 'Out of scope' }]
    return [
      ...way,
      { type: 'startRefining', story },
      { type: 'markReady', story, confirmed: true },
      { type: 'assignToTeam', story, team: TEAM },
      { type: 'moveToStep', story, step: 'done' },
    ]
  })
}

/** What is closed becomes closed long ago, while the server stands. */
function letRest(workspace: string): void {
  const database = new DatabaseSync(join(server.dataDir, 'sluice.db'))
  database
    .prepare(
      `update stories set state = json_set(state, '$.enteredStageAt', json_extract(state, '$.enteredStageAt') - ?)
       where workspace = ? and (stage = 'wont-do' or team is not null)`,
    )
    .run(DAYS * DAY_MS, workspace)
  database.close()
}

async function untilFiled(owner: Visitor, workspace: string, size: number): Promise<void> {
  for (;;) {
    const [aside, done] = await Promise.all(
      [workspace, TEAM].map((id) => listOf(owner, workspace, filedList(id))),
    )
    if (aside!.items.length + done!.items.length === size) return
    await pause(50)
  }
}

async function listOf(owner: Visitor, workspace: string, name: string) {
  const { body } = await owner.get(`/api/v1/workspaces/${workspace}/lists/${name}`)
  return body as { items: unknown[] }
}

async function rounds(browser: Browser, owner: Visitor, workspace: string): Promise<Weighed> {
  const lists = [areaList(workspace), teamList(TEAM)]
  const texts: string[] = []
  for (const name of lists) texts.push(JSON.stringify(await listOf(owner, workspace, name)))
  const seen: Omit<Weighed, 'json' | 'brotli'>[] = []
  await opened(browser, owner, workspace)
  for (let round = 0; round < options.rounds; round += 1)
    seen.push(await opened(browser, owner, workspace))
  const of = (field: keyof (typeof seen)[0]) => median(seen.map((one) => one[field]))
  return {
    json: sum(texts.map((text) => Buffer.byteLength(text))),
    brotli: sum(texts.map(compressed)),
    card: of('card'),
    saved: of('saved'),
    heap: of('heap'),
  }
}

/** Opens the board in a browser that was never here. */
async function opened(browser: Browser, owner: Visitor, workspace: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, value, url: server.url })),
  )
  const page = await context.newPage()
  const began = performance.now()
  await page.goto(`${server.url}/w/${workspace}/refine`, { timeout: 120_000 })
  await page.locator('[data-card]').first().waitFor({ timeout: 120_000 })
  const card = performance.now() - began
  await page.locator('[data-sync]', { hasText: 'Saved' }).waitFor({ timeout: 120_000 })
  const saved = performance.now() - began
  await pause(2_000)
  const devtools = await context.newCDPSession(page)
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await context.close()
  return { card, saved, heap: usedSize / 1_048_576 }
}

function compressed(text: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  return brotliCompressSync(text, { params }).byteLength
}

function print(size: number, before: Weighed, after: Weighed): void {
  console.log(`\n${size.toLocaleString('en')} open stories and as many that were closed`)
  console.log('| | before | filed | ratio |')
  console.log('| --- | --- | --- | --- |')
  const units = { json: 'bytes', brotli: 'bytes', card: 'ms', saved: 'ms', heap: 'MB' }
  for (const field of Object.keys(units) as (keyof Weighed)[]) {
    const [was, is] = [before[field], after[field]]
    const cells = [was, is].map((value) => Math.round(value).toLocaleString('en'))
    console.log(`| ${field} (${units[field]}) | ${cells.join(' | ')} | ${(is / was).toFixed(2)} |`)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
