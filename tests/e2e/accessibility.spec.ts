import {
  command,
  expect,
  expectAccessible,
  inEachTheme,
  test,
  useApp,
  useServer,
} from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import { boardPath, card, sync } from '#tests/support/e2eScreens.ts'
import { PARTS, prepareTour, tourOf } from '#tests/support/e2eTour.ts'
import { inviteTo } from '#tests/support/server.ts'

const STORIES = [
  'Get a Data Package into Julia in seconds',
  'Read a data package in a spreadsheet',
  'Add type information to a column',
] as const

const SIZES = [
  { name: '1280', wide: true, device: { viewport: { width: 1280, height: 800 } } },
  {
    name: '390',
    wide: false,
    device: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
] as const

const app = useApp()
const fresh = useServer()

for (const { name, wide, device } of SIZES) {
  for (const part of PARTS) {
    test(`axe finds nothing on ${part}, ${name} wide, light and dark, menus and dialogs open`, async ({
      open,
    }) => {
      const { server, team } = app()
      const { id, ana } = await team(STORIES)
      await prepareTour(ana, id)
      const page = await open(server, ana, boardPath(id), { ...device, reducedMotion: 'reduce' })
      for (const stop of tourOf(id, { wide })[part]) {
        await stop.go(page)
        await inEachTheme(page, stop.name)
      }
    })
  }

  test(`axe finds nothing before signing in, ${name} wide, light and dark`, async ({ open }) => {
    const { server, ana, team } = app()
    const { id } = await team()
    const options = { ...device, reducedMotion: 'reduce' } as const
    const setup = await open(fresh(), null, '/setup', options)
    await setup.getByRole('button', { name: 'Create account and workspace' }).click()
    await expect(setup.getByLabel('Your name')).toBeFocused()
    await inEachTheme(setup, 'setup with an error')

    const page = await open(server, null, '/login', options)
    await page.getByLabel('E-mail').fill('nobody@example.org')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('do not belong together')).toBeVisible()
    await inEachTheme(page, 'sign-in with an error')
    await page.goto(`${server.url}/join/${await inviteTo(ana.visitor, id)}`)
    await expect(page.getByLabel('Your name')).toBeVisible()
    await inEachTheme(page, 'join')
    await page.goto(`${server.url}/join/unknown`)
    await expect(page.getByRole('heading', { name: 'This link does not open' })).toBeVisible()
    await inEachTheme(page, 'an invitation that does not open')
    await page.goto(`${server.url}/nowhere`)
    await expectAccessible(page, 'no such page')
  })
}

test('axe finds nothing where a person may only look, light and dark', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const { body } = await ana.visitor.get(`/api/v1/workspaces/${id}/lists/area:${id}`)
  const member = body.info.members.find(({ name }: { name: string }) => name === bo.name).id
  await command(ana, id, { type: 'changeRoles', member, roles: ['viewer'] })
  await command(ana, id, { type: 'createTheme', theme: 'growth', name: 'Growth', intent: 'Why' })
  await command(ana, id, { type: 'createPersona', persona: 'dev', name: 'Developer' })
  await command(ana, id, { type: 'createTeam', team: 'web', name: 'Web' })
  const page = await open(server, bo, boardPath(id), { reducedMotion: 'reduce' })
  for (const path of [
    'settings/people',
    'settings/teams/web',
    'settings/ready',
    'themes',
    'themes/growth',
  ]) {
    await page.goto(`${server.url}/w/${id}/${path}`)
    await expect(sync(page)).toHaveText('Saved')
    await expect(page.getByText(/^Only .* can /).first()).toBeVisible()
    await inEachTheme(page, path)
  }
})

test('axe finds nothing on an empty board, and where changes were not accepted', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const page = await open(server, ana, boardPath(id), { reducedMotion: 'reduce', ...KEPT })
  await expect(page.getByText('Every story starts as an idea')).toBeVisible()
  await inEachTheme(page, 'empty board')

  await command(bo, id, { type: 'captureStory', story: 'short', title: 'Read a package in Rust' })
  await expect(card(page, 'Read a package in Rust')).toBeVisible()
  await goOffline(page)
  await card(page, 'Read a package in Rust').focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(sync(page)).toHaveText('Offline · 1 change on this device')
  await inEachTheme(page, 'offline')
  await command(bo, id, { type: 'trashStory', story: 'short' })
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '1 change was not accepted' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await inEachTheme(page, 'what was not accepted')
})
