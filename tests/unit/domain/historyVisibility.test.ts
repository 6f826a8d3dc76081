import { expect, test } from 'vitest'
import type { StoryEvent, WorkspaceEvent } from '#lib/domain/event.ts'
import { runsOf } from '#lib/domain/history/runs.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { JUDGED_BY, Past } from '#lib/domain/history/visibility.ts'
import { ana, Flow, kim } from '#tests/support/domain.ts'

const lee = { id: 'lee', name: 'Lee', roles: ['member'] } as const

/** Ana's workspace with the private team `den`, of which Kim is one and Lee is not. */
function world(): Flow {
  const flow = new Flow()
  flow.members.set(lee.id, lee)
  flow.run({ type: 'createTeam', team: 'den', name: 'Den', isPrivate: true })
  flow.run({ type: 'setTeamMember', team: 'den', member: 'kim', role: 'member' })
  flow.run({ type: 'createTeam', team: 'web', name: 'Web' })
  return flow
}

function seenBy(flow: Flow, reader: Pick<Actor, 'id' | 'roles'>): string[] {
  const past = new Past(flow, reader)
  const placings = flow.events.filter((event): event is StoryEvent =>
    (JUDGED_BY as readonly string[]).includes(event.type),
  )
  return flow.events
    .filter((event) =>
      past.tells(event, event.story === null ? undefined : flow.stories.get(event.story), placings),
    )
    .map(({ type }) => type)
}

test('[HI1] what happened on a private team’s backlog stays there, also when the story has come back', () => {
  const flow = world()
  flow.put('s1', 'ready')
  flow.run({ type: 'assignToTeam', story: 's1', team: 'den' })
  flow.run({ type: 'sizeStory', story: 's1', size: '3' })
  flow.run({ type: 'renameStory', story: 's1', title: 'The secret plan' })
  const open = ['TeamSet', 'StoryCaptured', 'StoryMoved', 'StoryMoved']
  expect(seenBy(flow, lee)).toEqual(['TeamSet'])
  expect(seenBy(flow, kim)).toEqual(flow.events.map(({ type }) => type))

  flow.run({ type: 'bounceStory', story: 's1', reason: 'Too secret' })
  flow.run({ type: 'renameStory', story: 's1', title: 'An open plan' })
  expect(seenBy(flow, lee)).toEqual([...open, 'StoryRenamed'])
  expect(seenBy(flow, ana)).toHaveLength(flow.events.length)

  flow.run({ type: 'markReady', story: 's1', confirmed: true })
  flow.run({ type: 'assignToTeam', story: 's1', team: 'web' })
  flow.run({ type: 'sizeStory', story: 's1', size: '5' })
  flow.run({ type: 'reassignStory', story: 's1', team: 'den' })
  expect(seenBy(flow, lee)).toEqual(['TeamSet'])
  flow.run({ type: 'reassignStory', story: 's1', team: 'web' })
  expect(seenBy(flow, lee)).toEqual([
    ...open,
    'StoryRenamed',
    'StoryMoved',
    'StoryAssigned',
    'StorySized',
  ])
})

test('[HI1] of a trashed story its readers know, of a removed one only administrators', () => {
  const flow = world()
  flow.put('s1')
  flow.run({ type: 'trashStory', story: 's1' })
  expect(seenBy(flow, lee)).toContain('StoryTrashed')
  flow.run({ type: 'purgeTrash', only: 's1' })
  expect(seenBy(flow, lee)).toEqual(['TeamSet'])
  expect(seenBy(flow, ana)).toContain('StoryPurged')
})

test('[HI1] whoever leaves a private team no longer reads its past', () => {
  const flow = world()
  expect(seenBy(flow, kim)).toHaveLength(3)
  flow.run({ type: 'setTeamMember', team: 'den', member: 'kim', role: null })
  expect(seenBy(flow, kim)).toHaveLength(1)
})

