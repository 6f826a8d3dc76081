import { expect, test, useApp } from '#tests/support/e2e.ts'
import {
  beginCapture,
  boardPath,
  composer,
  prose,
  storyPath,
  sync,
  words,
} from '#tests/support/e2eScreens.ts'
import { inputMethod } from '#tests/support/inputMethod.ts'

const app = useApp()

test('[UX7] while one composes, another types in the same line: nothing is lost or doubled', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Compose'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(anas).click()
  await anas.keyboard.type('one two')
  await expect(prose(bos)).toContainText('one two')
  const method = await inputMethod(anas)
  for (const [composed, typed] of [
    ['に', 'a'],
    ['にほ', 'b'],
    ['にほん', 'c'],
  ] as const) {
    await method.compose(composed)
    await prose(bos).click()
    await bos.keyboard.press('Home')
    await bos.keyboard.type(typed)
    await expect(prose(anas)).toContainText(typed)
  }
  await method.commit('日本')
  await expect.poll(() => words(anas)).toBe('cbaone two日本')
  await expect.poll(() => words(bos)).toBe('cbaone two日本')
  await anas.keyboard.type('!')
  await expect.poll(() => words(bos)).toBe('cbaone two日本!')
  await expect(sync(anas)).toHaveText(/Saved/)
})

test('[UX7] a menu at the caret leaves the keys to the input method', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Compose'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('@')
  await expect(page.getByRole('listbox', { name: 'Mentions' })).toBeVisible()
  const method = await inputMethod(page)
  await method.compose('あ')
  await method.commit('亜')
  await page.keyboard.type(' x')
  await expect.poll(() => words(page)).toBe('@亜 x')
})

test('[UX7] a title that is composed keeps what is composed while it is renamed elsewhere', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Title'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const title = anas.getByRole('textbox', { name: 'Title of ST-1' })
  await title.click()
  await anas.keyboard.press('End')
  const method = await inputMethod(anas)
  await method.compose(' に')
  const bosTitle = bos.getByRole('textbox', { name: 'Title of ST-1' })
  await bosTitle.fill('Renamed')
  await bosTitle.press('Enter')
  await expect(bosTitle).toHaveValue('Renamed')
  await method.compose(' にほ')
  await method.commit(' 日本')
  await expect(title).toHaveValue('Title 日本')
  await title.press('Enter')
  await expect(bosTitle).toHaveValue('Title 日本')
})

test('[UX7] an idea that is composed is captured once, when Enter is the person’s own', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const page = await open(server, ana, boardPath(id))
  const other = await open(server, bo, boardPath(id))
  await beginCapture(page)
  const method = await inputMethod(page)
  await method.compose('に')
  await beginCapture(other)
  await other.keyboard.type('From Bo')
  await other.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'From Bo' })).toBeVisible()
  await expect(composer(page)).toHaveValue('に')
  await method.commit('日本')
  await expect(composer(page)).toHaveValue('日本')
  await page.keyboard.press('Enter')
  await expect(other.getByRole('article', { name: '日本' })).toHaveCount(1)
})
