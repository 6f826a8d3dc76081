import { command, expect, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, card, column, drag, spoken, sync, toast } from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
] as const

const app = useApp()

test('[ST2] a card dragged to Refinement and on to Ready is there for everybody', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const bos = await open(server, bo, boardPath(id))
  const page = await open(server, ana, boardPath(id))
  await drag(page, card(page, STORIES[1]), column(page, 'Refinement'))
  await expect(card(column(page, 'Refinement'), STORIES[1])).toBeVisible()
  await expect(card(column(bos, 'Refinement'), STORIES[1])).toBeVisible()
  await drag(page, card(page, STORIES[1]), column(page, 'Ready for assignment'))
  await page.getByRole('button', { name: 'Mark ready anyway' }).click()
  await expect(card(column(bos, 'Ready for assignment'), STORIES[1])).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-2')).toMatchObject({ stage: 'ready' })
})

test('[ST2] an idea dropped on Ready goes back to its place, and the board says why', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  const why = 'Ideas are refined before they are ready. Move it to Refinement first.'
  await drag(page, card(page, STORIES[0]), column(page, 'Ready for assignment'), { drop: false })
  await expect(column(page, 'Ready for assignment').getByText(why)).toBeVisible()
  await page.mouse.up()
  await expect(toast(page, why)).toBeVisible()
  await expect(card(column(page, 'Idea'), STORIES[0])).toBeVisible()
  await expect(column(page, 'Idea').getByRole('listitem').first()).toContainText(STORIES[0])
  await expect(column(page, 'Ready for assignment').getByRole('article')).toHaveCount(0)
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'idea' })
})

test('[UX20] Escape in the middle of a drag puts the card back', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await drag(page, card(page, STORIES[2]), column(page, 'Refinement'), { drop: false })
  await page.keyboard.press('Escape')
  await expect(spoken(page, 'ST-3 put back, Idea')).toBeAttached()
  await page.mouse.up()
  await expect(card(column(page, 'Idea'), STORIES[2])).toBeVisible()
  await expect(column(page, 'Refinement').getByRole('article')).toHaveCount(0)
})

test('[UX6] by keyboard a card is picked up, carried over, dropped, and the focus stays on it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('j')
  await expect(card(page, STORIES[1])).toBeFocused()
  await page.keyboard.press('m')
  await expect(spoken(page, 'ST-2 picked up, 2 of 3, Idea')).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(spoken(page, 'Refinement, 1 of 1')).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(spoken(page, 'ST-2 dropped, 1 of 1, Refinement')).toBeAttached()
  await expect(card(column(page, 'Refinement'), STORIES[1])).toBeFocused()

  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(page.getByRole('list', { name: 'What is missing' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card(column(page, 'Ready for assignment'), STORIES[1])).toBeFocused()
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect(page.getByText('What does ST-2 still need?')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card(column(page, 'Ready for assignment'), STORIES[1])).toBeFocused()
})

test('[UX10] sending back and dismissing ask for the reason in place, and offer it again', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  for (const key of ['ST-1', 'ST-2']) {
    const { id: story } = (await storyOf(ana, id, key))!
    await command(ana, id, { type: 'startRefining', story })
    await command(ana, id, { type: 'markReady', story, confirmed: true })
  }
  const page = await open(server, ana, boardPath(id))
  const reason = page.getByRole('textbox', { name: 'Reason' })
  await drag(page, card(page, STORIES[0]), column(page, 'Refinement'))
  await expect(page.getByText('What does ST-1 still need?')).toBeVisible()
  await reason.fill('Which versions of R?')
  await page.keyboard.press('Escape')
  await expect(card(column(page, 'Ready for assignment'), STORIES[0])).toBeVisible()
  await page.reload()
  await drag(page, card(page, STORIES[0]), column(page, 'Refinement'))
  await expect(reason).toHaveValue('Which versions of R?')
  await page.keyboard.press('Enter')
  await expect(card(column(page, 'Refinement'), STORIES[0])).toContainText('Which versions of R?')

  await drag(page, card(page, STORIES[1]), column(page, 'Refinement'))
  await expect(page.getByText('What does ST-2 still need?')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(reason).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Alt+1')
  await expect(reason).toHaveValue('Which versions of R?')
  await page.keyboard.press('Enter')
  await expect(card(column(page, 'Refinement'), STORIES[1])).toBeVisible()

  await drag(page, card(page, STORIES[2]), page.getByRole('region', { name: "Won't do" }))
  await expect(page.getByText("Why won't ST-3 be done?")).toBeVisible()
  await reason.fill('The profile checks itself since 2019')
  await page.getByRole('button', { name: "Won't do", exact: true }).click()
  await page.getByRole('button', { name: "Show Won't do, 1 stories" }).click()
  await expect(card(column(page, "Won't do"), STORIES[2])).toContainText('since 2019')
})

test('[UX18] the address holds the peek, Back closes it, and a pasted link shows the same', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[1]).click()
  const peek = page.getByRole('complementary', { name: 'Story ST-2' })
  await expect(peek).toBeVisible()
  await expect(page).toHaveURL(/\?s=ST-2$/)
  await card(page, STORIES[1]).focus()
  await page.keyboard.press('j')
  await expect(page.getByRole('complementary', { name: 'Story ST-3' })).toBeVisible()
  await expect(page).toHaveURL(/\?s=ST-3$/)
  const bos = await open(server, bo, page.url().replace(server.url, ''))
  await expect(bos.getByRole('complementary', { name: 'Story ST-3' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page).toHaveURL(/\/refine$/)
})

test('[UX5] the palette takes what is typed at once, acts on the focused card, and gives the focus back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[1]).focus()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('start ref')
  await page.keyboard.press('Enter')
  await expect(card(column(page, 'Refinement'), STORIES[1])).toBeFocused()
  await page.keyboard.press('ControlOrMeta+K')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card(page, STORIES[1])).toBeFocused()
})

test('[UX9] undo takes back my own move and leaves what others did since', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await drag(page, card(page, STORIES[0]), column(page, 'Refinement'))
  await expect(toast(page, 'ST-1 moved to Refinement')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(column(page, 'Idea').getByRole('listitem').first()).toContainText(STORIES[0])

  await drag(page, card(page, STORIES[1]), column(page, 'Refinement'))
  // "Saved" may still be that of before the drop: what the server has tells.
  await expect.poll(() => storyOf(bo, id, 'ST-2')).toMatchObject({ stage: 'refinement' })
  const { id: story } = (await storyOf(bo, id, 'ST-2'))!
  await command(bo, id, { type: 'markReady', story, confirmed: true })
  await expect(card(column(page, 'Ready for assignment'), STORIES[1])).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(toast(page, 'ST-2 has been moved since, so it was left as it is.')).toBeVisible()
  await expect(card(column(page, 'Ready for assignment'), STORIES[1])).toBeVisible()
})
