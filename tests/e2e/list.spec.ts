import { command, expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { manyIdeas, titleOf } from '#tests/support/e2eDragging.ts'
import { bring, idOf, makeTheme } from '#tests/support/e2eFlow.ts'
import {
  boardPath,
  card,
  column,
  composer,
  drag,
  spoken,
  sync,
  toast,
} from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile, however many resources the package has and wherever they are',
  'Embed a preview on my site',
  'Publish to the registry from the shell',
] as const

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const

const app = useApp()

const listPath = (workspace: string, look = '') => `${boardPath(workspace)}?view=list${look}`
const grid = (page: Page) => page.getByRole('grid', { name: 'Stories of the refinement area' })
const row = (page: Page, title: string) => grid(page).getByRole('row').filter({ hasText: title })
const titles = (page: Page) => grid(page).getByRole('rowheader')
const heading = (page: Page, name: string) => grid(page).getByRole('columnheader', { name })
const group = (page: Page, name: RegExp) =>
  grid(page).getByRole('heading', { level: 2 }).getByRole('button', { name })

/** A workspace with two stories in Refinement, one against which was decided, votes and a theme. */
async function someStories() {
  const made = await app().team(STORIES)
  const { id, ana, bo } = made
  await bring(ana, id, 'refinement', 'ST-4', 'ST-5')
  const dismissed = await idOf(ana, id, 'ST-3')
  await command(ana, id, { type: 'dismissStory', story: dismissed, reason: 'Out of scope' })
  await command(ana, id, { type: 'upvoteStory', story: await idOf(ana, id, 'ST-2') })
  await command(ana, id, { type: 'upvoteStory', story: await idOf(ana, id, 'ST-5') })
  await command(bo, id, { type: 'upvoteStory', story: await idOf(bo, id, 'ST-5') })
  const theme = await makeTheme(ana, id, 'Trust')
  await command(ana, id, { type: 'setTheme', story: await idOf(ana, id, 'ST-1'), theme })
  return made
}

