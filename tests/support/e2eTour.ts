import { type Page } from '@playwright/test'
import { beginCapture, boardPath, card, prose, storyPath, sync } from './e2eScreens.ts'
import { command, expect, type Person } from './e2e.ts'

/** One thing to look at, and how to get there from the one before. */
export interface Stop {
  readonly name: string
  readonly go: (page: Page) => Promise<void>
}

/** Makes what a tour expects of a workspace beside its stories. */
export async function prepareTour(person: Person, workspace: string): Promise<void> {
  const until = '2026-01-01'
  await command(person, workspace, { type: 'createTheme', theme: 'growth', name: 'Growth', until })
  await command(person, workspace, { type: 'createPersona', persona: 'dev', name: 'Developer' })
  await command(person, workspace, { type: 'createTeam', team: 'web', name: 'Web' })
}

/** The parts of a tour: each begins with a load of its own. */
export const PARTS = [
  'the board',
  'a story and the inbox',
  'settings',
  'people and themes',
] as const

/** Every screen of a workspace with what opens over it, in an order that needs few loads. The workspace has ST-1 to ST-3 and what `prepareTour` makes. */
export function tourOf(
  workspace: string,
  { wide }: { wide: boolean },
): Readonly<Record<(typeof PARTS)[number], readonly Stop[]>> {
  const at = (path: string) => async (page: Page) => {
    await page.goto(new URL(path, page.url()).href)
    await expect(sync(page)).toHaveText('Saved')
  }
  const over = (name: string, open: (page: Page) => Promise<void>): Stop => ({ name, go: open })
  const board: readonly Stop[] = [
    {
      name: 'board',
      go: async (page) => {
        await at(boardPath(workspace))(page)
        await expect(card(page, 'ST-1')).toBeVisible()
      },
    },
    over('composer with a note', async (page) => {
      await beginCapture(page)
      await page.getByLabel('New idea').fill('Caf\ufffd list\nOpening hours')
      await expect(page.getByText('could not be read')).toBeVisible()
    }),
    over('move menu', async (page) => {
      await page.keyboard.press('Escape')
      await card(page, 'ST-1').focus()
      await page.keyboard.press('Shift+M')
      await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
    }),
    over('reason', async (page) => {
      await page.getByRole('menuitem', { name: "Won't do" }).click()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    }),
    over('toast', async (page) => {
      await closeOverlay(page)
      await card(page, 'ST-2').focus()
      await page.keyboard.press('e')
      await page.getByLabel('Title of ST-2').fill('Read a data package in the browser')
      await page.keyboard.press('Enter')
      await expect(page.getByText('ST-2 renamed')).toBeVisible()
    }),
    over('state of sync', async (page) => {
      await sync(page).click()
      await expect(page.getByText('Everything you wrote and did here is stored')).toBeVisible()
    }),
    over('palette', async (page) => {
      await closeOverlay(page)
      await page.keyboard.press('ControlOrMeta+K')
      await expect(page.getByRole('option').first()).toBeVisible()
    }),
    over('keys', async (page) => {
      await closeOverlay(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    over('person menu', async (page) => {
      await closeOverlay(page)
      await page.getByRole('button', { name: /: account, appearance, sign out/ }).click()
      await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
    }),
    over('sign out', async (page) => {
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    over('workspace menu', async (page) => {
      await closeOverlay(page)
      await page.getByRole('button', { name: /Switch workspace/ }).click()
      await expect(page.getByRole('menuitem', { name: /New workspace/ })).toBeVisible()
    }),
    over('new workspace', async (page) => {
      await page.getByRole('menuitem', { name: /New workspace/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
  ]
  const peek: readonly Stop[] = [
    { name: 'peek', go: at(boardPath(workspace, 'ST-3')) },
    { name: 'peek at nothing', go: at(boardPath(workspace, 'ST-99')) },
  ]
  const story: readonly Stop[] = [
    { name: 'story', go: at(storyPath(workspace, 'ST-3')) },
    over('blocks', async (page) => {
      await prose(page).click()
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/')
      await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeVisible()
    }),
    over('a table in a text', async (page) => {
      await page.keyboard.type('table')
      await page.keyboard.press('Enter')
      for (const heading of ['Field', 'Type', 'Required']) {
        await page.keyboard.type(heading)
        await page.keyboard.press('Tab')
      }
      await expect(prose(page).getByRole('columnheader')).toHaveText(['Field', 'Type', 'Required'])
    }),
    { name: 'no such story', go: at(storyPath(workspace, 'ST-99')) },
  ]
  const inbox = ['', '/done', '/questions'].map((tab): Stop => ({
    name: `inbox${tab}`,
    go: at(`/w/${workspace}/inbox${tab}`),
  }))
  const section = (name: string): Stop => ({ name, go: at(`/w/${workspace}/settings/${name}`) })
  const settings = ['account', 'devices', 'tokens', 'mail', 'appearance', 'keyboard'].map(section)
  const ours: readonly Stop[] = [
    section('people'),
    over('roles', async (page) => {
      await page.getByRole('button', { name: 'Roles of Bo Lindqvist' }).click()
      await expect(page.getByRole('menuitemcheckbox', { name: 'Viewer' })).toBeVisible()
    }),
    over('remove a person', async (page) => {
      await closeOverlay(page)
      await page.getByRole('button', { name: 'More about Bo Lindqvist' }).click()
      await page.getByRole('menuitem', { name: 'Remove' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    section('teams'),
    section('teams/web'),
    over('people to add', async (page) => {
      await page.getByRole('button', { name: 'Add people' }).click()
      await expect(page.getByRole('option', { name: 'Bo Lindqvist' })).toBeVisible()
    }),
    over('steps not saved', async (page) => {
      await closeOverlay(page)
      await page.getByRole('button', { name: 'Remove Review' }).click()
      await expect(page.getByText('A team has 4 to 25 steps')).toBeVisible()
    }),
    section('ready'),
    over('another Definition of Ready', async (page) => {
      const value = page.getByRole('radiogroup', { name: 'Customer value' })
      await value.getByRole('radio', { name: 'Off' }).click()
      await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
    }),
  ]
  const themes: readonly Stop[] = [
    { name: 'themes', go: at(`/w/${workspace}/themes`) },
    over('colours', async (page) => {
      await page.getByRole('button', { name: 'Colour of Growth' }).click()
      await expect(page.getByRole('menuitemradio', { name: 'Teal' })).toBeVisible()
    }),
    over('a theme being edited', async (page) => {
      await closeOverlay(page)
      await page.getByRole('link', { name: 'Growth' }).focus()
      await page.keyboard.press('e')
      await expect(page.getByLabel('Why it matters')).toBeVisible()
    }),
    { name: 'theme', go: at(`/w/${workspace}/themes/growth`) },
    { name: 'no such theme', go: at(`/w/${workspace}/themes/nothing`) },
  ]
  return {
    'the board': [...board, ...(wide ? peek : [])],
    'a story and the inbox': [...story, ...inbox],
    settings,
    'people and themes': [...ours, ...themes],
  }
}

/** Closes what is open by Escape, and waits until the page below listens again. */
async function closeOverlay(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.locator('[role="menu"], [role="dialog"]:not([data-type])')).toHaveCount(0)
}
