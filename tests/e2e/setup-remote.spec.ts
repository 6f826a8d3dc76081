import { ANA, expect, test, useServer } from '#tests/support/e2e.ts'

const server = useServer()

test('[AUTH1] a first visit through a proxy has to give the code that the server printed', async ({
  open,
}) => {
  const page = await open(server(), null, '/', {
    extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' },
  })
  await expect(page).toHaveURL(/\/setup$/)
  const code = page.getByLabel('Setup code')
  await code.fill('WRONG-CODE')
  await page.getByLabel('Your name').fill(ANA.name)
  await page.getByLabel('E-mail').fill(ANA.email)
  await page.getByLabel('Password', { exact: true }).fill(ANA.password)
  await page.getByLabel('Workspace').fill('Frictionless Data')
  await page.getByLabel('Begin with sample stories').uncheck()
  await page.getByRole('button', { name: 'Create account and workspace' }).click()
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await expect(code).toHaveAccessibleDescription(/code/i)
  await expect(code).toBeFocused()
  await expect(page.getByLabel('Your name')).toHaveValue(ANA.name)

  await expect.poll(() => server().setupCode).not.toBeNull()
  await code.fill(server().setupCode!)
  await page.getByRole('button', { name: 'Create account and workspace' }).click()
  await expect(page.getByText('Every story starts as an idea')).toBeVisible()
})
