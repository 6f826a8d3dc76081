import { expect, test } from 'vitest'
import { applyUpdate, type Doc, encodeStateAsUpdate } from 'yjs'
import { appendStory } from '#lib/doc/append.ts'
import { storyText } from '#lib/doc/read.ts'
import { documentSchema, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { mentionsIn } from '#lib/doc/mentions.ts'
import { clientBench } from '#tests/support/clientBench.ts'
import { saved, until } from '#tests/support/clientDevice.ts'
import { docOf } from '#tests/support/clientText.ts'
import { OLDER_VERSION, OlderEditor } from '#tests/support/olderEditor.ts'
import {
  callout,
  details,
  documentOf,
  mention,
  paragraph,
  text,
} from '#tests/support/storyContent.ts'

const bench = clientBench()
const { device } = bench
const OLDER = { schemaVersion: OLDER_VERSION }
const NEWER = { schemaVersion: SCHEMA_VERSION }

/** Writes what the editor of the last release does not know, as one that knows it: the version it takes is raised with it. */
function writeNews(doc: Doc): void {
  const news = documentOf(
    callout('warning', paragraph('Mind the gap')),
    details('More', paragraph('Inside')),
    { type: 'paragraph', content: [text('Ask '), mention('person', 'kim', { label: 'Kim' })] },
  )
  appendStory(doc, news, { from: 'news', seq: 1, heading: 'News', where: '' })
}

const KEPT = ['News', 'Mind the gap', 'More', 'Inside', 'Ask @Kim']

/** What a page of the last release looks at before it opens its editor, and while that is open. */
const isTooNew = (doc: Doc) => documentSchema(doc) > OLDER_VERSION

async function writtenAnew(): Promise<Doc> {
  const reader = device('ana').open(NEWER)
  const doc = await docOf(reader.openStory('s1'))
  await saved(reader)
  return doc
}

test('[HZ13] a page of the last release does not open what it would destroy, and is told to reload', async () => {
  await bench.server.capture('s1')
  const ana = device().open(NEWER)
  writeNews(await docOf(ana.openStory('s1')))
  await saved(ana)
  const older = device().open(OLDER)
  const handle = older.openStory('s1')
  await until(older.sync, ({ kind }) => kind === 'reload-needed')
  expect(handle.state.get().phase).not.toBe('ready')
  expect(storyText(await writtenAnew()).split('\n')).toEqual(KEPT)
})

test('[HZ13] an older editor that is open when a newer one writes deletes nothing, and what it typed is kept', async () => {
  await bench.server.capture('s1')
  const laptop = device()
  const older = laptop.open(OLDER)
  const doc = await docOf(older.openStory('s1'))
  await saved(older)
  doc.getMap('meta').set('schema', OLDER_VERSION)
  let editor: OlderEditor | null = new OlderEditor(doc)
  doc.getMap('meta').observe(() => {
    if (!isTooNew(doc)) return
    editor?.destroy()
    editor = null
  })
  editor.type('Typed before')
  await saved(older)

  const ana = device().open(NEWER)
  const news = await docOf(ana.openStory('s1'))
  await until(ana.sync, ({ kind }) => kind === 'saved')
  writeNews(news)
  await saved(ana)
  await until(older.sync, ({ kind }) => kind === 'reload-needed')
  const now = storyText(await writtenAnew()).split('\n')
  expect(now).toEqual(expect.arrayContaining([...KEPT, 'Typed before']))
  await older.close()

  const reloaded = laptop.open(NEWER)
  expect(storyText(await docOf(reloaded.openStory('s1')))).toContain('Typed before')
})

test('[HZ13] what a broken older page writes all the same is not taken', async () => {
  await bench.server.capture('s1')
  const older = device().open(OLDER)
  const doc = await docOf(older.openStory('s1'))
  await saved(older)
  const ana = device().open(NEWER)
  const news = await docOf(ana.openStory('s1'))
  writeNews(news)
  await saved(ana)
  await until(older.sync, ({ kind }) => kind === 'reload-needed')
  // It looks at nothing, opens its editor, and the editor deletes what it does not know.
  applyUpdate(doc, encodeStateAsUpdate(news))
  const editor = new OlderEditor(doc)
  editor.type('x')
  expect(mentionsIn(doc)).toEqual([])
  ana.send({ type: 'renameStory', story: 's1', title: 'After it' })
  await saved(ana)
  const now = await writtenAnew()
  expect(storyText(now).split('\n')).toEqual(KEPT)
  expect(mentionsIn(now)).toHaveLength(1)
})

test('[HZ13] [UX12] it is told to reload for as long as it is too old, whatever else happens to the story', async () => {
  await bench.server.capture('s1')
  const older = device().open(OLDER)
  await docOf(older.openStory('s1'))
  await saved(older)
  const ana = device().open(NEWER)
  writeNews(await docOf(ana.openStory('s1')))
  await saved(ana)
  await until(older.sync, ({ kind }) => kind === 'reload-needed')
  // What changes in a story's lists has everybody's rights looked at again.
  for (const title of ['Renamed', 'Renamed again']) {
    ana.send({ type: 'renameStory', story: 's1', title })
    await until(
      older.area,
      (area) => area.phase === 'ready' && area.stories.get('s1')?.title === title,
    )
  }
  expect(older.sync.get().kind).toBe('reload-needed')
})
