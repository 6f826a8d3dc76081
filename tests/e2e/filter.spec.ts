import { command, expect, test, useApp } from '#tests/support/e2e.ts'
import { bring, idOf, makeTheme } from '#tests/support/e2eFlow.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  drag,
  sync,
  toast,
} from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
  'Embed a preview on my site',
] as const

const app = useApp()

test('[UX18] F filters by what is typed; the address, the chips and the counts say so; Back and Clear take it away', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const theme = await makeTheme(ana, id, 'Trust')
  await command(ana, id, { type: 'setTheme', story: await idOf(ana, id, 'ST-2'), theme })
  await command(ana, id, {
    type: 'setLabels',
    story: await idOf(ana, id, 'ST-3'),
    labels: ['import'],
  })
  const page = await open(server, ana, boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('combobox', { name: /^Filter by/ })).toBeFocused()
  await page.keyboard.type('trust')
  await page.keyboard.press('Enter')
  await expect(column(page, 'Idea').getByLabel('1 of 4 stories')).toBeVisible()
  await expect(card(page, STORIES[1])).toBeVisible()
  await expect(card(page, STORIES[0])).toHaveCount(0)
  await page.keyboard.press('Escape')
  const chips = page.getByRole('list', { name: 'Filter' })
  await expect(chips).toContainText('Trust')
  await expect(page).toHaveURL(new RegExp(`theme=${theme}`))

  // A pasted link shows the same screen to somebody else.
  const bos = await open(server, bo, page.url().replace(server.url, ''))
  await expect(card(bos, STORIES[1])).toBeVisible()
  await expect(card(bos, STORIES[0])).toHaveCount(0)

  // The peek and a story's own page leave it as it is.
  await card(page, STORIES[1]).click()
  await expect(page).toHaveURL(new RegExp(`theme=${theme}&s=ST-2`))
  await card(page, STORIES[1]).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Refinement' }).nth(1).click()
  await expect(column(page, 'Idea').getByLabel('1 of 4 stories')).toBeVisible()

  await chips.getByRole('button', { name: /^Theme: Trust/ }).click()
  await expect(column(page, 'Idea').getByLabel('4 stories')).toBeVisible()
  await page.goBack()
  await expect(column(page, 'Idea').getByLabel('1 of 4 stories')).toBeVisible()
  await page.keyboard.press('Shift+F')
  await expect(column(page, 'Idea').getByLabel('4 stories')).toBeVisible()
})

test('[UX18] what is captured behind a filter is said to be hidden; an empty column says why', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, `${boardPath(id)}?blocked=yes`)
  await expect(column(page, 'Idea')).toContainText('No story here passes the filter.')
  await beginCapture(page)
  await page.keyboard.type('Read it on a train')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Idea captured. The filter hides what is new.')).toBeVisible()
})

test('[UX18] grouped by theme, a card dropped into another group gets its theme, and undo takes both back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const theme = await makeTheme(ana, id, 'Trust')
  await command(ana, id, { type: 'setTheme', story: await idOf(ana, id, 'ST-3'), theme })
  await bring(ana, id, 'refinement', 'ST-4')
  const page = await open(server, ana, boardPath(id))
  await page.getByRole('button', { name: 'Group by theme' }).click()
  await expect(page).toHaveURL(/group=theme/)
  const idea = column(page, 'Idea')
  await expect(idea.getByRole('listitem')).toHaveText([
    /Trust\s*1/,
    /ST-3/,
    /No theme\s*2/,
    /ST-1/,
    /ST-2/,
  ])
  await drag(page, card(page, STORIES[1]), card(page, STORIES[2]))
  await expect(idea.getByRole('listitem')).toHaveText([
    /Trust\s*2/,
    /ST-/,
    /ST-/,
    /No theme\s*1/,
    /ST-1/,
  ])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(idea.getByRole('listitem').first()).toHaveText(/Trust\s*1/)
  await expect(sync(page)).toHaveText('Saved')
})
