import { command, expect, type Page, type Person, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline, untilKeptForOffline } from '#tests/support/e2eOffline.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  composer,
  prose,
  storyPath,
  sync,
} from '#tests/support/e2eScreens.ts'
import { leaveFor, reload } from '#tests/support/e2eLeaving.ts'
import { updatingProxy } from '#tests/support/updatingProxy.ts'

const app = useApp()
test.use(KEPT)

const TITLES = Array.from({ length: 40 }, (_, index) => `Validate part ${index + 1} of a package`)
/** Written offline: so many words in so many stories are 200 edits. Each more story is three pages more to load. */
const WRITTEN = 2
const WORDS = 100
const CAPTURES = 10

interface Listed {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly stage: string
  readonly rank: string
}

async function listOf(person: Person, workspace: string): Promise<Listed[]> {
  const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
  const { body } = await person.visitor.get(path)
  return (Object.values(body.items) as Listed[]).toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
}

const titlesIn = (stories: readonly Listed[], stage: string) =>
  stories.filter((story) => story.stage === stage).map(({ title }) => title)

test('[I5] [I7] [UX13] an hour offline: 200 edits, 50 moves, 10 captures, reloads, a second tab and an app update; what is allowed is applied once, the rest is explained', async ({
  open,
}) => {
  test.setTimeout(240_000)
  const { server, team } = app()
  const { id, ana, bo } = await team(TITLES)
  const proxy = await updatingProxy(server.url)
  try {
    const page = await open(
      Object.assign(Object.create(server), { url: proxy.url }),
      ana,
      boardPath(id),
    )
    await expect(card(page, TITLES[0]!).first()).toBeVisible()
    await expect(sync(page)).toHaveText('Saved')
    await untilKeptForOffline(page)
    for (let index = 0; index < WRITTEN; index += 1) {
      await page.goto(proxy.url + storyPath(id, `ST-${index + 1}`))
      await expect(prose(page)).toBeVisible()
    }
    await goOffline(page)

    for (let index = 0; index < WRITTEN; index += 1) {
      await leaveFor(page, proxy.url + storyPath(id, `ST-${index + 1}`))
      await prose(page).click()
      await writeWords(page, index, 0, WORDS / 2)
      // In the middle of it.
      if (index === 1) {
        await expect(sync(page)).toContainText('on this device')
        await reload(page)
        await prose(page).click()
        await page.keyboard.press('ControlOrMeta+End')
      }
      await writeWords(page, index, WORDS / 2, WORDS)
    }

    const tab = await page.context().newPage()
    await tab.goto(proxy.url + boardPath(id))
    await beginCapture(tab)
    for (let index = 0; index < CAPTURES; index += 1) {
      await composer(tab).fill(`Thought of on the train, no. ${index + 1}`)
      await tab.keyboard.press('Enter')
    }
    await tab.keyboard.press('Escape')
    await expect(
      column(tab, 'Idea').getByLabel(`${TITLES.length + CAPTURES} stories`),
    ).toBeVisible()

    await leaveFor(page, proxy.url + boardPath(id))
    await expect(
      column(page, 'Idea').getByLabel(`${TITLES.length + CAPTURES} stories`),
    ).toBeVisible()
    const moved = await moveMany(page)
    await reload(page)
    await expect(column(page, 'Refinement').getByLabel('10 stories')).toBeVisible()
    await expect(sync(page)).toContainText(/Offline · \d+ changes on this device/)
    // Right after a reload what waits is still being counted.
    const waiting = () => Promise.all([page, tab].map((one) => sync(one).textContent()))
    await expect.poll(async () => new Set(await waiting()).size).toBe(1)

    // Meanwhile the others go on: three that were moved are won't do, two are in the trash.
    const before = await listOf(bo, id)
    const idOf = (title: string) => before.find((story) => story.title === title)!.id
    const [first, second, third, fourth, fifth] = moved
    for (const title of [first, second, third]) {
      await command(bo, id, {
        type: 'dismissStory',
        story: idOf(title!),
        reason: 'The library does it',
      })
    }
    for (const title of [fourth, fifth]) {
      await command(bo, id, { type: 'trashStory', story: idOf(title!) })
    }
    proxy.update()

    await page.context().setOffline(false)
    await expect(sync(page)).toHaveText('Saved', { timeout: 60_000 })
    await expect(sync(tab)).toHaveText('Saved')
    const after = await listOf(bo, id)
    // Applied once.
    const thoughts = after.filter(({ title }) => title.startsWith('Thought of on the train'))
    expect(thoughts.map(({ title }) => title).toSorted()).toEqual(
      Array.from(
        { length: CAPTURES },
        (_, index) => `Thought of on the train, no. ${index + 1}`,
      ).toSorted(),
    )
    expect(titlesIn(after, 'refinement').toSorted()).toEqual(moved.slice(5).toSorted())
    expect(titlesIn(after, 'wont-do').toSorted()).toEqual([first!, second!, third!].toSorted())
    for (let index = 0; index < WRITTEN; index += 1) {
      await page.goto(proxy.url + storyPath(id, `ST-${index + 1}`))
      await expect(prose(page)).toHaveText(wordsOf(index))
    }
    await page.goto(proxy.url + boardPath(id))
    const shown = column(page, 'Idea').getByRole('listitem')
    for (const [at, title] of titlesIn(after, 'idea').slice(0, 5).entries())
      await expect(shown.nth(at)).toContainText(title)

    // Refused, explained, and to be tried again or let go.
    // One move of each that is won't do, and all five of each that is in the trash.
    await page.getByRole('button', { name: '13 changes were not accepted' }).click()
    const panel = page.getByRole('dialog', { name: '13 changes were not accepted' })
    for (const [index, title] of [first, second, third, fourth, fifth].entries()) {
      const about = panel.getByRole('listitem').filter({ hasText: title! })
      await expect(about).toHaveCount(index < 3 ? 1 : 5)
      await expect(about.first()).toContainText(index < 3 ? "Won't do" : 'trash')
    }
    await panel.getByRole('button', { name: 'Dismiss all' }).click()
    await expect(page.getByRole('button', { name: /not accepted/ })).toHaveCount(0)

    // The newer app is there, and the next visit opens it.
    await expect
      .poll(() =>
        page.evaluate(async () => (await caches.keys()).some((key) => key.includes('newer-'))),
      )
      .toBe(true)
    await tab.close()
    await page.reload()
    await expect(sync(page)).toHaveText('Saved')
  } finally {
    await proxy.stop()
  }
})

const wordOf = (index: number, word: number) => `word${index}x${word} `

function wordsOf(index: number): string {
  return Array.from({ length: WORDS }, (_, word) => wordOf(index, word))
    .join('')
    .trimEnd()
}

/** Each word is an edit. */
async function writeWords(page: Page, index: number, from: number, to: number): Promise<void> {
  for (let word = from; word < to; word += 1) await page.keyboard.insertText(wordOf(index, word))
}

/** Orders 40 times and starts refining 10. Gives the titles of those that are in refinement now. */
async function moveMany(page: Page): Promise<string[]> {
  const titles: string[] = []
  for (let round = 0; round < 10; round += 1) {
    const title = TITLES[10 + round]!
    await card(page, title).focus()
    for (const key of ['Down', 'Down', 'Up', 'Down'])
      await page.keyboard.press(`Alt+Shift+Arrow${key}`)
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(card(column(page, 'Refinement'), title)).toBeVisible()
    titles.push(title)
  }
  return titles
}
