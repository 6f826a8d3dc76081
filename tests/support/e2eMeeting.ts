import type { Locator } from '@playwright/test'
import { command, expect, inEachTheme, type Page, type Person } from './e2e.ts'
import { bring, idOf } from './e2eFlow.ts'

/** The room of a meeting, as a page shows it. */
export const people = (page: Page): Locator => page.getByRole('list', { name: 'People here' })
export const agenda = (page: Page): Locator => page.getByRole('list', { name: 'Agenda' })
export const bar = (page: Page): Locator => page.getByRole('region', { name: 'Vote and outcome' })
export const votes = (page: Page): Locator =>
  page.getByRole('group', { name: 'Is it ready? Your vote' })
export const currentStory = (page: Page): Locator =>
  agenda(page).getByRole('listitem').and(page.locator('[aria-current=step]'))

/** The address of a meeting. */
export const roomPath = (workspace: string, session: string): string =>
  `/w/${workspace}/meet/${session}`

/** Makes a meeting about stories that are in Refinement, which somebody then facilitates; started unless said otherwise. */
export async function holdMeeting(
  person: Person,
  workspace: string,
  keys: readonly string[],
  { starts = true }: { readonly starts?: boolean } = {},
): Promise<string> {
  const session = crypto.randomUUID()
  await bring(person, workspace, 'refinement', ...keys)
  await command(person, workspace, {
    type: 'scheduleSession',
    session,
    kind: 'meeting',
    name: 'Weekly',
  })
  for (const key of keys) {
    const story = await idOf(person, workspace, key)
    await command(person, workspace, { type: 'addToAgenda', session, story })
  }
  if (starts) await command(person, workspace, { type: 'startSession', session })
  return session
}

/** Waits until a page is in the room, and the server knows. */
export async function inRoom(page: Page): Promise<void> {
  await expect(people(page).getByText('You', { exact: false }).first()).toBeAttached()
}

/** The network of one page, which can be cut and mended: the server sees its connection end, as it would. */
export interface Wire {
  cut(): Promise<void>
  mend(): void
}

/** To be called before the page is opened: a browser that is set offline leaves the sockets it has open to the server. */
export async function wireOf(page: Page): Promise<Wire> {
  let isCut = false
  const open = new Set<{ close(): Promise<void> }>()
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (isCut) return void socket.close()
    const server = socket.connectToServer()
    open.add(socket).add(server)
  })
  return {
    async cut() {
      isCut = true
      await Promise.all([...open].map((end) => end.close()))
      open.clear()
    },
    mend() {
      isCut = false
    },
  }
}

/** As `inEachTheme`, without the name of what the pointer happens to rest on. */
export async function lookAt(page: Page, where: string): Promise<void> {
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await inEachTheme(page, where)
}
