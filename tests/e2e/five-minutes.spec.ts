import { ANA, expect, type Page, storyOf, test, useServer } from '#tests/support/e2e.ts'
import { card, column, composer, prose, sync } from '#tests/support/e2eScreens.ts'
import { Visitor } from '#tests/support/visitor.ts'

/** Somebody who types 80 words a minute presses a key every 150 ms. */
const KEY_SECONDS = 0.15

const server = useServer()

test('the first five minutes by keyboard alone take less than a minute of typing', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const page = await open(server(), null, '/')
  const anas = hands(page)

  await expect(page.getByLabel('Your name')).toBeFocused()
  await anas.type(ANA.name)
  await anas.press('Tab')
  await anas.type(ANA.email)
  await anas.press('Tab')
  await anas.type(ANA.password)
  await anas.tabTo(page.getByLabel('Workspace'))
  await anas.type('Story Team')
  await anas.press('Enter')
  await expect(column(page, 'Refinement').getByRole('article').first()).toBeVisible()

  // Capture.
  await anas.press('c')
  await expect(composer(page)).toBeFocused()
  await anas.type('Get a Data Package into R')
  await anas.press('Enter')
  await anas.press('Escape')
  await expect(card(page, 'Get a Data Package into R')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')

  // Invite.
  await anas.press('ControlOrMeta+K')
  await anas.type('invite')
  await anas.press('Enter')
  await anas.tabTo(page.getByRole('button', { name: 'Create link' }))
  await anas.press('Enter')
  await anas.tabTo(page.getByRole('button', { name: 'Copy' }))
  await anas.press('Enter')
  await expect(page.getByText('Copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const bo = await open(server(), null, link)
  const bos = hands(bo)
  await expect(bo.getByLabel('Your name')).toBeFocused()
  await bos.type('Bo Lindqvist')
  await bos.press('Tab')
  await bos.type('bo@example.org')
  await bos.press('Tab')
  await bos.type('four other words')
  await bos.press('Enter')
  await expect(column(bo, 'Idea').getByLabel('12 stories')).toBeVisible()

  // Refine it together: find it, start refining, write, mark it ready.
  await anas.press('ControlOrMeta+K')
  await anas.type('package into r')
  await anas.press('Enter')
  await expect(page.getByRole('textbox', { name: /^Title of/ })).toBeVisible()
  const key = new URL(page.url()).pathname.split('/').at(-1)!
  await anas.tabTo(prose(page))
  await anas.type('A researcher reads it in seconds.')
  await bos.press('ControlOrMeta+K')
  await bos.type(key)
  await bos.press('Enter')
  await expect(prose(bo)).toContainText('A researcher reads it in seconds.')
  await bos.tabTo(prose(bo))
  await bos.press('ControlOrMeta+End')
  await bos.press('Enter')
  await bos.type('/task')
  await bos.press('Enter')
  await bos.type('Types are kept')
  await expect(prose(page).getByRole('checkbox')).toHaveCount(1)
  await expect(prose(page)).toContainText('Types are kept')

  await anas.press('Escape')
  await anas.tabTo(page.getByRole('button', { name: 'Start refining' }))
  await anas.press('Enter')

  // The gate says what is missing, and each press goes to where it is put right.
  const missing = page.getByRole('list', { name: 'What is missing' })
  const fields = page.getByRole('region', { name: 'Fields' })
  const goTo = async (check: string) => {
    await expect(missing.getByRole('button').first()).toContainText(check)
    await expect(missing.getByRole('button').first()).toBeFocused()
    await anas.press('Enter')
  }
  // What follows a text closely still belongs to it: a person who sees nothing happen presses once more.
  const markReady = (seen: ReturnType<Page['locator']>) =>
    expect(async () => {
      await anas.press('Shift+R')
      await expect(seen).toBeVisible({ timeout: 1_000 })
    }).toPass()
  await anas.tabTo(page.getByRole('button', { name: 'Mark ready' }))
  await anas.press('Enter')
  await goTo('Customer value')
  await expect(prose(page)).toBeFocused()
  await anas.type('Analysis begins at once.')
  await anas.press('Escape')
  await anas.press('Escape')
  await markReady(missing)
  await goTo('Acceptance criteria')
  await expect(prose(page)).toBeFocused()
  await anas.type('Types are kept')
  await anas.press('Escape')
  await anas.press('Escape')
  await markReady(missing)
  await goTo('Theme')
  await expect(page.getByRole('combobox', { name: 'Find or create a theme' })).toBeFocused()
  await anas.press('Enter')
  await expect(fields.getByRole('button', { name: /^Theme: / })).toBeFocused()
  await markReady(missing)
  await goTo('Persona')
  await expect(page.getByRole('combobox', { name: 'Find or create a persona' })).toBeFocused()
  await anas.press('Enter')
  await expect(fields.getByRole('button', { name: /^Persona: / })).toBeFocused()
  const stage = page.getByRole('list', { name: 'Stage' })
  await markReady(stage.getByRole('button', { name: /^Ready for assignment since/ }))
  await expect(sync(page)).toHaveText('Saved')

  const workspace = new URL(page.url()).pathname.split('/')[2]!
  const visitor = new Visitor(server().url)
  await visitor.post('/api/v1/auth/sign-in', { email: ANA.email, password: ANA.password })
  expect(await storyOf({ ...ANA, visitor }, workspace, key)).toMatchObject({ stage: 'ready' })
  expect((anas.presses() + bos.presses()) * KEY_SECONDS).toBeLessThan(60)
})

/** A person's hands on the keyboard: there is no mouse, and every press is counted. */
function hands(page: Page) {
  let presses = 0
  const press = async (key: string) => {
    presses += 1
    await page.keyboard.press(key)
  }
  return {
    presses: () => presses,
    press,
    async type(text: string) {
      presses += text.length
      await page.keyboard.type(text)
    },
    /** Goes on by Tab until the focus is there. */
    async tabTo(target: ReturnType<Page['locator']>) {
      await expect(target).toBeVisible()
      for (let steps = 0; steps < 40; steps += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await press('Tab')
      }
      throw new Error(`Tab never comes to ${target}`)
    },
  }
}
