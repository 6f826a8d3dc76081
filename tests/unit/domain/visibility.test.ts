import { describe, expect, it } from 'vitest'
import type { NewCommand } from '#lib/domain/command.ts'
import { audienceOf, readsStory, readsTeam } from '#lib/domain/visibility.ts'
import { adam, ana, bo, Flow, kim, pia, vic } from '#tests/support/domain.ts'

/** A private team of Bo's with one story, `secret`, and one that went back to the area, `open`. */
function withSecret(): Flow {
  const flow = new Flow().join(adam, pia, bo, vic)
  flow.found('dark', { bo: 'backlog-owner' }, { isPrivate: true }).found('web', { kim: 'member' })
  flow.putOnTeam('secret', 'dark')
  flow.put('idea')
  flow.put('ready', 'ready')
  return flow
}

describe('[RO10] private teams', () => {
  it('[RO10] only their members and administrators know of them and read their stories', () => {
    const flow = withSecret()
    for (const [actor, sees] of [
      [ana, true],
      [adam, true],
      [bo, true],
      [pia, false],
      [kim, false],
      [vic, false],
    ] as const) {
      expect(readsTeam(flow, 'dark', actor), actor.name).toBe(sees)
      expect(readsStory(flow, flow.story('secret'), actor), actor.name).toBe(sees)
      expect(readsTeam(flow, 'web', actor)).toBe(true)
      expect(readsStory(flow, flow.story('idea'), actor)).toBe(true)
      expect(audienceOf(flow, actor)).toBe(sees ? 'dark' : '')
    }
  })

  it('[RO10] [CM2] hidden and absent are refused with the same words', () => {
    const flow = withSecret()
    flow.put('gone')
    flow.must({ type: 'trashStory', story: 'gone' })
    flow.must({ type: 'purgeTrash', only: 'gone' })
    const pairs: ((id: string) => NewCommand)[] = [
      (story) => ({ type: 'renameStory', story, title: 'Mine' }),
      (story) => ({ type: 'bounceStory', story, reason: 'Because' }),
      (story) => ({ type: 'trashStory', story }),
      (story) => ({ type: 'restoreStory', story }),
      (story) => ({ type: 'watchStory', story }),
      (story) => ({ type: 'moveToStep', story, step: 'doing' }),
      (story) => ({ type: 'sizeStory', story, size: '3' }),
      (after) => ({ type: 'rankStory', story: 'idea', place: { after } }),
      (after) => ({ type: 'captureStory', story: 'new', title: 'New', place: { after } }),
      (other) => ({ type: 'setDependencies', story: 'idea', dependencies: [other] }),
      (duplicateOf) => ({ type: 'dismissStory', story: 'idea', reason: 'Same', duplicateOf }),
    ]
    for (const make of pairs) {
      const hidden = flow.run(make('secret'), pia)
      const { type } = make('secret')
      expect(hidden.ok, type).toBe(false)
      expect(hidden, type).toEqual(flow.run(make('gone'), pia))
    }
    const teams: ((id: string) => NewCommand)[] = [
      (team) => ({ type: 'assignToTeam', story: 'ready', team }),
      (team) => ({ type: 'reassignStory', story: 'ready', team }),
    ]
    for (const make of teams)
      expect(flow.run(make('dark'), pia)).toEqual(flow.run(make('nope'), pia))
  })

  it('[RO10] trashed, the story stays hidden; sent back, it is read by all', () => {
    const flow = withSecret()
    flow.must({ type: 'trashStory', story: 'secret' }, bo)
    expect(readsStory(flow, flow.story('secret'), pia)).toBe(false)
    expect(flow.run({ type: 'restoreStory', story: 'secret' }, pia)).toMatchObject({
      code: 'notFound',
    })
    flow.must({ type: 'restoreStory', story: 'secret' }, bo)
    flow.must({ type: 'bounceStory', story: 'secret', reason: 'For all' }, bo)
    expect(readsStory(flow, flow.story('secret'), pia)).toBe(true)
  })

  it('[RO10] who leaves the team, or when it becomes private, loses sight of it', () => {
    const flow = withSecret()
    flow.must({ type: 'setTeamMember', team: 'dark', member: 'bo', role: null })
    expect(readsTeam(flow, 'dark', bo)).toBe(false)
    flow.must({ type: 'changeTeam', team: 'web', isPrivate: true })
    expect(readsTeam(flow, 'web', pia)).toBe(false)
    expect(readsTeam(flow, 'web', kim)).toBe(true)
    expect(readsTeam(flow, 'nope', ana)).toBe(false)
  })
})
