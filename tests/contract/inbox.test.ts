import { expect, test } from 'vitest'
import { type InboxEntry, newEntry } from '#lib/domain/inbox/entry.ts'
import { must } from '#lib/domain/must.ts'
import type { EntriesOfStory } from '#lib/domain/inbox/followers.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture, commitOf } from '#tests/support/storage-rows.ts'

const entry = (story: string, seq: number, more: Partial<InboxEntry> = {}): InboxEntry => ({
  ...newEntry(story),
  seq,
  notices: [{ seq, at: AT, by: 'u1', what: { kind: 'mentioned' }, why: 'mentioned' }],
  ...more,
})

/** The story that `filled` captures. */
const captured = capture(0, { story: 's1' }).stories

const of = (
  story: string,
  ...people: [string, InboxEntry][]
): ReadonlyMap<string, EntriesOfStory> => new Map([[story, new Map(people)]])

describeEachStorage('inboxes', (bench) => {
  async function filled() {
    const storage = await bench.open()
    await addWorkspace(storage)
    await addWorkspace(storage, 'w2')
    const inbox = of('s1', ['u1', entry('s1', 1)], ['u2', entry('s1', 1, { stance: 'muted' })])
    await storage.workspaces.commit({ ...capture(0, { story: 's1' }), inbox })
    const elsewhere = of('s9', ['u1', entry('s9', 1)])
    await storage.workspaces.commit({
      ...capture(0, { story: 's9', workspace: 'w2' }),
      inbox: elsewhere,
    })
    return { storage, inbox, elsewhere }
  }

  const inboxOf = async (
    { workspaces }: Awaited<ReturnType<typeof filled>>['storage'],
    id = 'w1',
  ) => must(await workspaces.load(id), id).inbox

  test('[I8] what inboxes hold is stored with the events, the newest of each story and person, by workspace', async () => {
    const { storage, inbox, elsewhere } = await filled()
    expect(await inboxOf(storage)).toEqual(inbox)
    const after = of('s1', ['u1', entry('s1', 2, { doneUpTo: 1 })])
    const done = commitOf(1, [{ type: 'NoticesDone', story: 's1', upTo: 1 }], captured)
    await storage.workspaces.commit({ ...done, stories: [], inbox: after })
    expect(await inboxOf(storage)).toEqual(after)
    expect(await inboxOf(storage, 'w2')).toEqual(elsewhere)
  })

  test('[I8] a commit that fails leaves the inboxes as they were', async () => {
    const { storage, inbox } = await filled()
    const late = of('s1', ['u1', entry('s1', 9)])
    await expect(
      storage.workspaces.commit({ ...capture(7, { story: 's8' }), inbox: late }),
    ).rejects.toThrow()
    expect(await inboxOf(storage)).toEqual(inbox)
  })

  test('[ST7] a story that is removed for good leaves every inbox', async () => {
    const { storage } = await filled()
    const purge = commitOf(1, [{ type: 'StoryPurged', story: 's1', key: 'ABC-1', title: 'Gone' }])
    await storage.workspaces.commit({ ...purge, stories: [] })
    expect(await inboxOf(storage)).toEqual(new Map())
  })

  test('a thousand people are told by one event', async () => {
    const { storage } = await filled()
    const people = Array.from({ length: 1_500 }, (_, index): [string, InboxEntry] => [
      `p${index}`,
      entry('s2', 2),
    ])
    const inbox = of('s2', ...people)
    await storage.workspaces.commit({ ...capture(1, { story: 's2' }), inbox })
    expect((await inboxOf(storage)).get('s2')).toEqual(inbox.get('s2'))
  })

  test('[IN7] the workspaces with a story set aside until a day are found, those without are not', async () => {
    const { storage } = await filled()
    expect(await storage.workspaces.withRevisits()).toEqual([])
    const { stories } = capture(0, { story: 's1' })
    const aside = commitOf(
      1,
      [
        {
          type: 'StoryMoved',
          story: 's1',
          from: 'idea',
          to: 'wont-do',
          fromRank: 'a1',
          rank: 'a1',
          reason: 'Later',
          revisitOn: '2026-03-01',
          setAsideBy: 'u1',
          duplicateOf: null,
        },
      ],
      stories,
    )
    await storage.workspaces.commit(aside)
    expect(await storage.workspaces.withRevisits()).toEqual(['w1'])
  })

  test('[IN6] what people did to their own inboxes is read by nobody else', async () => {
    const { storage } = await filled()
    const done = commitOf(1, [{ type: 'NoticesDone', story: 's1', upTo: 1 }], captured)
    await storage.workspaces.commit({ ...done, stories: [] })
    const read = (privateTo?: string) =>
      storage.workspaces.history({ workspace: 'w1', privateTo, limit: 10 })
    const types = async (privateTo?: string) => (await read(privateTo)).map(({ type }) => type)
    expect(await types('u1')).toEqual(['NoticesDone', 'StoryCaptured'])
    expect(await types('u2')).toEqual(['StoryCaptured'])
    expect(await types()).toEqual(['NoticesDone', 'StoryCaptured'])
  })
})