test('[UX18] Shift+V turns the board into a list and back; the address says so, and one comes back to it', async ({
  open,
}) => {
  const { id, ana } = await someStories()
  const page = await open(app().server, ana, boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await page.keyboard.press('Shift+V')
  await expect(page).toHaveURL(/view=list$/)
  await expect(group(page, /^Idea 2 stories/)).toHaveAttribute('aria-expanded', 'true')
  await expect(group(page, /^Won't do 1 story/)).toHaveAttribute('aria-expanded', 'false')
  await expect(titles(page)).toHaveText([STORIES[0], STORIES[1], STORIES[3], STORIES[4]])

  // By its bare address, too, and from elsewhere in the product.
  await page.goto(new URL(boardPath(id), page.url()).href)
  await expect(grid(page)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/themes$/)
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(grid(page)).toBeVisible()
  await page.getByRole('radio', { name: 'Board' }).click()
  await expect(column(page, 'Idea')).toBeVisible()
  await page.reload()
  await expect(column(page, 'Idea')).toBeVisible()
})

test('[UX6] the keys of the board do the same in the list: walk, peek, select, move, fold, rename', async ({
  open,
}) => {
  const { id, ana } = await someStories()
  const page = await open(app().server, ana, listPath(id))
  await row(page, STORIES[0]).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(row(page, STORIES[3])).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/view=list&s=ST-2/)
  await expect(page.getByRole('complementary', { name: 'Story ST-2' })).toBeVisible()
  await page.keyboard.press('Escape')

  // Selecting, and one thing done with all that is selected.
  await row(page, STORIES[0]).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(row(page, STORIES[1])).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Shift+M')
  await page.keyboard.type('refine')
  await page.keyboard.press('Enter')
  await expect(toast(page, '2 stories moved to Refinement')).toBeVisible()
  await expect(group(page, /^Refinement 4 stories/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(group(page, /^Idea 2 stories/)).toBeVisible()

  // Move mode goes from stage to stage, because they stand one below the other.
  await row(page, STORIES[1]).focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await expect(spoken(page, 'Refinement, 1 of 3')).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(titles(page)).toHaveText([STORIES[0], STORIES[1], STORIES[3], STORIES[4]])
  await expect(group(page, /^Refinement 3 stories/)).toBeVisible()

  await page.keyboard.press('ArrowLeft')
  await expect(group(page, /^Refinement 3 stories/)).toHaveAttribute('aria-expanded', 'false')
  await expect(row(page, STORIES[0])).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(titles(page)).toHaveCount(5)

  await page.keyboard.press('c')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type('Something new')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Something new')).toBeVisible()
  await page.keyboard.press('Escape')

  await row(page, STORIES[0]).focus()
  await page.keyboard.press('e')
  await page.getByLabel('Title of ST-1').fill('Get a Data Package into Julia')
  await page.keyboard.press('Enter')
  await expect(titles(page).first()).toHaveText('Get a Data Package into Julia')
  await expect(sync(page)).toHaveText('Saved')
})

test('[UX18] headings sort, by press and by key; the menu groups, chooses columns and lowers the rows; Back takes it back', async ({
  open,
}) => {
  const { id, ana, bo } = await someStories()
  const page = await open(app().server, ana, listPath(id, '&group=none'))
  await expect(titles(page)).toHaveText([
    STORIES[0],
    STORIES[1],
    STORIES[3],
    STORIES[4],
    STORIES[2],
  ])
  await heading(page, 'Votes').getByRole('button').click()
  await expect(heading(page, 'Votes')).toHaveAttribute('aria-sort', 'descending')
  await expect(titles(page).first()).toHaveText(STORIES[4])
  await heading(page, 'Title').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Title')).toHaveAttribute('aria-sort', 'ascending')
  await expect(heading(page, 'Votes')).not.toHaveAttribute('aria-sort')
  await expect(titles(page)).toHaveText([
    STORIES[1],
    STORIES[3],
    STORIES[0],
    STORIES[2],
    STORIES[4],
  ])
  await page.goBack()
  await expect(heading(page, 'Votes')).toHaveAttribute('aria-sort', 'descending')

  // A sorted list has no places: M asks for the stage.
  await row(page, STORIES[4]).focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('menuitem', { name: /Ready for assignment/ })).toBeVisible()
  await page.keyboard.press('Escape')

  const display = page.getByRole('button', { name: 'Display' })
  await display.click()
  await page.getByRole('menuitemradio', { name: 'Theme', exact: true }).first().click()
  await expect(group(page, /^Trust 1 story/)).toBeVisible()
  await expect(group(page, /^No theme 4 stories/)).toBeVisible()
  await display.click()
  await page.getByRole('menuitemcheckbox', { name: 'Captured by' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Labels' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Compact' }).click()
  await page.keyboard.press('Escape')
  await expect(heading(page, 'Labels')).toHaveCount(0)
  await expect(page).toHaveURL(/group=theme&sort=-votes&columns=.*by.*&rows=compact/)

  // A pasted link shows the same screen to somebody else.
  const bos = await open(app().server, bo, page.url().replace(app().server.url, ''))
  await expect(group(bos, /^Trust 1 story/)).toBeVisible()
  await expect(heading(bos, 'Votes')).toHaveAttribute('aria-sort', 'descending')
})

test('[UX20] rows are dragged to another place and stage; what a stage does not take, its heading says meanwhile', async ({
  open,
}) => {
  const { id, ana } = await someStories()
  const page = await open(app().server, ana, listPath(id))
  await expect(titles(page)).toHaveCount(4)
  await drag(page, row(page, STORIES[0]), row(page, STORIES[3]), { drop: false })
  await expect(group(page, /^Ready for assignment/)).toContainText('refined before they are ready')
  // It is carried as the row it is: its cells side by side.
  const lifted = page.locator('[role=row][inert]')
  const below = await lifted.evaluate((one) => one.scrollHeight - one.clientHeight)
  expect(below).toBeLessThanOrEqual(1)
  await page.mouse.up()
  await expect(toast(page, 'ST-1 moved to Refinement')).toBeVisible()
  await expect(group(page, /^Refinement 3 stories/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(titles(page)).toHaveText([STORIES[0], STORIES[1], STORIES[3], STORIES[4]])
  // The lower half of a heading is the top of its stage.
  const refinement = group(page, /^Refinement 2 stories/)
  await drag(page, row(page, STORIES[4]), refinement, { drop: false })
  const box = (await refinement.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4)
  await page.mouse.up()
  await expect(refinement).toBeVisible()
  await expect(titles(page)).toHaveText([STORIES[0], STORIES[1], STORIES[4], STORIES[3]])

  // Sorted, the lines have no places.
  await heading(page, 'Title').getByRole('button').click()
  await expect(heading(page, 'Title')).toHaveAttribute('aria-sort', 'ascending')
  await expect(titles(page)).toHaveText([STORIES[1], STORIES[0], STORIES[3], STORIES[4]])
  await drag(page, row(page, STORIES[1]), row(page, STORIES[0]))
  await expect(titles(page)).toHaveText([STORIES[1], STORIES[0], STORIES[3], STORIES[4]])
  await expect(sync(page)).toHaveText('Saved')
})

test('axe finds nothing in the list, light and dark, with its menu and a selection, at 1280 and 390', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const { id, ana } = await someStories()
  const page = await open(app().server, ana, listPath(id))
  await expect(titles(page)).toHaveCount(4)
  await inEachTheme(page, 'list')
  await page.getByRole('button', { name: 'Display' }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Compact' })).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await inEachTheme(page, 'display menu')
  await page.keyboard.press('Escape')
  await row(page, STORIES[0]).focus()
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Selected stories' })).toBeVisible()
  await inEachTheme(page, 'selected rows')

  const phone = await open(app().server, ana, listPath(id), PHONE)
  await expect(titles(phone)).toHaveCount(4)
  await inEachTheme(phone, 'list on a phone')
  const widths = await phone.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!)
  await phone.getByRole('button', { name: 'Move ST-1 to…' }).tap()
  await phone.getByRole('menuitem', { name: 'Refinement', exact: true }).tap()
  await expect(group(phone, /^Refinement 3 stories/)).toBeVisible()
})

test('[UX3] a list of thousands mounts only what is near the screen, and its end is a key away', async ({
  open,
}) => {
  const { server, id, ana } = await manyIdeas(app(), 1_500)
  const page = await open(server, ana, listPath(id, '&group=none'))
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1501')
  await row(page, titleOf(0)).focus()
  await page.keyboard.press('End')
  await expect(row(page, titleOf(1_499))).toBeFocused()
  await expect(row(page, titleOf(1_499))).toHaveAttribute('aria-rowindex', '1501')
  expect(await grid(page).locator('[data-card]').count()).toBeLessThan(100)
})
