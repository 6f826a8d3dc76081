import { readFileSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'
import type { NewCommand } from '#lib/domain/command.ts'
import { AppServer } from '#tests/support/e2eServer.ts'
import { fillBoard } from '#tests/support/fillBoard.ts'
import { Visitor } from '#tests/support/visitor.ts'

/** A server with one board of so many stories, and somebody who may see it. */
export interface BoardPlace {
  readonly url: string
  readonly workspace: string
  /** A team whose backlog is empty. */
  readonly team: string
  /** Signs a browser in. */
  enter(context: BrowserContext): Promise<void>
  stop(): Promise<void>
}

/** One of ten stories has it. */
export const LABEL = 'import'

/** Fills a board: three of four stories are ideas, the others are in refinement. Titles repeat, with a number, when there are too few. */
export async function boardOf(stories: number, titles: readonly string[]): Promise<BoardPlace> {
  const server = await AppServer.start()
  const owner = new Visitor(server.url)
  const { body } = await owner.post('/api/v1/auth/setup', {
    name: 'Ana Ferreira',
    email: 'ana@example.org',
    password: 'four random words here',
    workspace: 'Benchmark',
  })
  const workspace: string = body.workspaces[0].id
  const team = 'bench-team'
  await owner.post(`/api/v1/workspaces/${workspace}/commands`, {
    command: { id: 'bench-founds', type: 'createTeam', team, name: 'Benchmark', isPrivate: false },
  })
  const { body: made } = await owner.post('/api/v1/tokens', { name: 'Benchmark' })
  await fillBoard({ url: server.url, workspace, token: made.token }, stories, (index) => {
    const story = `bench-${index}`
    const round = Math.floor(index / titles.length)
    const title = `${titles[index % titles.length]!}${round > 0 ? `, part ${round + 1}` : ''}`
    const way: NewCommand[] = [{ type: 'captureStory', story, title }]
    if (index % 4 === 3) way.push({ type: 'startRefining', story })
    if (index % 10 === 0) way.push({ type: 'setLabels', story, labels: [LABEL] })
    return way
  })
  return {
    url: server.url,
    workspace,
    team,
    async enter(context) {
      const cookies = [...owner.cookies]
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.url })))
    },
    stop: () => server.stop(),
  }
}

/** Gives the titles of a file, one on a line; without a file those of the sample stories. */
export function readTitles(file: string): readonly string[] {
  const path =
    file || new URL('../../../server/samples/frictionless-user-stories.txt', import.meta.url)
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '' && !line.startsWith('#'))
}
