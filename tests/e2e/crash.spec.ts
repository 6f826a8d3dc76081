import { anotherDevice, expect, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import {
  boardPath,
  card,
  column,
  prose,
  storyPath,
  sync,
  words,
} from '#tests/support/e2eScreens.ts'
import { reload } from '#tests/support/e2eLeaving.ts'

const STORY = 'Understand in which ways my data is invalid'

const app = useApp()
test.use(KEPT)

test('[I5] a reload in the middle of typing keeps every character', async ({ open }) => {
  const { server, team } = app()
  const { id, bo } = await team([STORY])
  const page = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('The report names the row')
  await reload(page)
  await expect.poll(() => words(page)).toBe('The report names the row')
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await prose(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' and the column')
  await reload(page)
  await expect.poll(() => words(page)).toBe('The report names the row and the column')
  await expect(sync(page)).toHaveText('Offline · 1 change on this device')
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
})

test('[I1] what was called saved is there after kill -9, seen from another device', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, bo } = await team([STORY])
  const laptop = await open(server, bo, storyPath(id, 'ST-1'))
  const elsewhere = await anotherDevice(server, bo)
  await prose(laptop).click()
  await laptop.keyboard.type('Each error links to the rule it breaks.')
  await expect(sync(laptop)).toHaveText('Saved')
  // From now on the laptop cannot help: only what the server has counts.
  await goOffline(laptop)
  await server.kill()
  await server.startAgain()
  const other = await open(server, elsewhere, storyPath(id, 'ST-1'))
  await expect.poll(() => words(other)).toBe('Each error links to the rule it breaks.')
})

test('[I5] kill -9 of the server while two people type and move: nothing is lost, and the state says so', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY, 'Publish a report of a validation'])
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const anas = await open(server, ana, boardPath(id))
  await expect(card(anas, STORY)).toBeVisible()
  await prose(bos).click()
  await bos.keyboard.type('A report is a table of errors.')
  await expect(sync(bos)).toHaveText('Saved')
  const typing = bos.keyboard.type(' It can be sorted by row, by column and by rule.', {
    delay: 20,
  })
  await server.kill()
  await typing
  await expect(sync(bos)).toHaveText('Offline · 1 change on this device')
  await expect(sync(anas)).toHaveText('Offline')
  await card(anas, 'Publish a report').focus()
  await anas.keyboard.press('Alt+Shift+ArrowRight')
  await expect(sync(anas)).toHaveText('Offline · 1 change on this device')
  await bos.keyboard.type(' Errors have links.')

  await server.startAgain()
  await expect(sync(bos)).toHaveText('Saved', { timeout: 30_000 })
  await expect(sync(anas)).toHaveText('Saved', { timeout: 30_000 })
  await expect(card(column(anas, 'Refinement'), 'Publish a report')).toBeVisible()
  expect(await storyOf(ana, id, 'ST-2')).toMatchObject({ stage: 'refinement' })
  await card(anas, STORY).click()
  await expect
    .poll(() => words(anas))
    .toBe(
      'A report is a table of errors. It can be sorted by row, by column and by rule. Errors have links.',
    )
})

test('[UX12] while the server does not answer, the state counts what waits, and "Saved" waits for it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, bo } = await team([STORY])
  const page = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('Rules have names.')
  await expect(sync(page)).toHaveText('Saved')
  server.standStill()
  try {
    await page.keyboard.type(' Names have links.')
    await expect(sync(page)).toHaveText('1 change on this device')
    await page.getByRole('button', { name: 'Start refining' }).click()
    await expect(sync(page)).toHaveText('2 changes on this device')
    await sync(page).click()
    await expect(page.getByText('on the way to the server')).toBeVisible()
  } finally {
    server.goOn()
  }
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(bo, id, 'ST-1')).toMatchObject({ stage: 'refinement' })
})
