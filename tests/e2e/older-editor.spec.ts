import type { BrowserContext } from '@playwright/test'
import type { XmlElement, XmlText } from 'yjs'
import * as Y from 'yjs'
import { appendStory } from '#lib/doc/append.ts'
import { storyText } from '#lib/doc/read.ts'
import { BODY, documentSchema, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { expect, type Page, type Person, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import { OLDER_VERSION } from '#tests/support/olderEditor.ts'
import { withOlderPage } from '#tests/support/olderPage.ts'
import { storyDoc } from '#tests/support/storyBytes.ts'
import {
  callout,
  details,
  documentOf,
  linkCard,
  mention,
  paragraph,
  text,
} from '#tests/support/storyContent.ts'

const STORY = 'Read a story in a page from before the last release'

/** What the older editor does not know, in every form: blocks, a block with blocks in it, and a piece of a line. */
const NEWS = [
  callout('warning', paragraph('Mind the gap')),
  details('More', paragraph('Inside')),
  linkCard('https://frictionlessdata.io/', 'Frictionless Data'),
  { type: 'paragraph', content: [text('Ask '), mention('person', 'kim', { label: 'Kim' })] },
]

const app = useApp()

interface Place {
  readonly workspace: string
  readonly story: string
  readonly ana: Person
  readonly bo: Person
}

async function newStory(): Promise<Place> {
  const { id, ana, bo } = await app().team([STORY])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  return { workspace: id, story, ana, bo }
}

/** A browser of Bo's that shows the story in the older page, and how it gets the page of today. */
async function older(context: BrowserContext, { workspace, story, bo }: Place) {
  const { url } = app().server
  const cookies = [...bo.visitor.cookies]
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })))
  const path = storyPath(workspace, 'ST-1')
  const end = await withOlderPage(context, { path, workspace, story })
  const page = await context.newPage()
  await page.goto(`${url}${path}`)
  return {
    page,
    text: page.getByRole('textbox', { name: 'Story text' }),
    reload: async () => {
      await end()
      await page.reload()
      await expect(prose(page)).toBeVisible()
    },
  }
}

/** What the newer editor wrote, with every attribute and mark, and the ids under which Yjs keeps it. */
function newsOf(doc: Y.Doc): string {
  const kept: string[] = []
  const walk = (node: XmlElement | XmlText) => {
    const { id } = node._item!
    const own = node instanceof Y.XmlElement ? node.getAttributes() : node.toDelta()
    kept.push(JSON.stringify([id.client, id.clock, own]))
    if (node instanceof Y.XmlElement) node.toArray().forEach((one) => walk(one as XmlElement))
  }
  const blocks = doc.getXmlFragment(BODY).toArray() as XmlElement[]
  const isNews = (block: XmlElement) =>
    ['callout', 'details', 'linkCard'].includes(block.nodeName) || block.toString().includes('Ask ')
  blocks.filter(isNews).forEach(walk)
  return kept.join('\n')
}

const read = (place: Place) => storyDoc(app().server.url, place.ana.visitor, place)

/** Ana writes, with the editor of today, what the older one does not know, and the server has it. */
async function writeNews(place: Place): Promise<void> {
  const from = { from: 'news', seq: 1, heading: 'News', where: '' }
  const { url } = app().server
  const written = await storyDoc(url, place.ana.visitor, place, (doc) =>
    appendStory(doc, documentOf(...NEWS), from),
  )
  await expect.poll(async () => newsOf(await read(place))).toBe(newsOf(written))
}

async function expectNews(page: Page): Promise<void> {
  for (const words of ['Mind the gap', 'More', 'Frictionless Data', 'Kim']) {
    await expect(prose(page)).toContainText(words)
  }
}

