import { command, expect, join, type Page, type Person, test, useApp } from '#tests/support/e2e.ts'
import { sync, toast } from '#tests/support/e2eScreens.ts'

const app = useApp()

const settingsPath = (workspace: string, section: string) => `/w/${workspace}/settings/${section}`

/** Ticks or unticks one of somebody's roles in their menu. */
async function toggleRole(page: Page, person: string, role: string): Promise<void> {
  await page.getByRole('button', { name: `Roles of ${person}` }).click()
  await page.getByRole('menuitemcheckbox', { name: role }).click()
  await page.keyboard.press('Escape')
}

/** What the server says of a workspace itself. */
async function infoOf(person: Person, workspace: string) {
  const { body } = await person.visitor.get(
    `/api/v1/workspaces/${workspace}/lists/area:${workspace}`,
  )
  return body.info
}

test('[RO2] [RO3] an owner appoints a product manager and a backlog owner, and a member sees at once whom to ask', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const kim = await join(server, ana, id, 'Kim Tran')
  const kims = await open(server, kim, `/w/${id}/themes`)
  await expect(kims.getByLabel('New theme')).toBeVisible()

  const anas = await open(server, ana, settingsPath(id, 'people'))
  await expect(anas.getByText('Nobody is product manager yet')).toBeVisible()
  await toggleRole(anas, 'Bo Lindqvist', 'Product manager')
  await expect(anas.getByText('Since Bo Lindqvist is product manager, only')).toBeVisible()
  await expect(toast(anas, "Bo Lindqvist's roles changed")).toBeVisible()
  const reason = 'Only product managers can change themes and personas. Ask Ana Ferreira or Bo'
  await expect(kims.getByText(reason)).toBeVisible()
  await expect(kims.getByLabel('New theme')).toHaveCount(0)

  await anas.getByRole('link', { name: 'Teams', exact: true }).click()
  await anas.getByLabel('Name').fill('Web')
  await anas.getByRole('button', { name: 'Create team' }).click()
  await anas.getByRole('button', { name: 'Add people' }).click()
  await anas.keyboard.type('kim')
  await anas.keyboard.press('Enter')
  await anas.keyboard.press('Escape')
  await anas.getByLabel('Role of Kim Tran in Web').selectOption('Backlog owner')
  await anas.getByRole('switch', { name: 'Backlog management' }).click()
  await expect(anas.getByText('On: only Kim Tran (and owners and admins) order')).toBeVisible()
  await expect(sync(anas)).toHaveText('Saved')

  const [web] = (await infoOf(ana, id)).teams
  const bos = await open(server, bo, settingsPath(id, `teams/${web.id}`))
  await expect(bos.getByText('Only owners and admins can do this. Ask Ana Ferreira.')).toBeVisible()
  await expect(bos.getByRole('switch', { name: 'Backlog management' })).toBeDisabled()
  await expect(bos.getByLabel('Role of Kim Tran in Web')).toHaveCount(0)
  await expect(bos.getByText('Backlog owner', { exact: true })).toBeVisible()
  await expect(bos.getByRole('button', { name: 'Archive team' })).toBeDisabled()
})

test('[RO6] [RO7] nobody changes their own roles, and only owners appoint owners', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  await join(server, ana, id, 'Kim Tran')
  const anas = await open(server, ana, settingsPath(id, 'people'))
  await toggleRole(anas, 'Bo Lindqvist', 'Admin')
  await expect(sync(anas)).toHaveText('Saved')
  await expect(anas.getByRole('button', { name: 'Roles of Ana Ferreira' })).toHaveCount(0)

  const bos = await open(server, bo, settingsPath(id, 'people'))
  await bos.getByRole('button', { name: 'Roles of Kim Tran' }).click()
  const owner = bos.getByRole('menuitemcheckbox', { name: 'Owner' })
  await expect(owner).toHaveAttribute('aria-disabled', 'true')
  await expect(owner).toContainText('Only owners can appoint owners or take that from one. Ask Ana')
  await bos.keyboard.press('Escape')
  await bos.getByRole('button', { name: 'More about Ana Ferreira' }).click()
  await expect(bos.getByRole('menuitem', { name: 'Remove' })).toContainText('Ask Ana Ferreira')
})

