import { command, expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, card, sync } from '#tests/support/e2eScreens.ts'
import { composeWhile } from '#tests/support/inputMethod.ts'

const app = useApp()

/** A field that is composed in: how one gets there, and what another one does to the same thing meanwhile. */
interface Surface {
  readonly name: string
  readonly path?: string
  readonly role?: 'textbox' | 'combobox' | 'searchbox'
  readonly begin?: (page: Page) => Promise<void>
  readonly meanwhile?: object
}

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click()

const IN_SETTINGS: readonly Surface[] = [
  {
    name: 'Name of the template Bug',
    path: 'settings/templates',
    meanwhile: { type: 'defineTemplate', template: 'bug', name: 'Zero defects' },
  },
  {
    name: 'Text of the template Zero defects',
    meanwhile: { type: 'defineTemplate', template: 'bug', name: 'Bug', content: 'How often?' },
  },
  {
    name: 'New template',
    meanwhile: { type: 'defineTemplate', template: 'new', name: 'Also', content: 'New' },
  },
  {
    name: 'Name of the theme',
    path: 'themes/growth',
    meanwhile: { type: 'changeTheme', theme: 'growth', name: 'Reach' },
  },
  {
    name: 'Why it matters',
    meanwhile: { type: 'changeTheme', theme: 'growth', intent: 'More of them stay' },
  },
  {
    name: 'Name',
    path: 'themes',
    begin: async (page) => {
      await page.getByRole('link', { name: 'Reach' }).focus()
      await page.keyboard.press('e')
    },
    meanwhile: { type: 'rankTheme', theme: 'growth', place: { after: 'trust' } },
  },
  {
    name: 'Name of the persona Analyst',
    meanwhile: { type: 'changePersona', persona: 'analyst', name: 'Zoologist' },
  },
  {
    name: 'About Zoologist',
    meanwhile: { type: 'changePersona', persona: 'analyst', name: 'Analyst', about: 'Counts' },
  },
  { name: 'New persona', meanwhile: { type: 'createPersona', persona: 'new', name: 'Also' } },
  {
    name: 'Name of the team',
    path: 'settings/teams/web',
    meanwhile: { type: 'changeTeam', team: 'web', name: 'Web and phone' },
  },
  {
    name: 'Name of the step Review',
    meanwhile: { type: 'changeTeam', team: 'web', name: 'Web' },
  },
  {
    name: 'Name',
    path: 'settings/teams',
    meanwhile: { type: 'createTeam', team: 'data', name: 'Data' },
  },
]

const IN_SEARCH: readonly Surface[] = [
  {
    name: 'Title of ST-1',
    path: 'refine',
    begin: async (page) => {
      await card(page, 'ST-1').focus()
      await page.keyboard.press('e')
    },
    meanwhile: { type: 'rankStory', story: 'first', place: { after: 'second' } },
  },
  {
    name: 'Search everything',
    role: 'searchbox',
    path: 'search',
    meanwhile: { type: 'captureStory', story: 'found', title: 'Found meanwhile' },
  },
  {
    name: 'Search stories and actions',
    role: 'combobox',
    begin: (page) => page.keyboard.press('ControlOrMeta+k'),
    meanwhile: { type: 'renameStory', story: 'found', title: 'Renamed meanwhile' },
  },
  {
    name: 'Find or create a label',
    role: 'combobox',
    path: 's/ST-1',
    begin: press('Add a label'),
  },
  {
    name: 'Find or create a theme',
    role: 'combobox',
    begin: async (page) => {
      await page.keyboard.press('Escape')
      await press(/^Theme: /)(page)
    },
    meanwhile: { type: 'createTheme', theme: 'later', name: 'Later' },
  },
]

for (const [where, surfaces] of [
  ['the settings', IN_SETTINGS],
  ['what finds', IN_SEARCH],
] as const) {
  test(`[UX7] every field of ${where} is composed in while another one changes the same thing`, async ({
    open,
  }) => {
    test.setTimeout(90_000)
    const { server, team } = app()
    const { id, ana } = await team()
    for (const prepared of [
      { type: 'captureStory', story: 'first', title: 'Export the backlog to CSV' },
      { type: 'captureStory', story: 'second', title: 'Read a package in Rust' },
      { type: 'defineTemplate', template: 'bug', name: 'Bug', content: 'Who is stopped by it?' },
      { type: 'defineTemplate', template: 'middle', name: 'Middle', content: 'Of the list' },
      { type: 'createTheme', theme: 'growth', name: 'Growth', intent: 'More of them' },
      { type: 'createTheme', theme: 'trust', name: 'Trust' },
      { type: 'createPersona', persona: 'analyst', name: 'Analyst' },
      { type: 'createPersona', persona: 'maintainer', name: 'Maintainer' },
      { type: 'createTeam', team: 'web', name: 'Web' },
      { type: 'createTeam', team: 'bar', name: 'Heard 0' },
    ])
      await command(ana, id, prepared)
    const page = await open(server, ana, boardPath(id))
    let heard = 0
    for (const { name, role = 'textbox', path, begin, meanwhile } of surfaces) {
      await test.step(name, async () => {
        if (path) {
          await page.goto(`${server.url}/w/${id}/${path}`)
          await expect(sync(page)).toHaveText('Saved')
        }
        await begin?.(page)
        const field = page.getByRole(role, { name, exact: true })
        if (!begin) await field.click()
        await expect(field).toBeFocused()
        // By another name meanwhile, if that is what is changed.
        await composeWhile(page, page.locator('input:focus, textarea:focus'), async () => {
          if (!meanwhile) return
          await command(ana, id, meanwhile)
          // The sidebar tells that the page has heard of this, and of what was before it.
          heard += 1
          await command(ana, id, { type: 'changeTeam', team: 'bar', name: `Heard ${heard}` })
          await expect(page.getByText(`Heard ${heard}`).first()).toBeVisible()
        })
        await page.keyboard.press('Escape')
      })
    }
  })
}
