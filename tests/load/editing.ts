/**
 * The second part of `npm run bench`, after a build: what a person at a real browser waits for. Typing into a story of many paragraphs among
 * peers who type, beside a plain page (TipTap with the same schema, its collaboration extension, Hocuspocus's provider and
 * server) in the same run; and opening a story with a long past, the server and the browser both cold. By itself it takes the
 * same options as the whole (run.ts).
 */
import { chromium } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '#tests/support/chromium.ts'
import { type Page, plainPage, sluicePage } from './editing/pages.ts'
import { measureTyping, type TypingResult } from './editing/typing.ts'
import { measureOpening } from './editing/opening.ts'
import { median } from './measure.ts'
import { options } from './options.ts'

const { rounds, seconds, paragraphs, peers, edits } = options

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [...chromiumArgs],
})
try {
  const pages: readonly Page[] = [await plainPage(), await sluicePage()]
  const typing = new Map<string, TypingResult[]>(pages.map(({ name }) => [name, []]))
  try {
    for (let round = 1; round <= rounds; round += 1) {
      // Another order each round, so that none is always first after the pause.
      for (const page of round % 2 === 0 ? pages.toReversed() : pages) {
        const result = await measureTyping(browser, page, { paragraphs, peers, seconds })
        typing.get(page.name)!.push(result)
        process.stderr.write(
          `round ${round} of ${rounds}, ${page.name}: ${JSON.stringify(result)}\n`,
        )
      }
    }
  } finally {
    await Promise.all(pages.map((page) => page.stop()))
  }
  printTyping(typing)
  const opening = await measureOpening(browser, edits, rounds)
  const of = (pick: (one: (typeof opening)[number]) => number) =>
    median(opening.map(pick)).toFixed(0)
  console.log(`\nOpening a story with ${edits.toLocaleString('en')} edits, server and browser cold`)
  console.log('| server to the first content, ms | browser to text that can be edited, ms |')
  console.log('| --- | --- |')
  console.log(`| ${of(({ server }) => server)} | ${of(({ editable }) => editable)} |`)
} finally {
  await browser.close()
}

function printTyping(results: ReadonlyMap<string, readonly TypingResult[]>): void {
  console.log(
    `\nA key to its picture, ${paragraphs.toLocaleString('en')} paragraphs, ${peers} peers who type; medians of ${rounds} rounds`,
  )
  console.log('| page | open, ms | p50 ms | p95 ms | p99 ms | keys |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const [name, all] of results) {
    const cells = (['opened', 'p50', 'p95', 'p99', 'keys'] as const).map((column) =>
      median(all.map((one) => one[column])).toFixed(column === 'keys' ? 0 : 1),
    )
    console.log(`| ${[name, ...cells].join(' | ')} |`)
  }
}
