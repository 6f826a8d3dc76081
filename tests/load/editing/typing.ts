import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import { writeNewDocument } from '#lib/doc/write.ts'
import { percentile } from '../measure.ts'
import type { Page } from './pages.ts'

export interface TypingResult {
  /** Milliseconds from the address to text that can be edited. */
  readonly opened: number
  /** Milliseconds from a key to the frame that shows it. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly keys: number
}

/** What each of the others types, and what the measured one does. */
const PEER_KEYS_PER_SECOND = 3
const OWN_KEYS_PER_SECOND = 8
const SETTLE_MS = 3_000

/** Opens a document of so many paragraphs in a browser, lets peers type, types in the middle of it, and measures. */
export async function measureTyping(
  browser: Browser,
  page: Page,
  options: { paragraphs: number; peers: number; seconds: number },
): Promise<TypingResult> {
  const { address, document, author } = await page.make(longText(options.paragraphs))
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await page.enter(context)
  const tab = await context.newPage()
  const started = performance.now()
  await tab.goto(address, { timeout: 120_000 })
  const text = tab.getByRole('textbox', { name: /^Text of/ })
  await text.waitFor({ timeout: 120_000 })
  const opened = performance.now() - started
  const typists = await Promise.all(
    Array.from({ length: options.peers }, () => page.typist(document)),
  )
  for (const typist of typists) typist.begin()
  const middle = Math.floor(options.paragraphs / 2)
  await text.getByText(`Paragraph ${middle} `, { exact: false }).first().click({ timeout: 60_000 })
  await tab.keyboard.press('End')
  // What comes after the first picture has come by then: it is typing that is measured.
  await pause(SETTLE_MS)
  await tab.evaluate(WATCH_KEYS)
  const end = performance.now() + options.seconds * 1_000
  const peersTyping = typists.map(async (typist, index) => {
    await pause((1_000 / PEER_KEYS_PER_SECOND / typists.length) * index)
    while (performance.now() < end) {
      typist.type()
      await pause(1_000 / PEER_KEYS_PER_SECOND)
    }
  })
  let keys = 0
  for (let at = performance.now(); at < end; at += 1_000 / OWN_KEYS_PER_SECOND) {
    await pause(Math.max(0, at - performance.now()))
    await tab.keyboard.press('e')
    keys += 1
  }
  await Promise.all(peersTyping)
  await pause(500)
  const times = await tab.evaluate<number[]>('globalThis.keyTimes')
  for (const typist of [author, ...typists]) typist.close()
  await context.close()
  times.sort((a, b) => a - b)
  return {
    opened,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    keys,
  }
}

/** From the moment the browser has the key to just after the frame in which it is painted. */
const WATCH_KEYS = `
  globalThis.keyTimes = []
  addEventListener('keydown', (event) => {
    if (event.key !== 'e') return
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.onmessage = () => globalThis.keyTimes.push(performance.now() - event.timeStamp)
      after.port2.postMessage(null)
    })
  }, { capture: true })
`

function longText(paragraphs: number): Uint8Array {
  const content = Array.from({ length: paragraphs }, (_, index) => ({
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: `Paragraph ${index} says what an analyst wants of the export, in a sentence of about the usual length.`,
      },
    ],
  }))
  return writeNewDocument({ type: 'doc', content }).update
}