test('[UX9] roles are taken back by undo, and the last role stays', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, settingsPath(id, 'people'))
  await toggleRole(page, 'Bo Lindqvist', 'Product manager')
  await toggleRole(page, 'Bo Lindqvist', 'Member')
  const roles = page.getByRole('button', { name: 'Roles of Bo Lindqvist' })
  await expect(roles).toHaveText('Product manager')
  await roles.click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Product manager' })).toContainText(
    'Bo Lindqvist needs at least one role',
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Z')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(roles).toHaveText('Member')
  await expect(sync(page)).toHaveText('Saved')
  const { members } = await infoOf(ana, id)
  expect(members.map(({ roles }: { roles: string[] }) => roles)).toEqual([['owner'], ['member']])
})

test('[RO8] removing a person asks once, says what stays, and ends their access on open pages', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export a package as CSV'])
  const bos = await open(server, bo, `/w/${id}/refine`)
  await expect(sync(bos)).toHaveText('Saved')
  const anas = await open(server, ana, settingsPath(id, 'people'))
  const remove = async () => {
    await anas.getByRole('button', { name: 'More about Bo Lindqvist' }).click()
    await anas.getByRole('menuitem', { name: 'Remove from the workspace' }).click()
    return anas.getByRole('dialog', { name: 'Remove Bo Lindqvist?' })
  }
  const dialog = await remove()
  await expect(dialog).toContainText('What they did stays: their ideas')
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(anas.getByText('2 people work in this workspace')).toBeVisible()
  await (await remove()).getByRole('button', { name: 'Remove' }).click()
  await expect(anas.getByText('You are alone here so far')).toBeVisible()
  await expect(sync(bos)).toHaveText('Access changed')
  await expect(
    bos.getByRole('heading', { name: 'You are not in this workspace any more' }),
  ).toBeVisible()
})

test('[TM4] steps are renamed, ordered and removed; a removed step asks where its stories go', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  await command(ana, id, { type: 'createTeam', team: 'web', name: 'Web' })
  for (const story of ['a', 'b']) {
    await command(ana, id, { type: 'captureStory', story, title: `Story ${story}` })
    await command(ana, id, { type: 'startRefining', story })
    await command(ana, id, { type: 'markReady', story, confirmed: true })
    await command(ana, id, { type: 'assignToTeam', story, team: 'web' })
    await command(ana, id, { type: 'moveToStep', story, step: 'review' })
  }
  const page = await open(server, ana, settingsPath(id, 'teams/web'))
  const steps = page.getByRole('list', { name: 'Steps of Web' })
  const save = page.getByRole('button', { name: 'Save steps' })
  await expect(steps.getByText('2 stories')).toBeVisible()
  await page.getByRole('button', { name: 'Remove Review' }).click()
  await expect(page.getByText('A team has 4 to 25 steps; these are 3.')).toBeVisible()
  await expect(save).toBeDisabled()
  await page.getByRole('button', { name: 'Add a step' }).click()
  await expect(page.getByText('A step needs a name.')).toBeVisible()
  await page.keyboard.type('Done')
  await expect(page.getByText('Two steps are called "Done". Give each its own name.')).toBeVisible()
  await page.getByLabel('Name of the step Done').first().fill('Testing')
  await page.getByLabel('Its 2 stories go to').selectOption('Testing')
  await page.getByRole('button', { name: 'Move Testing with' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('4 steps, not saved yet. 2 stories will move.')).toBeVisible()

  // UX11: what is not saved survives a reload.
  await page.reload()
  await save.click()
  await expect(toast(page, 'The steps of Web changed')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  const [web] = (await infoOf(ana, id)).teams
  expect(web.steps.map(({ name }: { name: string }) => name)).toEqual([
    'To do',
    'Testing',
    'In progress',
    'Done',
  ])
  const testing = steps.getByRole('listitem').filter({ has: page.locator('[value="Testing"]') })
  await expect(testing).toContainText('2 stories')
})

test('[TM6] a team with open work says why it cannot be archived; an empty one goes and comes back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  await command(ana, id, { type: 'createTeam', team: 'web', name: 'Web' })
  await command(ana, id, { type: 'captureStory', story: 'a', title: 'Story' })
  await command(ana, id, { type: 'startRefining', story: 'a' })
  await command(ana, id, { type: 'markReady', story: 'a', confirmed: true })
  await command(ana, id, { type: 'assignToTeam', story: 'a', team: 'web' })
  const page = await open(server, ana, settingsPath(id, 'teams/web'))
  await expect(page.getByText('Web has 1 story that is not done.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Archive team' })).toBeDisabled()
  await command(ana, id, { type: 'moveToStep', story: 'a', step: 'done' })
  await page.getByRole('button', { name: 'Archive team' }).click()
  await expect(page.getByText('This team is archived. Restore it below')).toBeVisible()
  await page.getByRole('link', { name: 'All teams' }).click()
  await page.getByText('Archived teams (1)').click()
  await page.getByRole('link', { name: 'Web' }).click()
  await page.getByRole('button', { name: 'Restore team' }).click()
  await expect(page.getByRole('button', { name: 'Add a step' })).toBeVisible()
})

