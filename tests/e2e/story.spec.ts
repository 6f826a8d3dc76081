import { expect, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { storyPath, sync, toast } from '#tests/support/e2eScreens.ts'

const STORY = 'Show the lines of a dataset on a map'

const app = useApp()

test('[ST2] the page of a story moves it, and says of each stage why it cannot go there', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const stages = page.getByRole('list', { name: 'Stage' })
  // It says that it is not possible, and can be asked why.
  await stages.getByRole('button', { name: 'Ready for assignment' }).focus()
  await page.keyboard.press('Enter')
  await expect(stages).toContainText('Ideas are refined before they are ready.')
  await page.getByRole('button', { name: 'Start refining' }).click()
  await page.getByRole('button', { name: 'Mark ready' }).click()
  await page.getByRole('button', { name: 'Mark ready anyway' }).click()
  await expect(stages.getByRole('button', { name: /Ready for assignment/ })).toHaveAttribute(
    'aria-current',
    'step',
  )
  await toast(page, 'ST-1 moved to Ready').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Mark ready', exact: true })).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'refinement' })
})

test('[UX11] a reason typed on the page of a story survives Escape and a reload', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const wontDo = page.getByRole('list', { name: 'Stage' }).getByRole('button', { name: "Won't do" })
  const why = page.getByRole('textbox', { name: 'Reason' })
  await wontDo.first().click()
  await expect(why).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(why).toHaveAttribute('aria-invalid', 'true')
  await why.fill('Maps belong to the viewer, not to the package')
  await page.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  await page.reload()
  await wontDo.first().click()
  await expect(why).toHaveValue('Maps belong to the viewer, not to the package')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Maps belong to the viewer, not to the package')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reopen as an idea' })).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'wont-do' })
})