test('edits of one sitting are one line; another person, another story or a break begins the next', () => {
  const edit = (seq: number, minutes: number, by: string, story = 's1') =>
    ({ seq, at: minutes * 60_000, by, story, type: 'StoryDescribed' }) as unknown as WorkspaceEvent
  const events = [
    edit(9, 300, 'ana', 's2'),
    edit(8, 299, 'ana'),
    edit(7, 290, 'ana'),
    edit(6, 261, 'ana'),
    edit(5, 200, 'ana'),
    edit(4, 199, 'bo'),
    { ...edit(3, 198, 'bo'), type: 'StoryRenamed' } as unknown as WorkspaceEvent,
    { ...edit(2, 197, 'bo'), type: 'StoryRenamed' } as unknown as WorkspaceEvent,
  ]
  expect(runsOf(events).map((run) => run.map(({ seq }) => seq))).toEqual([
    [9],
    [8, 7, 6],
    [5],
    [4],
    [3],
    [2],
  ])
})

test('[VE2] a version that kept itself is told with the edit that it keeps, one with a name by itself', () => {
  const event = (seq: number, type: string, name: string | null = null) =>
    ({ seq, at: seq * 60_000, by: 'kim', story: 's1', type, name }) as unknown as WorkspaceEvent
  const told = runsOf([
    event(9, 'VersionKept'),
    event(8, 'StoryDescribed'),
    event(7, 'StoryDescribed'),
    event(6, 'VersionKept', 'Agreed'),
    event(5, 'VersionKept'),
    event(4, 'StoryRenamed'),
  ])
  expect(told.map((run) => run.map(({ seq }) => seq))).toEqual([[8, 9, 7], [6], [5], [4]])
})

test('[HI1] [VE5] what is done to a version is told to whoever may know of the version', () => {
  const flow = world()
  flow.put('s', 'ready')
  flow.must({ type: 'assignToTeam', story: 's', team: 'den' })
  const version = flow.events.length
  flow.must({ type: 'bounceStory', story: 's', reason: 'Again' })
  flow.must({ type: 'nameVersion', story: 's', version, name: 'Secret' })
  flow.must({ type: 'restoreVersion', story: 's', version, block: null })
  flow.must({ type: 'keepVersion', story: 's', name: null })
  flow.must({ type: 'nameVersion', story: 's', version: flow.events.length, name: 'Open' })
  const types = ['VersionNamed', 'VersionRestored', 'VersionKept', 'VersionNamed']
  const seen = (reader: Pick<Actor, 'id' | 'roles'>) =>
    seenBy(flow, reader).filter((type) => type.startsWith('Version'))
  expect(seen(kim)).toEqual(types)
  expect(seen(lee)).toEqual(['VersionKept', 'VersionNamed'])
})

test('[HI1] [HI6] a version is known to whoever may know of the event it was kept at, and of what was restored there', () => {
  const flow = world()
  flow.put('s', 'ready')
  flow.must({ type: 'assignToTeam', story: 's', team: 'den' })
  const [back] = flow.must({ type: 'bounceStory', story: 's', reason: 'Again' })
  expect(back?.type).toBe('StorySentBack')
  // Kept by the story's way back, which is not told, in the refinement area, which everybody reads.
  flow.must({ type: 'nameVersion', story: 's', version: flow.events.length, name: 'Secret' })
  flow.must({ type: 'restoreVersion', story: 's', version: flow.events.length - 1, block: null })
  // And versions of that one, and of that one again.
  for (const name of ['Again', 'And again']) {
    flow.must({ type: 'restoreVersion', story: 's', version: flow.events.length, block: null })
    flow.must({ type: 'nameVersion', story: 's', version: flow.events.length, name })
    flow.must({ type: 'restoreVersion', story: 's', version: flow.events.length - 1, block: null })
  }
  const seen = (reader: Pick<Actor, 'id' | 'roles'>) =>
    seenBy(flow, reader).filter((type) => type.startsWith('Version'))
  expect(seen(kim)).toHaveLength(8)
  expect(seen(lee)).toEqual([])
})
