import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { boardPath } from '#tests/support/e2eScreens.ts'
import { PARTS, prepareTour, tourOf } from '#tests/support/e2eTour.ts'

const STORIES = [
  'As a researcher, I want to export my data package to SPSS, so that I can analyse it where my colleagues do',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung in a spreadsheet',
  'Add type information to a column',
] as const

const app = useApp()

const SIZES = [
  { name: '320 pixels, as 1280 do at four times the size', width: 320, text: 16, wide: false },
  { name: 'text of twice the size', width: 1280, text: 32, wide: true },
] as const

for (const part of PARTS)
  for (const { name, width, text, wide } of SIZES) {
    test(`${part} fits ${name}: no screen scrolls sideways, and nothing that can be pressed is cut off`, async ({
      open,
    }) => {
      const { server, team } = app()
      const { id, ana } = await team(STORIES)
      await prepareTour(ana, id)
      const page = await open(server, ana, '/manifest.webmanifest', {
        viewport: { width, height: 640 },
        reducedMotion: 'reduce',
      })
      // As the browser's own setting does.
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } })
      await page.goto(new URL(boardPath(id), server.url).href)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
        `${text}px`,
      )
      for (const stop of tourOf(id, { wide })[part]) {
        await stop.go(page)
        expect.soft(await cutOff(page), stop.name).toEqual([])
      }
    })
  }

/** Gives what is wider than the page, and what can be pressed beyond its edge and cannot be scrolled to. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []
    const canScroll = (element: Element | null): boolean =>
      element !== null &&
      ((['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1) ||
        canScroll(element.parentElement))
    // Bars, tabs, tables and code scroll in themselves; what is read from top to bottom does not.
    for (const element of document.querySelectorAll(
      'main, [role="dialog"], [data-list], ul, ol, form, section',
    )) {
      if (
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1
      )
        found.push(
          `${element.tagName} ${element.getAttribute('aria-label') ?? element.className} scrolls sideways`,
        )
    }
    for (const element of document.querySelectorAll(
      'button, a[href], input, textarea, [role="textbox"]',
    )) {
      const { left, right, width, height } = element.getBoundingClientRect()
      const isSeen =
        width > 1 &&
        height > 1 &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      if (!isSeen || (left >= -1 && right <= clientWidth + 1) || canScroll(element)) continue
      // What only assistive technology finds is nowhere on the screen.
      if (element.closest('.sr-only')) continue
      found.push(
        `${element.getAttribute('aria-label') ?? element.textContent}: ${left} to ${right}`,
      )
    }
    return found
  })
}
