import { expect, test } from 'vitest'
import type { OpenedStorage } from '#server/storage/open.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, update } from '#tests/support/storage-rows.ts'

const read = (story: string, position: number, text: string) => ({
  story,
  position,
  text,
  words: text.toLowerCase().split(' '),
})

const ALL = { after: null, limit: 100 }

describeEachStorage('the words of texts', (bench) => {
  async function withTexts(texts: Readonly<Record<string, string>>): Promise<OpenedStorage> {
    const storage = await bench.open()
    await addWorkspace(storage)
    for (const [story, text] of Object.entries(texts)) {
      await storage.documents.append([update(1, { name: `story:${story}` })])
      await storage.texts.keep('w1', read(story, 1, text))
    }
    return storage
  }

  test('[OF5] a story is unread until its words are kept, and again once more is written', async () => {
    const storage = await withTexts({})
    const { documents, texts } = storage
    await documents.append([
      update(1, { name: 'story:s1' }),
      update(2, { name: 'story:s2' }),
      update(3, { name: 'area:w1' }),
    ])
    const unread = async () => (await texts.unread('w1', 10)).map(({ story }) => story)
    expect(await texts.unread('w1', 1)).toEqual([{ story: 's1', position: 1 }])
    await texts.keep('w1', read('s1', 1, 'One'))
    expect(await unread()).toEqual(['s2'])
    await documents.append([update(4, { name: 'story:s1' })])
    expect(await texts.unread('w1', 10)).toContainEqual({ story: 's1', position: 2 })
    await texts.keep('w1', read('s1', 2, 'One two'))
    expect(await unread()).toEqual(['s2'])
    // Folding the log changes no word.
    await documents.compact('w1', 'story:s1', update(5).update, 2)
    expect(await unread()).toEqual(['s2'])
  })

  test('[OF5] finds the beginnings of words, and says which', async () => {
    const { texts } = await withTexts({
      s1: 'Export the Backlog',
      s2: 'Important exports',
      s3: 'Nothing',
    })
    expect(await texts.look('w1', ['export', 'back'], ALL)).toEqual({
      last: null,
      found: [
        { story: 's1', has: [true, true] },
        { story: 's2', has: [true, false] },
      ],
    })
    expect((await texts.look('w1', ['port', 'thing', '%', '_'], ALL)).found).toEqual([])
    expect((await texts.look('w2', ['export'], ALL)).found).toEqual([])
  })

  test('[OF5] looks on from where it stopped, each text once', async () => {
    const names = Array.from({ length: 7 }, (_, at) => `s${at}`)
    const { texts } = await withTexts(Object.fromEntries(names.map((name) => [name, 'same'])))
    const seen: string[] = []
    for (let after: string | null = null, isMore = true; isMore;) {
      const { last, found } = await texts.look('w1', ['same'], { after, limit: 3 })
      seen.push(...found.map(({ story }) => story))
      after = last
      isMore = last !== null
    }
    expect(seen).toEqual(names)
  })

  test('[OF5] what is kept goes with its document, and comes not without one', async () => {
    const { documents, texts } = await withTexts({ s1: 'Gone', s2: 'Here' })
    expect(await texts.texts('w1', ['s1', 's2', 's3'])).toEqual(
      new Map([
        ['s1', 'Gone'],
        ['s2', 'Here'],
      ]),
    )
    await documents.remove('w1', 'story:s1')
    await texts.keep('w1', read('s1', 1, 'Gone'))
    expect(await texts.texts('w1', ['s1', 's2'])).toEqual(new Map([['s2', 'Here']]))
    expect((await texts.look('w1', ['gone'], ALL)).found).toEqual([])
  })
})
