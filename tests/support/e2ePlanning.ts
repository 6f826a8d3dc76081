import type { Locator } from '@playwright/test'
import { type App, command, expect, type Page, type Person, type Team } from './e2e.ts'
import { foundTeam } from './e2eBacklog.ts'

/** The room of a planning session, as a page shows it. */
export const queue = (page: Page): Locator => page.getByRole('list', { name: 'Queue' })
export const poker = (page: Page): Locator => page.getByRole('region', { name: 'Vote and size' })
export const cards = (page: Page): Locator =>
  page.getByRole('group', { name: 'How large is it? Your vote' })
export const sizes = (page: Page): Locator => page.getByRole('group', { name: 'Its size' })
export const revealed = (page: Page, round = 1): Locator =>
  page.getByRole('list', { name: `Votes of round ${round}` })

/** The address of a team's planning, or of one session of it. */
export const planPath = (workspace: string, team: string, session?: string): string =>
  `/w/${workspace}/t/${team}/plan${session === undefined ? '' : `/${session}`}`

/** What a team of open data has on its backlog. */
export const PLANNED = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
] as const

/** A workspace of Ana's and Bo's with a team that counts in points, and stories without a size on its backlog. */
export async function pointsTeam(
  { server, team }: App,
  stories: readonly string[] = PLANNED,
): Promise<Team & { readonly ids: Readonly<Record<string, string>>; readonly url: string }> {
  const made = await team()
  const ids = await foundTeam(made.ana, made.id, { id: 'web', name: 'Web' }, { backlog: stories })
  await command(made.ana, made.id, { type: 'changeTeam', team: 'web', scale: 'points' })
  return { ...made, ids, url: server.url }
}

/** Makes a planning session about stories of the team "web", which somebody then facilitates; started unless said otherwise. */
export async function holdPlanning(
  person: Person,
  workspace: string,
  stories: readonly string[],
  { starts = true }: { readonly starts?: boolean } = {},
): Promise<string> {
  const session = crypto.randomUUID()
  await command(person, workspace, {
    type: 'scheduleSession',
    session,
    kind: 'planning',
    team: 'web',
    name: 'Sprint 12',
  })
  for (const story of stories) {
    await command(person, workspace, { type: 'addToAgenda', session, story })
  }
  if (starts) await command(person, workspace, { type: 'startSession', session })
  return session
}

/** Waits until a page is in the room, and the server knows. */
export async function inPlanning(page: Page): Promise<void> {
  await expect(
    page.getByRole('list', { name: 'People here' }).getByText('You', { exact: false }).first(),
  ).toBeAttached()
}
