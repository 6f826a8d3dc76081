import { type App, command, type Page, type Person } from './e2e.ts'
import { type Locator } from '@playwright/test'

/** The address of a team's backlog; `query` is what stands behind the `?`. */
export const backlogPath = (workspace: string, team: string, query = ''): string =>
  `/w/${workspace}/t/${team}/backlog${query && `?${query}`}`

/** The stories of the list, in their order. */
export const backlogRows = (page: Page): Locator =>
  page.getByRole('list', { name: "Stories in the team's order" }).getByRole('article')

/** The ready stories in the tray. */
export const trayRows = (page: Page): Locator =>
  page.getByRole('list', { name: 'Ready stories' }).getByRole('article')

/** A step of the board. */
export const stepColumn = (page: Page, step: string): Locator =>
  page.getByRole('region', { name: step, exact: true })

/** What is given of a new backlog: story titles. */
export interface Planned {
  /** In the refinement area, ready. */
  readonly ready?: readonly string[]
  /** On the team's backlog, in its first step. */
  readonly backlog?: readonly string[]
}

/** Makes a team with stories by its owner's hand; gives the stories' ids by their titles. */
export async function foundTeam(
  owner: Person,
  workspace: string,
  team: { readonly id: string; readonly name: string; readonly isPrivate?: boolean },
  { ready = [], backlog = [] }: Planned,
): Promise<Readonly<Record<string, string>>> {
  const send = (wanted: object) => command(owner, workspace, wanted)
  const { id, name, isPrivate } = team
  await send({ type: 'createTeam', team: id, name, isPrivate })
  const ids: Record<string, string> = {}
  for (const title of [...backlog, ...ready]) {
    const story = crypto.randomUUID()
    ids[title] = story
    await send({ type: 'captureStory', story, title })
    await send({ type: 'startRefining', story })
    await send({ type: 'markReady', story, confirmed: true })
    if (backlog.includes(title)) await send({ type: 'assignToTeam', story, team: id })
  }
  return ids
}

/** A story of a team's backlog as the server has it now; undefined when it is not there. */
export async function backlogStory(person: Person, workspace: string, team: string, id: string) {
  const path = `/api/v1/workspaces/${workspace}/lists/team:${team}`
  const { body } = await person.visitor.get(path)
  const items = Object.values(body.items) as {
    id: string
    step: string
    size: string | null
    schedule: string | null
    rank: string
  }[]
  return items.find((story) => story.id === id)
}

/** The ids of a team's backlog in their order, as the server has them now. */
export async function backlogOrder(
  person: Person,
  workspace: string,
  team: string,
): Promise<string[]> {
  const path = `/api/v1/workspaces/${workspace}/lists/team:${team}`
  const { body } = await person.visitor.get(path)
  const items = Object.values(body.items) as { id: string; rank: string }[]
  return items.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ id }) => id)
}

/** The id by which a workspace knows somebody. */
export async function memberId(person: Person, workspace: string): Promise<string> {
  const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
  const { body } = await person.visitor.get(path)
  const members = body.info.members as { id: string; name: string }[]
  const member = members.find(({ name }) => name === person.name)
  if (!member) throw new Error(`${person.name} is not a member`)
  return member.id
}

export const BACKLOG = ['Sort a table', 'Filter a table', 'Print a table', 'Share a table'] as const
export const READY = ['Chart a column', 'Map a column', 'Sum a column'] as const

/** A workspace of Ana's and Bo's with a team that has four stories, and three that are ready. */
export async function webTeam({ server, team }: App) {
  const made = await team()
  const planned = { backlog: BACKLOG, ready: READY }
  const ids = await foundTeam(made.ana, made.id, { id: 'web', name: 'Web' }, planned)
  return { ...made, server, ids, path: backlogPath(made.id, 'web') }
}

/** Opens the tray of ready stories above a backlog. */
export function unfoldTray(page: Page): Promise<void> {
  return page.getByRole('button', { name: /Ready for assignment/ }).click()
}
