import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from '@playwright/test'
import { AppServer } from './e2eServer.ts'
import { inviteTo } from './server.ts'
import { Visitor } from './visitor.ts'

export { expect, type Page }

/** Somebody with an account: their name, and a browser without a screen that is signed in as them. */
export interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly visitor: Visitor
}

/** A workspace with its people and its stories. */
export interface Team {
  readonly id: string
  readonly ana: Person
  readonly bo: Person
  /** The keys of the stories it was made with, in their order. */
  readonly keys: readonly string[]
}

/** A server of this file, with an owner. */
export interface App {
  readonly server: AppServer
  readonly ana: Person
  /** Makes a workspace of Ana's and Bo's; `stories` are captured by Ana, in this order. */
  team(stories?: readonly string[]): Promise<Team>
}

export const ANA = {
  name: 'Ana Ferreira',
  email: 'ana@example.org',
  password: 'four random words here',
} as const

/** Starts a server before the tests of a file and stops it after them. */
export function useServer(): () => AppServer {
  let server: AppServer | null = null
  test.beforeAll(async () => {
    server = await AppServer.start()
  })
  test.afterAll(() => server?.stop())
  return () => server!
}

/** The same, after setup: Ana owns it. */
export function useApp(): () => App {
  let app: App | null = null
  test.beforeAll(async () => {
    const server = await AppServer.start()
    const visitor = new Visitor(server.url)
    await visitor.post('/api/v1/auth/setup', { ...ANA, workspace: 'Frictionless Data' })
    const ana = { ...ANA, visitor }
    app = { server, ana, team: (stories) => newTeam(server, ana, stories) }
  })
  test.afterAll(() => app?.server.stop())
  return () => app!
}

/** Brings somebody new into a workspace and gives them, signed in. */
export async function join(
  server: AppServer,
  owner: Person,
  workspace: string,
  name: string,
): Promise<Person> {
  const email = `${name.split(' ')[0]!.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@example.org`
  const person = { name, email, password: 'another long password' }
  const secret = await inviteTo(owner.visitor, workspace)
  const visitor = new Visitor(server.url)
  const { status, body } = await visitor.post(`/api/v1/invitations/${secret}/accept`, person)
  if (status !== 200) throw new Error(`Joining was answered ${status}: ${JSON.stringify(body)}`)
  return { ...person, visitor }
}

async function newTeam(
  server: AppServer,
  ana: Person,
  stories: readonly string[] = [],
): Promise<Team> {
  const { body } = await ana.visitor.post('/api/v1/workspaces', { name: 'Story Team' })
  const id: string = body.workspace
  for (const title of stories) {
    const story = crypto.randomUUID()
    await command(ana, id, { type: 'captureStory', story, title })
  }
  const bo = await join(server, ana, id, 'Bo Lindqvist')
  return { id, ana, bo, keys: stories.map((_, index) => `ST-${index + 1}`) }
}

/** Sends a command as a program would. Throws when it is refused. */
export async function command(person: Person, workspace: string, wanted: object): Promise<void> {
  const { status, body } = await person.visitor.post(`/api/v1/workspaces/${workspace}/commands`, {
    command: { id: crypto.randomUUID(), ...wanted },
  })
  if (status !== 200) throw new Error(`The command was answered ${status}: ${JSON.stringify(body)}`)
}

/** Gives a story of a workspace as the server has it now. */
export async function storyOf(person: Person, workspace: string, key: string) {
  const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
  const { body } = await person.visitor.get(path)
  const items = Object.values(body.items) as { id: string; key: string; stage: string }[]
  return items.find((story) => story.key === key)
}

interface Devices {
  /** Opens a browser of its own for a person (or for nobody), at an address of the server. */
  readonly open: (
    server: AppServer,
    person: Person | null,
    path: string,
    options?: BrowserContextOptions,
  ) => Promise<Page>
}

export const test = base.extend<Devices>({
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (server, person, path, options = {}) => {
      const context = await newDevice(browser, server, person, options)
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(new URL(path, server.url).href)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

async function newDevice(
  browser: Browser,
  server: AppServer,
  person: Person | null,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  const cookies = [...(person?.visitor.cookies ?? [])]
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.url })))
  return context
}

/** Signs a person in on one more device, so that ending one session leaves the others. */
export async function anotherDevice(server: AppServer, person: Person): Promise<Person> {
  const visitor = new Visitor(server.url)
  const { email, password } = person
  const { status } = await visitor.post('/api/v1/auth/sign-in', { email, password })
  if (status !== 200) throw new Error(`Signing in was answered ${status}`)
  return { ...person, visitor }
}

/** Looks at a page in light with every rule of axe, and in dark for what only colours change. */
export async function inEachTheme(page: Page, where: string): Promise<void> {
  await putInto(page, 'light')
  await expectAccessible(page, `${where}, light`)
  await putInto(page, 'dark')
  await expectAccessible(page, `${where}, dark`, ['color-contrast'])
}

/** The page hears of it later, and only then do its colours begin to change. */
async function putInto(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

/** Expects that axe finds nothing; what it finds is told in words that say where. Without `rules`: all of them. */
export async function expectAccessible(
  page: Page,
  where: string,
  rules?: readonly string[],
): Promise<void> {
  await untilStill(page)
  // In the page itself, which has no frames: the other mode opens a page of its own for every look.
  // The guards around open overlays take the focus only to hand it on at once; axe cannot know.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-base-ui-focus-guard]')
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }))
  expect(found, where).toEqual([])
}

/** Waits until nothing moves or changes its colour any more: half a transition has no contrast of its own. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
