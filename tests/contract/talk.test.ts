import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { NewEvent, WorkspaceEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import type { Story } from '#lib/domain/story.ts'
import { applyTalk } from '#lib/domain/talk/apply.ts'
import { isInTalk } from '#lib/domain/talk/event.ts'
import { NO_TALK, NOBODY, type Talk } from '#lib/domain/talk/thread.ts'
import { restoreBackup, writeBackup } from '#server/storage/backup.ts'
import type { OpenedStorage } from '#server/storage/open.ts'
import { MemoryBlobs } from '#tests/support/files.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture, commitOf } from '#tests/support/storage-rows.ts'

const anchor = { kind: 'text', start: 'AAA=', end: 'AAE=', quote: 'kept quote' } as const
const said = (comment: string, text: string) => ({
  story: 's1',
  thread: 't',
  comment,
  text,
  mentions: { people: [`${text}-person`], teams: [] },
})
const FACTS: readonly NewEvent[] = [
  {
    ...said('c1', 'SECRET-first'),
    type: 'ThreadStarted',
    anchor,
    suggestion: { from: 'kept quote', to: 'SECRET-suggested' },
  },
  { ...said('c2', 'SECRET-answer'), type: 'ThreadReplied' },
  { ...said('c1', 'SECRET-edited'), type: 'CommentEdited' },
]

describeEachStorage('a discussion', (bench) => {
  /** Commits each fact by itself, with what it leads to. */
  async function talkedAbout(facts: readonly NewEvent[]): Promise<OpenedStorage> {
    const storage = await bench.open()
    await addWorkspace(storage)
    const first = capture(0, { story: 's1' })
    await storage.workspaces.commit(first)
    let story: Story = must(first.stories[0], 'story')
    let talk: Talk = NO_TALK
    for (const [index, fact] of facts.entries()) {
      const commit = commitOf(index + 1, [fact], [story])
      const [event] = commit.events
      if (event && event.story !== null && isInTalk(event)) talk = applyTalk(talk, event)
      story = commit.stories[0] ?? story
      const threads =
        fact.story !== null && isInTalk(fact)
          ? [{ story: 's1', id: fact.thread, thread: talk.get(fact.thread) ?? null }]
          : []
      await storage.workspaces.commit({ ...commit, threads })
    }
    return storage
  }

  async function everything(storage: OpenedStorage): Promise<string> {
    const events = await storage.workspaces.events('w1', 0, 100)
    const history = await storage.workspaces.history({ workspace: 'w1', limit: 100 })
    const contents = await storage.workspaces.load('w1')
    const rows: unknown[] = []
    await storage.archive.read(async (row) => void rows.push(row))
    return JSON.stringify([events, history, contents?.threads, contents?.stories, rows])
  }

  function talkOf(events: readonly WorkspaceEvent[]): Talk {
    return events.reduce<Talk>(
      (talk, event) => (event.story !== null && isInTalk(event) ? applyTalk(talk, event) : talk),
      NO_TALK,
    )
  }

  test('[I8] what is stored is what its events fold to, words that were replaced left out', async () => {
    const { workspaces } = await talkedAbout(FACTS)
    const events = await workspaces.events('w1', 1, 10)
    expect(events.map((event) => ('text' in event ? event.text : ''))).toEqual([
      null,
      'SECRET-answer',
      'SECRET-edited',
    ])
    expect(events[0]).toMatchObject({ mentions: NOBODY, suggestion: { to: 'SECRET-suggested' } })
    const { threads, stories } = must(await workspaces.load('w1'), 'workspace')
    expect(threads).toHaveLength(1)
    expect(threads[0]).toMatchObject({ story: 's1', id: 't', seq: 4 })
    expect(JSON.parse(must(threads[0]?.state, 'thread'))).toEqual(talkOf(events).get('t'))
    expect(stories[0]?.story.talk).toEqual({ comments: 2, open: 1 })
  })

  test('[TA12] deleted words are nowhere any more: not in the log, the lists or a backup', async () => {
    const gone = (comment: string): NewEvent => {
      return { type: 'CommentDeleted', story: 's1', thread: 't', comment, closes: false }
    }
    const one = await talkedAbout([...FACTS, gone('c1')])
    const left = await everything(one)
    expect(left).toContain('SECRET-answer')
    for (const word of ['first', 'edited', 'suggested'])
      expect(left).not.toContain(`SECRET-${word}`)
    const both = await talkedAbout([
      ...FACTS,
      gone('c1'),
      { ...gone('c2'), closes: true } as NewEvent,
    ])
    expect(await everything(both)).not.toContain('SECRET')
    const { threads, stories } = must(await both.workspaces.load('w1'), 'workspace')
    expect(threads).toEqual([{ story: 's1', id: 't', seq: 6, state: null }])
    expect(stories[0]?.story.talk).toEqual({ comments: 0, open: 0 })
  })

  test('[TA16] what was brought back is there, in the log as well, and gone once it is deleted again', async () => {
    const gone: NewEvent = {
      type: 'CommentDeleted',
      story: 's1',
      thread: 't',
      comment: 'c1',
      closes: false,
    }
    const back: NewEvent = {
      ...said('c1', 'SECRET-again'),
      type: 'CommentRestored',
      anchor,
      suggestion: { from: 'kept quote', to: 'SECRET-too' },
      opens: false,
    }
    const storage = await talkedAbout([...FACTS, gone, back])
    const { threads } = must(await storage.workspaces.load('w1'), 'workspace')
    const events = await storage.workspaces.events('w1', 1, 10)
    expect(JSON.parse(must(threads[0]?.state, 'thread'))).toEqual(talkOf(events).get('t'))
    expect(events.at(-1)).toEqual(expect.objectContaining(back))
    expect(await everything(await talkedAbout([...FACTS, gone, back, gone]))).not.toMatch(
      /SECRET-(again|too)/,
    )
  })

  test('[TR3] of a story that is removed for good nothing that was said is left', async () => {
    const purged: NewEvent = { type: 'StoryPurged', story: 's1', key: 'ABC-1', title: 'Story 1' }
    const storage = await talkedAbout([...FACTS, purged])
    expect(await everything(storage)).not.toContain('SECRET')
  })

  test('comes back from a backup', async () => {
    const storage = await talkedAbout(FACTS)
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'talk.backup')
    await writeBackup(storage.archive, new MemoryBlobs(), file, AT)
    const copy = await bench.open()
    await restoreBackup(copy.archive, new MemoryBlobs(), file)
    expect(await everything(copy)).toBe(await everything(storage))
  })
})
