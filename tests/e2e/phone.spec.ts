import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import {
  boardPath,
  card,
  column,
  prose,
  spoken,
  storyPath,
  sync,
  toast,
} from '#tests/support/e2eScreens.ts'
import { PHONE, touch } from '#tests/support/e2eTouch.ts'

const STORIES = [
  'Read a data package on my phone',
  'Share a preview by a link',
  'Be told when a dataset changes',
] as const

const app = useApp()

test('[UX21] on a phone the stages are tabs, "Move to…" moves, and the state of sync is there', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id), PHONE)
  const tabs = page.getByRole('navigation', { name: 'Stages' })
  await expect(tabs.getByRole('button', { name: 'Idea 3' })).toHaveAttribute('aria-current', 'true')
  await expect(sync(page)).toBeInViewport()
  await expect(sync(page)).toHaveText('Saved')
  await page.getByRole('button', { name: 'Move ST-1 to…' }).tap()
  await expect(page.getByRole('menuitem', { name: /Ready for assignment/ })).toContainText(
    'Ideas are refined before they are ready.',
  )
  await page.getByRole('menuitem', { name: 'Refinement', exact: true }).tap()
  await expect(toast(page, 'ST-1 moved to Refinement')).toBeVisible()
  await tabs.getByRole('button', { name: 'Refinement 1' }).tap()
  await expect(card(page, STORIES[0])).toBeVisible()
  await expect(card(page, STORIES[1])).toHaveCount(0)
  await noSidewaysScroll(page)
})

test('[UX21] a story fills the screen, and the bar above the keyboard writes blocks', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id), PHONE)
  await card(page, STORIES[1]).tap()
  await expect(page).toHaveURL(/\/s\/ST-2$/)
  await prose(page).tap()
  await page.keyboard.type('What is in a preview?')
  await page.keyboard.press('Enter')
  const bar = page.getByRole('toolbar', { name: 'Text' })
  await bar.getByRole('button', { name: 'Task list' }).tap()
  await page.keyboard.type('The first ten rows')
  await expect(prose(page).getByRole('checkbox')).toHaveCount(1)
  await prose(page).getByRole('checkbox').tap()
  await expect(prose(page).getByRole('checkbox')).toBeChecked()
  await expect(sync(page)).toHaveText('Saved')
  await noSidewaysScroll(page)
  await page.getByRole('link', { name: 'Refinement' }).first().tap()
  await expect(card(page, STORIES[1])).toBeVisible()
})

test('[UX21] selected words are commented on, and other words suggested for them, from the bar above the keyboard', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, storyPath(id, 'ST-1'), PHONE)
  await prose(page).tap()
  await page.keyboard.type('Every column')
  const bar = page.getByRole('toolbar', { name: 'Text' })
  await expect(bar.getByRole('button', { name: 'Comment' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await expect(bar.getByRole('button', { name: 'Suggest a change' })).toBeVisible()
  await bar.getByRole('button', { name: 'Comment' }).tap()
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Which ones?')
  await page
    .getByRole('dialog', { name: 'New comment' })
    .getByRole('button', { name: 'Comment' })
    .tap()
  await expect(prose(page).locator('[data-thread-mark]')).toHaveText('column')
  await expect(page.getByRole('dialog', { name: 'Thread beside the text' })).toContainText(
    'Which ones?',
  )
})

test('[UX21] a swipe over a card scrolls; only a long press on its handle lifts it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id), PHONE)
  await expect(card(page, STORIES[0])).toBeVisible()
  const finger = await touch(page)
  const first = (await card(page, STORIES[0]).boundingBox())!
  const last = (await card(page, STORIES[2]).boundingBox())!
  const handle = (await card(page, STORIES[0]).locator('[data-handle]').boundingBox())!
  const lifted = page.locator('article[inert]')

  await finger.down(first.x + first.width / 2, first.y + first.height / 2)
  await finger.move(first.x + first.width / 2, first.y + first.height / 2 + 60)
  await expect(lifted).toHaveCount(0)
  await finger.up()
  await expect(page).toHaveURL(/\/refine$/)

  await finger.down(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await expect(lifted).toHaveCount(1)
  await finger.move(handle.x + handle.width / 2, last.y + last.height - 4)
  await finger.move(handle.x + handle.width / 2, last.y + last.height - 2)
  await finger.up()
  await expect(spoken(page, 'ST-1 dropped, 3 of 3, Idea')).toBeAttached()
  await expect(column(page, 'Idea').getByRole('listitem').last()).toContainText(STORIES[0])
  await expect(sync(page)).toHaveText('Saved')
})

async function noSidewaysScroll(page: Page): Promise<void> {
  const [scrollWidth, clientWidth] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth] as const
  })
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
}
