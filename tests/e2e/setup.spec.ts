import { ANA, expect, test, useServer } from '#tests/support/e2e.ts'
import { column, sync, toast } from '#tests/support/e2eScreens.ts'

const server = useServer()

// One server, in the order of its life: before its owner, and after.
test.describe.configure({ mode: 'serial' })

test('[AUTH2] what setup cannot take is said at its field, and what was typed stays', async ({
  open,
}) => {
  const page = await open(server(), null, '/setup')
  await expect(page.getByLabel('Setup code')).toHaveCount(0)
  await page.getByLabel('Your name').fill(ANA.name)
  await page.getByLabel('E-mail').fill('ana at example')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByLabel('Workspace').fill('Frictionless Data')
  await page.getByRole('button', { name: 'Create account and workspace' }).click()
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('E-mail').fill(ANA.email)
  await page.getByRole('button', { name: 'Create account and workspace' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /10 characters/,
  )
  await page.reload()
  await expect(page.getByLabel('Workspace')).toHaveValue('Frictionless Data')
})

test('[AUTH1] the first visit makes the owner and a board that is alive with sample stories', async ({
  open,
}) => {
  const page = await open(server(), null, '/')
  await expect(page).toHaveURL(/\/setup$/)
  await page.getByLabel('Your name').fill(ANA.name)
  await page.getByLabel('E-mail').fill(ANA.email)
  await page.getByLabel('Password', { exact: true }).fill(ANA.password)
  await page.getByLabel('Workspace').fill('Frictionless Data')
  await expect(page.getByLabel('Begin with sample stories')).toBeChecked()
  await page.getByRole('button', { name: 'Create account and workspace' }).click()

  await expect(page).toHaveURL(/\/w\/[^/]+\/refine$/)
  for (const stage of ['Idea', 'Refinement', 'Ready for assignment'])
    await expect(column(page, stage).getByRole('article').first()).toBeVisible()
  await expect(page.getByText('These are sample stories.')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
})

test('what says that there are samples stands on the board and in the settings; put away, it stays away on this device', async ({
  open,
}) => {
  const page = await open(server(), null, '/login')
  await page.getByLabel('E-mail').fill(ANA.email)
  await page.getByLabel('Password', { exact: true }).fill(ANA.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const strip = page.getByText('These are sample stories.')
  await expect(strip).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/inbox$/)
  await expect(strip).toHaveCount(0)
  await page.goBack()
  await page.getByRole('button', { name: 'Do not show this again' }).click()
  await expect(strip).toHaveCount(0)
  await page.reload()
  await expect(column(page, 'Refinement').getByRole('article').first()).toBeVisible()
  await expect(strip).toHaveCount(0)
  await page.goto(page.url().replace(/\/refine.*/, '/settings/account'))
  await expect(page.getByRole('button', { name: 'Remove samples' })).toBeVisible()
})

test('[UX9] one click removes the samples, and one click brings them back', async ({ open }) => {
  const page = await open(server(), null, '/login')
  await page.getByLabel('E-mail').fill(ANA.email)
  await page.getByLabel('Password', { exact: true }).fill(ANA.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(column(page, 'Refinement').getByRole('article').first()).toBeVisible()

  await page.getByRole('button', { name: 'Remove samples' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(page.getByText('Every story starts as an idea')).toBeVisible()
  await toast(page, 'The sample stories are in the trash')
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(column(page, 'Refinement').getByRole('article').first()).toBeVisible()
  await page.getByRole('button', { name: 'Remove samples' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(sync(page)).toHaveText('Saved')
  await page.reload()
  await expect(page.getByText('Every story starts as an idea')).toBeVisible()
})

test('[AUTH1] where there is an owner, the way to setup leads to sign-in', async ({ open }) => {
  const page = await open(server(), null, '/setup')
  await expect(page).toHaveURL(/\/login$/)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
