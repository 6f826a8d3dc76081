import { expect, test } from 'vitest'
import { apply } from '#lib/domain/apply.ts'
import type { StoryEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import { NEW_SETTINGS } from '#lib/domain/settings.ts'
import { SequenceConflict, type Commit } from '#server/storage/storage.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture } from '#tests/support/storage-rows.ts'

describeEachStorage('decisions', (bench) => {
  async function openWithWorkspace() {
    const storage = await bench.open()
    await addWorkspace(storage)
    return storage.workspaces
  }

  test('a new workspace is empty and begins with story 1', async () => {
    const workspaces = await openWithWorkspace()
    const workspace = { id: 'w1', name: 'Workspace w1', keyPrefix: 'ABC', at: AT }
    expect(await workspaces.find('w1')).toEqual(workspace)
    expect(await workspaces.load('w1')).toEqual({
      workspace,
      seq: 0,
      nextNumber: 1,
      stories: [],
      threads: [],
      sessions: [],
      ballots: [],
      inbox: new Map(),
      settings: NEW_SETTINGS,
    })
    expect(await workspaces.find('none')).toBeNull()
    expect(await workspaces.load('none')).toBeNull()
  })

  test('a workspace can be renamed, and two cannot have one id', async () => {
    const workspaces = await openWithWorkspace()
    await workspaces.rename('w1', 'Ñandú 團隊 🦆')
    expect((await workspaces.find('w1'))?.name).toBe('Ñandú 團隊 🦆')
    await expect(
      workspaces.create({ id: 'w1', name: 'Other', keyPrefix: 'O', at: AT }),
    ).rejects.toThrow()
    expect((await workspaces.find('w1'))?.keyPrefix).toBe('ABC')
  })

  test('[I8] the events of a command and the stories they lead to are stored together', async () => {
    const workspaces = await openWithWorkspace()
    const first = capture(0)
    await workspaces.commit(first)
    const captured = must(first.stories[0], 'story')
    const renamed: StoryEvent = {
      type: 'StoryRenamed',
      seq: 2,
      story: captured.id,
      at: AT,
      by: 'u2',
      command: 'c2',
      from: captured.title,
      to: 'Pay on delivery',
    }
    const story = must(apply(captured, renamed, DEFAULT_POLICY), 'renamed story')
    await workspaces.commit({ ...capture(1), events: [renamed], stories: [story], nextNumber: 2 })
    expect(await workspaces.load('w1')).toMatchObject({
      seq: 2,
      nextNumber: 2,
      stories: [{ story, seq: 2 }],
    })
    expect(await workspaces.events('w1', 0, 10)).toEqual([...first.events, renamed])
  })

  test('[I2] a writer whose picture is stale meets SequenceConflict and changes nothing', async () => {
    const workspaces = await openWithWorkspace()
    await workspaces.commit(capture(0))
    await expect(workspaces.commit({ ...capture(0), nextNumber: 77 })).rejects.toThrow(
      SequenceConflict,
    )
    await expect(workspaces.commit(capture(5))).rejects.toThrow(SequenceConflict)
    const contents = must(await workspaces.load('w1'), 'workspace')
    expect([contents.seq, contents.nextNumber, contents.stories.length]).toEqual([1, 2, 1])
  })

  test('[I2] of many writers at one place exactly one gets it', async () => {
    const workspaces = await openWithWorkspace()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => {
        const commit = capture(0, { story: `s${index}` })
        return workspaces.commit({
          ...commit,
          command: { ...commit.command, id: `racing ${index}` },
        })
      }),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(SequenceConflict)
    }
    expect((await workspaces.load('w1'))?.stories).toHaveLength(1)
  })

  test('[I8] a commit that fails at its last row has no effect at all', async () => {
    const workspaces = await openWithWorkspace()
    await workspaces.commit(capture(0))
    const repeated: Commit = { ...capture(1), command: capture(0).command }
    await expect(workspaces.commit(repeated)).rejects.toThrow()
    expect(await workspaces.load('w1')).toMatchObject({
      seq: 1,
      nextNumber: 2,
      stories: [{ seq: 1 }],
    })
    expect(await workspaces.events('w1', 0, 10)).toHaveLength(1)
    await workspaces.commit(capture(1))
    expect((await workspaces.load('w1'))?.seq).toBe(2)
  })

  test('[I8] events that would leave a gap are refused', async () => {
    const workspaces = await openWithWorkspace()
    const { events, ...rest } = capture(1)
    await expect(workspaces.commit({ ...rest, events, expectedSeq: 0 })).rejects.toThrow(
      'without a gap',
    )
    expect((await workspaces.load('w1'))?.seq).toBe(0)
  })

  test('[CM1] a command is found by its workspace, person and id', async () => {
    const storage = await bench.open()
    await addWorkspace(storage, 'w1')
    await addWorkspace(storage, 'w2')
    const { workspaces } = storage
    await workspaces.commit(capture(0))
    expect(await workspaces.findCommand('w1', 'u1', 'c1')).toEqual({ seq: 1 })
    expect(await workspaces.findCommand('w1', 'u2', 'c1')).toBeNull()
    expect(await workspaces.findCommand('w2', 'u1', 'c1')).toBeNull()
    expect(await workspaces.findCommand('w1', 'u1', 'c2')).toBeNull()
  })

  test('[CM1] a command without an effect is recorded too', async () => {
    const workspaces = await openWithWorkspace()
    await workspaces.commit(capture(0))
    const command = { id: 'nothing to do', user: 'u1', at: AT }
    await workspaces.commit({
      workspace: 'w1',
      expectedSeq: 1,
      events: [],
      stories: [],
      nextNumber: 2,
      command,
    })
    expect(await workspaces.findCommand('w1', 'u1', 'nothing to do')).toEqual({ seq: 1 })
    expect((await workspaces.load('w1'))?.seq).toBe(1)
  })

  test('[I8] events come in pages, in order, from any place', async () => {
    const workspaces = await openWithWorkspace()
    for (let seq = 0; seq < 7; seq += 1) await workspaces.commit(capture(seq))
    const seqs = async (since: number, limit: number) =>
      (await workspaces.events('w1', since, limit)).map(({ seq }) => seq)
    expect(await seqs(0, 3)).toEqual([1, 2, 3])
    expect(await seqs(3, 3)).toEqual([4, 5, 6])
    expect(await seqs(6, 3)).toEqual([7])
    expect(await seqs(7, 3)).toEqual([])
    expect(await workspaces.events('w2', 0, 3)).toEqual([])
  })

  test('[I5] whatever text people type comes back as it was', async () => {
    const workspaces = await openWithWorkspace()
    const title = `a\0b \u2028 'quote" \\ 🦆 ${'\ud800'} <script> ${'x'.repeat(480)}`
    const commit = capture(0, { title })
    await workspaces.commit({ ...commit, command: { ...commit.command, id: 'c\0' } })
    expect((await workspaces.load('w1'))?.stories[0]?.story.title).toBe(title)
    expect(await workspaces.events('w1', 0, 1)).toEqual(commit.events)
    expect(await workspaces.findCommand('w1', 'u1', 'c\0')).toEqual({ seq: 1 })
  })

  test('[I8] one command may change thousands of stories', async () => {
    const workspaces = await openWithWorkspace()
    const commits = Array.from({ length: 2_500 }, (_, seq) => capture(seq))
    const all: Commit = {
      ...capture(0),
      events: commits.flatMap(({ events }) => events),
      stories: commits.flatMap(({ stories }) => stories),
      nextNumber: 2_501,
    }
    await workspaces.commit(all)
    const contents = must(await workspaces.load('w1'), 'workspace')
    expect([contents.seq, contents.stories.length]).toEqual([2_500, 2_500])
    expect(contents.stories.find(({ story }) => story.id === 's9')?.seq).toBe(9)
  })
})
