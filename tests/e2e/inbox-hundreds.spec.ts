import { command, expect, inEachTheme, test, useApp } from '#tests/support/e2e.ts'

const TITLE =
  'As a data publisher I want to validate every resource of a package against its schema before I publish it'
const SIZES = {
  1280: { viewport: { width: 1280, height: 800 } },
  390: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const

const app = useApp()

test('axe finds nothing in an inbox of hundreds, 1280 and 390 wide, light and dark', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const { server, team } = app()
  const { id, ana, bo } = await team()
  for (let index = 0; index < 210; index += 1) {
    const story = `story-${index}`
    await command(ana, id, { type: 'captureStory', story, title: `${TITLE}, part ${index + 1}` })
    const said = { thread: `t-${index}`, comment: `c-${index}`, text: 'Is this one ready?' }
    await command(bo, id, { type: 'startThread', story, anchor: null, ...said })
  }
  for (const [width, device] of Object.entries(SIZES)) {
    const page = await open(server, ana, `/w/${id}/inbox`, { ...device, reducedMotion: 'reduce' })
    const news = page.getByRole('list', { name: 'What is new' }).locator('> li')
    await expect(news.first()).toContainText('Bo Lindqvist')
    await inEachTheme(page, `an inbox of hundreds, ${width}`)
  }
})
