/**
 * The third part of `npm run bench`, after a build: what a board of 100, 1,000 and 10,000 stories takes in a real browser, with
 * the ratio to the smallest, and the JavaScript of every route. By itself: `--sizes 100,1000,10000`, `--rounds N`, `--titles FILE` (one title on a line; without it
 * those of the sample stories).
 */
import { chromium } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '#tests/support/chromium.ts'
import { boardOf, readTitles } from './boards/place.ts'
import { measureRoutes, type RouteBytes } from './boards/routes.ts'
import { type BoardResult, measureBoard } from './boards/using.ts'
import { median } from './measure.ts'
import { options } from './options.ts'

const COLUMNS = [
  'cold',
  'warm',
  'offline',
  'focus',
  'move',
  'drag',
  'filter',
  'search',
  'nodes',
  'cards',
  'heap',
] as const satisfies readonly (keyof BoardResult)[]

const titles = readTitles(options.titles)
const results = new Map<number, BoardResult[]>()
let routes: readonly RouteBytes[] = []
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] })
try {
  for (const size of options.sizes) {
    const place = await boardOf(size, titles)
    try {
      const rounds: BoardResult[] = []
      for (let round = 1; round <= options.rounds; round += 1) {
        rounds.push(await measureBoard(browser, place))
        process.stderr.write(`round ${round} of ${options.rounds}, ${size} stories on a board\n`)
      }
      results.set(size, rounds)
      if (routes.length === 0) routes = await measureRoutes(browser, place)
    } finally {
      await place.stop()
    }
  }
} finally {
  await browser.close()
}

console.log(
  '\nA board in a browser: ms to a card and ms to the next frame (p75), elements, cards, MB',
)
console.log(`| stories | ${COLUMNS.join(' | ')} |`)
console.log(`| --- |${' --- |'.repeat(COLUMNS.length)}`)
const [base] = results.values()
for (const [size, rounds] of results) {
  const cells = COLUMNS.map((column) => {
    const of = (all: readonly BoardResult[]) => median(all.map((one) => one[column]))
    return `${of(rounds).toFixed(0)} (${(of(rounds) / of(base!)).toFixed(2)})`
  })
  console.log(`| ${[size.toLocaleString('en'), ...cells].join(' | ')} |`)
}
const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(0)
console.log(
  '\nJavaScript of each route, kB with gzip: before its first picture, and once it has come to rest',
)
console.log('| route | first | all |')
console.log('| --- | --- | --- |')
for (const { route, first, all } of routes)
  console.log(`| ${[route, kilobytes(first), kilobytes(all)].join(' | ')} |`)
