import { expect, test } from 'vitest'
import type { StoryEvent, WorkspaceEvent } from '#lib/domain/event.ts'
import { runsOf } from '#lib/domain/history/runs.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { Past, PLACING } from '#lib/domain/history/visibility.ts'
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
    (PLACING as readonly string[]).includes(event.type),
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
