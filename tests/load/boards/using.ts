import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { untilKeptForOffline } from '#tests/support/e2eOffline.ts'
import { percentile } from '../measure.ts'
import { type BoardPlace, LABEL } from './place.ts'

/** What a person at a browser waits for on a board; p75 of milliseconds where nothing else is said. */
export interface BoardResult {
  /** From the address to a card, in a browser that was never here. */
  readonly cold: number
  readonly warm: number
  readonly offline: number
  /** From a key or a pointer's move to just after the frame that shows it. */
  readonly focus: number
  readonly move: number
  readonly drag: number
  readonly filter: number
  readonly search: number
  /** Elements in the page, and cards among them. */
  readonly nodes: number
  readonly cards: number
  /** Megabytes in use after a collection. */
  readonly heap: number
}

const STEPS = 30
/** A quick hand; a key that comes before the last one is painted would wait for it. */
const PACE_MS = 120

/** Opens a board cold, warm and offline, and uses it. */
export async function measureBoard(browser: Browser, place: BoardPlace): Promise<BoardResult> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await place.enter(context)
  const page = await context.newPage()
  await page.addInitScript(WATCH)
  await page.goto(`${place.url}/w/${place.workspace}/refine`, { timeout: 120_000 })
  const cold = await firstCard(page)
  await untilAtRest(page)
  await page.reload()
  const warm = await firstCard(page)
  await untilAtRest(page)
  await context.setOffline(true)
  await page.reload()
  const offline = await firstCard(page)
  await context.setOffline(false)
  await untilAtRest(page)

  const focus = await keys(page, 'j', STEPS)
  const move = await keys(page, 'Alt+Shift+ArrowDown', STEPS)
  const drag = await dragged(page)
  await page.keyboard.press('f')
  await page.getByRole('combobox', { name: /^Filter by/ }).waitFor()
  await keys(page, [...LABEL])
  // On and off: the whole board is gone through each time.
  const filter = await keys(page, 'Enter', 10)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Search stories and actions' }).waitFor()
  const search = await keys(page, [...'export data'])
  await page.keyboard.press('Escape')
  const counts = await page.evaluate(() => ({
    nodes: document.querySelectorAll('*').length,
    cards: document.querySelectorAll('[data-card]').length,
  }))
  const heap = await heapOf(page)
  await context.close()
  return { cold, warm, offline, focus, move, drag, filter, search, heap, ...counts }
}

async function firstCard(page: Page): Promise<number> {
  await page.locator('[data-card]').first().waitFor({ timeout: 120_000 })
  return page.evaluate<number>('globalThis.firstCardAt')
}

/** Everything is saved, kept for offline, and nothing is fetched any more. */
async function untilAtRest(page: Page): Promise<void> {
  await page.locator('[data-sync]', { hasText: 'Saved' }).waitFor({ timeout: 120_000 })
  await untilKeptForOffline(page, 120_000)
  await page.waitForLoadState('networkidle')
  await pause(2_000)
}

async function keys(page: Page, key: string | readonly string[], times = 1): Promise<number> {
  await page.evaluate('globalThis.times = []')
  const pressed = typeof key === 'string' ? Array<string>(times).fill(key) : key
  for (const one of pressed) {
    await page.keyboard.press(one)
    await pause(PACE_MS)
  }
  return p75(page)
}

/** A card is lifted and carried down its column and across to the next, and put back. */
async function dragged(page: Page): Promise<number> {
  const box = await page.locator('[data-card]').nth(2).boundingBox()
  if (!box) throw new Error('There is no card to drag')
  await page.mouse.move(box.x + 40, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 48, box.y + 28)
  await page.evaluate('globalThis.times = []')
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(box.x + 48 + step * 6, box.y + 28 + (step % 30) * 12)
    await pause(16)
  }
  const taken = await p75(page)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return taken
}

async function p75(page: Page): Promise<number> {
  const times = await page.evaluate<number[]>('globalThis.times')
  return percentile(
    times.toSorted((a, b) => a - b),
    0.75,
  )
}

async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 1_048_576
}

/** When the first card is there, and what each key and each move of a pressed pointer takes to just after its frame. */
const WATCH = `
  globalThis.times = []
  const look = new MutationObserver(() => {
    if (!document.querySelector('[data-card]')) return
    look.disconnect()
    globalThis.firstCardAt = performance.now()
  })
  look.observe(document, { childList: true, subtree: true })
  const watch = (event) => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.onmessage = () => globalThis.times.push(performance.now() - event.timeStamp)
      after.port2.postMessage(null)
    })
  }
  addEventListener('keydown', (event) => event.key.length > 1 && /^(Alt|Shift|Control|Meta)$/.test(event.key) || watch(event), { capture: true })
  addEventListener('pointermove', watch, { capture: true })
`