test('[PO1] another Definition of Ready shows what it would mean, is saved, and taken back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  await command(ana, id, { type: 'createTheme', theme: 'growth', name: 'Growth' })
  for (const story of ['a', 'b', 'c']) {
    await command(ana, id, { type: 'captureStory', story, title: `Story ${story}` })
    await command(ana, id, { type: 'startRefining', story })
  }
  await command(ana, id, { type: 'setTheme', story: 'a', theme: 'growth' })
  await command(ana, id, { type: 'markReady', story: 'c', confirmed: true })
  const page = await open(server, ana, settingsPath(id, 'ready'))
  const level = (check: string, name: string) =>
    page.getByRole('radiogroup', { name: check }).getByRole('radio', { name })
  await expect(page.getByText('0 of 2 stories in Refinement pass')).toBeVisible()
  for (const check of ['Customer value', 'Acceptance criteria', 'Persona']) {
    await level(check, 'Off').click()
  }
  await expect(
    page.getByText('1 of 2 stories in Refinement would pass; 1 of 1 that is Ready would not.'),
  ).toBeVisible()
  await page.getByText('1 story is judged otherwise').click()
  const changed = page.getByRole('list', { name: 'Stories that are judged otherwise' })
  await expect(changed).toContainText('Story a')
  await expect(changed).toContainText('would pass')

  await page.reload()
  await page.getByRole('radio', { name: 'Block' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(toast(page, 'Definition of Ready saved')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect((await infoOf(ana, id)).policy).toMatchObject({
    gate: 'block',
    checks: { value: 'off', theme: 'required' },
  })
  await expect(page.getByText('1 of 2 stories in Refinement passes')).toBeVisible()

  await page.keyboard.press('ControlOrMeta+Z')
  await expect(level('Customer value', 'Required')).toBeChecked()
  await level('Theme', 'Off').click()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(level('Theme', 'Required')).toBeChecked()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await expect(sync(page)).toHaveText('Saved')
  expect((await infoOf(ana, id)).policy.gate).toBe('warn')
})

test('[RO10] a private team is in nobody else’s settings', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const anas = await open(server, ana, settingsPath(id, 'teams'))
  await anas.getByLabel('Name').fill('Security')
  await anas.getByRole('switch', { name: 'Private' }).click()
  await anas.getByRole('button', { name: 'Create team' }).click()
  await expect(
    anas.getByText('Only its members and the owners and admins know of it'),
  ).toBeVisible()
  await expect(sync(anas)).toHaveText('Saved')
  const [security] = (await infoOf(ana, id)).teams

  const bos = await open(server, bo, settingsPath(id, 'teams'))
  await expect(bos.getByText('There is none yet.')).toBeVisible()
  await bos.goto(`${server.url}${settingsPath(id, `teams/${security.id}`)}`)
  await expect(bos.getByRole('heading', { name: 'There is no such team' })).toBeVisible()
  await anas.getByRole('switch', { name: 'Private' }).click()
  await expect(bos.getByRole('heading', { name: 'Security' })).toBeVisible()
})
