import type { Locator } from '@playwright/test'
import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import { inputMethod } from '#tests/support/inputMethod.ts'

const STORY = 'Export the backlog to CSV'

const app = useApp()

const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const beside = (page: Page) => page.getByRole('dialog', { name: /beside the text|New comment/ })
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true })

/** Goes on with Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let n = 0; n < 120; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

async function pressOn(page: Page, name: string): Promise<void> {
  await tabTo(page, threads(page).getByRole('button', { name, exact: true }).first())
  await page.keyboard.press('Enter')
}

test('a discussion by keyboard alone: begun on words, somebody mentioned, answered, reacted to, resolved, reopened, changed, deleted', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await tabTo(page, prose(page))
  await page.keyboard.type('Every column of the list is exported.')
  await expect(sync(page)).toContainText('Saved')
  // Right behind quick keys the words are still those that the person sees selected.
  await page.keyboard.press('ControlOrMeta+Home')
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ControlOrMeta+Alt+M')
  await expect(prose(page).locator('[data-thread-mark]')).toHaveText('Every')
  await page.keyboard.type('Ask @bo')
  await expect(page.getByRole('option', { name: 'Bo Lindqvist' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('now')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(beside(page)).toContainText('Ask @Bo Lindqvist now')
  // The conversation goes on where it was begun.
  await expect(beside(page).getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(prose(page)).toBeFocused()

  // From the text on to the list of threads.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await pressOn(page, 'Reply')
  await page.keyboard.type('All of them.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('All of them.')
  await page.keyboard.press('Escape')
  await pressOn(page, 'React')
  await tabTo(page, page.getByRole('textbox', { name: 'Find an emoji' }))
  await page.keyboard.type('tada')
  await page.keyboard.press('Enter')
  await expect(threads(page).getByRole('button', { name: /🎉 1: Ana Ferreira/ })).toBeVisible()

  await pressOn(page, 'Resolve')
  await expect(threads(page).getByRole('listitem')).toHaveCount(0)
  await tabTo(page, page.getByRole('button', { name: 'Show resolved (1)' }))
  await page.keyboard.press('Enter')
  await pressOn(page, 'Reopen')
  await expect(page.getByRole('button', { name: /resolved/ })).toHaveCount(0)

  await tabTo(page, threads(page).getByRole('button', { name: 'More about this comment' }).last())
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Edit' }).waitFor()
  await page.keyboard.press('e')
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Change the comment' })).toBeFocused()
  await page.keyboard.type(' But the rank.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('All of them. But the rank.')

  await tabTo(page, threads(page).getByRole('button', { name: 'More about this comment' }).last())
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).waitFor()
  await page.keyboard.press('d')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(threads(page)).not.toContainText('All of them.')
  await expect(threads(page)).toContainText('Ask @Bo Lindqvist now')
})

test('[UX7] a comment and an answer are composed while the other one writes in the same thread', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const begin = anas.getByRole('textbox', { name: 'Comment on the story' })
  const method = await inputMethod(anas)
  await begin.click()
  await method.compose('に')
  await bos.getByRole('textbox', { name: 'Comment on the story' }).fill('From Bo')
  await bos.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(anas)).toContainText('From Bo')
  await method.compose('にほ')
  await expect(begin).toHaveValue('にほ')
  await method.commit('日本')
  await expect(begin).toHaveValue('日本')

  await threads(anas).getByRole('button', { name: 'Reply', exact: true }).click()
  await method.compose('と')
  await threads(bos).getByRole('button', { name: 'Reply', exact: true }).click()
  await reply(bos).fill('And more')
  await bos.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(anas)).toContainText('And more')
  await method.compose('とう')
  await expect(reply(anas)).toHaveValue('とう')
  await method.commit('東')
  await anas.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(bos)).toContainText('東')
})

test('[UX7] who may be mentioned waits while one composes: the keys are the input method’s', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const begin = page.getByRole('textbox', { name: 'Comment on the story' })
  await begin.click()
  await page.keyboard.type('@')
  await expect(page.getByRole('option', { name: 'Ana Ferreira' })).toBeVisible()
  const method = await inputMethod(page)
  await method.compose('b')
  await expect(page.getByRole('option')).toHaveCount(0)
  for (const key of ['ArrowDown', 'Enter', 'Tab', 'Escape']) {
    const isTaken = await begin.evaluate((field, pressed) => {
      const event = new KeyboardEvent('keydown', {
        key: pressed,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      })
      field.dispatchEvent(event)
      return event.defaultPrevented
    }, key)
    expect(isTaken, key).toBe(false)
  }
  await method.commit('bo')
  await expect(page.getByRole('option', { name: 'Bo Lindqvist' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(begin).toHaveValue('@Bo Lindqvist ')
})