test('[HZ13] the editor of the release before does not open a story it would harm, and says to reload', async ({
  browser,
}) => {
  const place = await newStory()
  await writeNews(place)
  const before = Y.encodeStateAsUpdate(await read(place))
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const { page, text: editor, reload } = await older(context, place)
  await expect(sync(page)).toContainText('Reload needed')
  await expect(editor).toHaveCount(0)
  await page.keyboard.type('Nobody hears this')
  await page.reload()
  await expect(sync(page)).toContainText('Reload needed')
  expect(Y.encodeStateAsUpdate(await read(place))).toEqual(before)
  await reload()
  await expectNews(page)
  await context.close()
})

test('[HZ13] it stops when a newer one writes: what it does not know stays byte for byte, what it wrote is kept', async ({
  browser,
}) => {
  const place = await newStory()
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const { page, text: editor, reload } = await older(context, place)
  await editor.click()
  await page.keyboard.type('Typed before. Cut away.')
  await expect(sync(page)).toContainText('Saved')
  expect(documentSchema(await read(place))).toBe(OLDER_VERSION)

  await writeNews(place)
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
  await expect(sync(page)).toContainText('Reload needed')
  await expect(editor).toHaveCount(0)
  const news = newsOf(await read(place))
  expect(news.split('\n').length).toBeGreaterThan(NEWS.length)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+X')
  await page.reload()
  await expect(sync(page)).toContainText('Reload needed')
  const now = await read(place)
  expect(newsOf(now)).toBe(news)
  expect(documentSchema(now)).toBe(SCHEMA_VERSION)
  await reload()
  await expect(prose(page)).toContainText('Typed before. Cut away.')
  await expectNews(page)
  await context.close()
})

test('[HZ13] what it wrote and cut offline, while a newer one wrote, arrives after the reload and harms nothing', async ({
  browser,
}) => {
  const place = await newStory()
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const { page, text: editor, reload } = await older(context, place)
  await editor.click()
  await page.keyboard.type('To be cut')
  await page.keyboard.press('Enter')
  await page.keyboard.type('First half')
  await expect(sync(page)).toContainText('Saved')
  await context.setOffline(true)
  await expect(sync(page)).toContainText('Offline')
  await page.keyboard.type(', second half offline')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('ControlOrMeta+X')
  await expect(editor).not.toContainText('To be cut')

  await writeNews(place)
  const news = newsOf(await read(place))
  await context.setOffline(false)
  await expect(sync(page)).toContainText('Reload needed')
  expect(newsOf(await read(place))).toBe(news)
  await reload()
  await expect(sync(page)).toHaveText('Saved')
  await expect(prose(page)).toContainText('First half, second half offline')
  await expect(prose(page)).not.toContainText('To be cut')
  await expectNews(page)
  expect(newsOf(await read(place))).toBe(news)
  await context.close()
})

test('[I5] the first words of an empty story, written in it and in a page of today at once, are there once', async ({
  browser,
  open,
}) => {
  const place = await newStory()
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const { page: olders, text: editor, reload } = await older(context, place)
  const todays = await open(app().server, place.ana, storyPath(place.workspace, 'ST-1'))
  await expect(editor).toBeVisible()
  await expect(prose(todays)).toBeVisible()
  // Neither hears of the other before both have written.
  for (const page of [olders, todays]) {
    await page.context().setOffline(true)
    await expect(sync(page)).toContainText('Offline')
  }
  await editor.click()
  await olders.keyboard.type('Written in the older one')
  await prose(todays).click()
  await todays.keyboard.type('Written today')
  for (const page of [olders, todays]) await page.context().setOffline(false)
  const WORDS = ['Written in the older one', 'Written today']
  await expect(sync(todays)).toHaveText('Saved')
  // Where the newer one came first, it is told so, and sends what it has after the reload.
  await expect(sync(olders)).toHaveText(/^(Saved|Reload needed)/)
  await reload()
  for (const page of [olders, todays]) {
    for (const words of WORDS) await expect(prose(page)).toContainText(words)
  }
  await expect(sync(olders)).toHaveText('Saved')
  const written = storyText(await read(place))
  expect(WORDS.map((words) => written.split(words).length - 1)).toEqual([1, 1])
  await context.close()
})
