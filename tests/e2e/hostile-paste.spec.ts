import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import { asMarkdown, clear, pasteFrom } from '#tests/support/e2ePasting.ts'

const app = useApp()

/** A paste that is refused, or cut, gives the page back within this, in ms; one that is taken within MOST_TAKEN. */
const MOST_REFUSED = 500
const MOST_TAKEN = 5_000

const notice = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text })

async function begin(open: Parameters<Parameters<typeof test>[2]>[0]['open']) {
  const { server, team } = app()
  const { id, ana } = await team(['Hostile'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toBeVisible()
  return page
}

test('what would run in a page never does, and never reaches the text', async ({ open }) => {
  const page = await begin(open)
  await page.exposeFunction('pwned', () => {
    throw new Error('it ran')
  })
  await page.evaluate(() => Object.assign(window, { ran: 0 }))
  await pasteFrom(page, {
    html: `<p onclick="window.ran++">words<script>window.ran++</script><img src=x onerror="window.ran++">
      <svg onload="window.ran++"><a xlink:href="javascript:window.ran++">s</a></svg>
      <iframe srcdoc="<script>parent.ran++</script>"></iframe><object data="javascript:1"></object>
      <a href="javascript:window.ran++">one</a> <a href="JaVa&#10;script:window.ran++">two</a>
      <a href="data:text/html,<script>1</script>">three</a> <a href="https://example.com">four</a></p>
      <a data-block="linkCard" href="javascript:window.ran++">card</a>
      <span data-mention data-kind="story" data-id="x" data-label="Secret">leak</span>
      <style>body{display:none}</style><form action="javascript:1"><button>b</button></form>
      <details ontoggle="window.ran++" open><summary>sum</summary>in</details>
      <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran++&gt;"></table></math>`,
    text: 'words',
  })
  await expect(prose(page)).toContainText('words')
  const links = await prose(page)
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links).toEqual(['https://example.com'])
  await expect(prose(page).locator('script, iframe, object, svg, form, style, math')).toHaveCount(0)
  expect(await prose(page).evaluate((text) => /\son\w+=/.test(text.innerHTML))).toBe(false)
  await expect(prose(page)).not.toContainText('Secret')
  for (const link of await prose(page).locator('a, .story-card').all()) await link.click()
  expect(await page.evaluate(() => (window as unknown as { ran: number }).ran)).toBe(0)
  await expect(sync(page)).toHaveText(/Saved/)
})

test('5 MB of nested lists are refused at once, with their size, and their words on offer', async ({
  open,
}) => {
  const page = await begin(open)
  const depth = 40_000
  const html = `${'<ul><li>x'.repeat(depth)}${'</li></ul>'.repeat(depth)}`.padEnd(
    5_000_000,
    '<p>y</p>',
  )
  const stood = await pasteFrom(page, { html, text: 'x\n'.repeat(400_000) })
  console.log(`5 MB of nested lists: the page stood still for ${Math.round(stood)} ms`)
  expect(stood).toBeLessThan(MOST_REFUSED)
  await expect(notice(page, /Nothing was pasted.*5 MB.*still on your clipboard/)).toBeVisible()
  await page.getByRole('button', { name: 'Paste the words only' }).click()
  await expect(notice(page, /The first 7,999 of 800,000 characters/)).toBeVisible({
    timeout: 30_000,
  })
  await clear(page)
  await page.keyboard.type('still here')
  await expect(prose(page)).toContainText('still here')
})

test('lists as deep as a browser takes are laid flat, with all their words', async ({ open }) => {
  const page = await begin(open)
  const depth = 200
  const html = `${Array.from({ length: depth }, (_, at) => `<ul><li>w${at}`).join('')}${'</li></ul>'.repeat(depth)}`
  const stood = await pasteFrom(page, { html, text: 'x' })
  console.log(`${depth} nested lists: the page stood still for ${Math.round(stood)} ms`)
  expect(stood).toBeLessThan(MOST_TAKEN)
  const markdown = await asMarkdown(page)
  for (const at of [0, 50, depth - 1]) expect(markdown).toContain(`- w${at}`)
  expect(Math.max(...markdown.split('\n').map((line) => line.search(/\S/)))).toBeLessThan(60)
})

test('a table of 10,000 cells is cut, and says where', async ({ open }) => {
  const page = await begin(open)
  const row = `<tr>${'<td>c</td>'.repeat(10)}</tr>`
  const stood = await pasteFrom(page, { html: `<table>${row.repeat(1_000)}</table>`, text: 'c' })
  console.log(`10,000 cells: the page stood still for ${Math.round(stood)} ms`)
  expect(stood).toBeLessThan(MOST_TAKEN)
  await expect(notice(page, /first 200 rows are here, 10,000 cells would not fit/)).toBeVisible()
  await expect(prose(page).locator('tr')).toHaveCount(200)
  await expect(sync(page)).toHaveText(/Saved/, { timeout: 20_000 })
})

test('right-to-left and combining letters stay as they are, in their own direction', async ({
  open,
}) => {
  const page = await begin(open)
  const hebrew = 'שלום עולם'
  const zalgo = `e${'\u0301'.repeat(200)}nd`
  const tricky = '\u202Eabc\u202C \u200Fx\u200E'
  await pasteFrom(page, { html: `<p>${hebrew}</p><p>${zalgo}</p><p>${tricky}</p>`, text: 'x' })
  const lines = prose(page).locator('p')
  await expect(lines.nth(0)).toHaveText(hebrew)
  expect(await lines.nth(1).textContent()).toBe(zalgo)
  expect(await lines.nth(2).textContent()).toBe(tricky)
  expect(await lines.nth(0).evaluate((line) => getComputedStyle(line).unicodeBidi)).toBe(
    'plaintext',
  )
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('!')
  await expect(lines.nth(2)).toHaveText(`${tricky}!`)
})
