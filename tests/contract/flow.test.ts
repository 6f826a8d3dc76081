import { expect, test } from 'vitest'
import type { NewEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'
import { DEFAULT_STEPS, type Team } from '#lib/domain/team.ts'
import type { Template } from '#lib/domain/template.ts'
import type { View } from '#lib/domain/view.ts'
import type { Persona, Theme } from '#lib/domain/theme.ts'
import type { NewVersion } from '#server/storage/storage.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import {
  addWorkspace,
  AT,
  capture,
  commitOf,
  someone,
  stateSaying,
  update,
} from '#tests/support/storage-rows.ts'

const TEAM: Team = {
  id: 'web',
  name: 'Web',
  isPrivate: false,
  backlogManagement: false,
  members: [{ user: 'u1', role: 'member' }],
  steps: DEFAULT_STEPS,
  scale: 'shirts',
  iterations: null,
  sample: false,
  archivedAt: null,
}
const THEME: Theme = {
  id: 'speed',
  name: 'Speed',
  colour: 4,
  intent: 'People wait',
  from: '2026-01-01',
  until: null,
  rank: 'a0',
  sample: false,
  archivedAt: null,
}
const TEMPLATE: Template = {
  id: 'bug',
  name: 'Bug',
  content: '## Customer value',
  isDefault: true,
  archivedAt: null,
}
const VIEW: View = {
  id: 'old',
  name: 'Old ideas',
  backlog: null,
  look: 'quiet=yes',
  owner: 'ana',
  isShared: false,
}
const GONE: View = { ...VIEW, id: 'gone' }
const PERSONA: Persona = { id: 'clerk', name: 'Clerk', about: '', sample: false, archivedAt: null }

describeEachStorage('the flow', (bench) => {
  async function openWithStory() {
    const storage = await bench.open()
    await addWorkspace(storage)
    const first = capture(0, { story: 's1' })
    await storage.workspaces.commit(first)
    return { ...storage, story: must(first.stories[0], 'story') }
  }

  test('[I8] what a workspace decides about itself is kept with its event, the last word on each thing', async () => {
    const { workspaces } = await openWithStory()
    const policy = { ...DEFAULT_POLICY, gate: 'block' as const }
    const facts: NewEvent[] = [
      { story: null, type: 'PolicySet', from: DEFAULT_POLICY, to: policy },
      { story: null, type: 'TeamSet', from: null, to: TEAM },
      { story: null, type: 'ThemeDefined', from: null, to: THEME },
      { story: null, type: 'PersonaDefined', from: null, to: PERSONA },
      { story: null, type: 'TemplateDefined', from: null, to: TEMPLATE },
      { story: null, type: 'ViewDefined', from: null, to: VIEW },
      { story: null, type: 'ViewDefined', from: null, to: GONE },
      { story: null, type: 'ViewDefined', from: GONE, to: null },
    ]
    await workspaces.commit(commitOf(1, facts))
    const renamed = { ...TEAM, name: 'Web and app' }
    const change = commitOf(9, [{ story: null, type: 'TeamSet', from: TEAM, to: renamed }])
    await workspaces.commit(change)
    expect((await workspaces.load('w1'))?.settings).toEqual({
      policy,
      teams: new Map([['web', renamed]]),
      themes: new Map([['speed', THEME]]),
      personas: new Map([['clerk', PERSONA]]),
      templates: new Map([['bug', TEMPLATE]]),
      views: new Map([['old', VIEW]]),
    })
    expect(await workspaces.events('w1', 9, 10)).toEqual(change.events)
    expect((await workspaces.events('w1', 1, 1))[0]).toMatchObject({ story: null })
  })

  test('[I8] settings of a commit that fails are not there', async () => {
    const { workspaces } = await openWithStory()
    const facts: NewEvent[] = [{ story: null, type: 'TeamSet', from: null, to: TEAM }]
    const repeated = commitOf(1, facts, [], { command: capture(0).command })
    await expect(workspaces.commit(repeated)).rejects.toThrow()
    expect((await workspaces.load('w1'))?.settings.teams.size).toBe(0)
  })

  test('[ST3] a story on a team comes back as it was stored', async () => {
    const { workspaces, story } = await openWithStory()
    const assigned: NewEvent = {
      story: 's1',
      type: 'StoryAssigned',
      team: 'web',
      step: 'todo',
      fromRank: story.rank,
      rank: 'a5',
    }
    const commit = commitOf(1, [assigned], [story])
    await workspaces.commit(commit)
    const [stored] = must(await workspaces.load('w1'), 'workspace').stories
    expect(stored).toEqual({ story: commit.stories[0], seq: 2 })
    expect(stored?.story).toMatchObject({ stage: null, team: 'web', step: 'todo', rank: 'a5' })
  })

  test('stories that a new policy judges otherwise are stored with its event', async () => {
    const { workspaces, story } = await openWithStory()
    const judged: Story = { ...story, readiness: { met: 0, of: 0, missing: [], advice: [] } }
    const policy: NewEvent = {
      story: null,
      type: 'PolicySet',
      from: DEFAULT_POLICY,
      to: DEFAULT_POLICY,
    }
    await workspaces.commit(commitOf(1, [policy], [], { stories: [judged] }))
    expect((await workspaces.load('w1'))?.stories).toEqual([{ story: judged, seq: 2 }])
  })

  test('roles change, and a membership ends, in the transaction of their event', async () => {
    const { workspaces, people } = await openWithStory()
    for (const user of ['u1', 'u2', 'u3']) {
      await people.createUser(someone(user))
      await people.addMember({ workspace: 'w1', user, roles: ['member'], joinedAt: AT })
    }
    const facts: NewEvent[] = [
      {
        story: null,
        type: 'RolesChanged',
        member: 'u2',
        from: ['member'],
        to: ['admin', 'product-manager'],
      },
      { story: null, type: 'RolesChanged', member: 'u3', from: ['member'], to: null },
    ]
    const failing = commitOf(1, facts, [], { command: capture(0).command })
    await expect(workspaces.commit(failing)).rejects.toThrow()
    expect((await people.members('w1')).map(({ roles }) => roles)).toEqual([
      ['member'],
      ['member'],
      ['member'],
    ])
    await workspaces.commit(commitOf(1, facts))
    const members = await people.members('w1')
    expect(members.map(({ user, roles }) => [user.id, ...roles])).toEqual([
      ['u1', 'member'],
      ['u2', 'admin', 'product-manager'],
    ])
    expect(await people.findUser('u3')).not.toBeNull()
    expect(await people.findMember('w1', 'u3')).toBeNull()
  })

  test('[ST7] a purge removes the story, its text and its versions, and nothing else', async () => {
    const { workspaces, documents, story } = await openWithStory()
    await workspaces.commit(capture(1, { story: 's2' }))
    await documents.append([
      update(1, { newClients: [7] }),
      update(2),
      update(3, { name: 'story:s2', newClients: [7] }),
    ])
    await documents.compact('w1', 'story:s1', new Uint8Array([1]), 1)
    const moved = (seq: number, id: string): NewVersion => ({ ...version(seq, 'text'), story: id })
    await workspaces.commit(
      commitOf(2, [dismissed('s1', story.rank)], [story], { versions: [moved(3, 's1')] }),
    )
    await workspaces.commit(
      commitOf(3, [renamed('s2')], await storiesOf(workspaces), { versions: [moved(4, 's2')] }),
    )
    const purge: NewEvent = {
      story: 's1',
      type: 'StoryPurged',
      key: story.key,
      title: story.title,
    }
    await workspaces.commit(commitOf(4, [purge], await storiesOf(workspaces)))
    const contents = must(await workspaces.load('w1'), 'workspace')
    expect(contents.stories.map(({ story: { id } }) => id)).toEqual(['s2'])
    expect(await documents.load('w1', 'story:s1')).toBeNull()
    expect((await documents.load('w1', 'story:s2'))?.owners).toEqual(new Map([[7, 'u1']]))
    expect(await workspaces.versions('w1', 's1')).toEqual([])
    expect(await workspaces.versionBytes('w1', 's1', 3)).toBeNull()
    expect(await workspaces.versions('w1', 's2')).toHaveLength(1)
    expect(await workspaces.events('w1', 0, 10)).toHaveLength(5)
  })

  test('[ST9] history is read backwards, in pages, by story, type, person and time', async () => {
    const { workspaces } = await openWithStory()
    for (let seq = 1; seq < 6; seq += 1) {
      await workspaces.commit(capture(seq, { story: `s${seq + 1}` }))
    }
    const team: NewEvent = { story: null, type: 'TeamSet', from: null, to: TEAM }
    const facts = [renamed('s2'), team, renamed('s1')]
    const commit = commitOf(6, facts, await storiesOf(workspaces))
    const byOther = { ...commit, events: commit.events.map((event) => ({ ...event, by: 'u2' })) }
    await workspaces.commit(byOther)
    const seqs = async (query: object, limit = 10) =>
      (await workspaces.history({ workspace: 'w1', limit, ...query })).map(({ seq }) => seq)
    expect(await seqs({})).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(await seqs({}, 2)).toEqual([9, 8])
    expect(await seqs({ before: 8 }, 2)).toEqual([7, 6])
    expect(await seqs({ story: 's1' })).toEqual([9, 1])
    expect(await seqs({ story: 's1', before: 9 })).toEqual([1])
    expect(await seqs({ types: ['StoryRenamed', 'TeamSet'] })).toEqual([9, 8, 7])
    expect(await seqs({ types: [] })).toEqual([])
    expect(await seqs({ by: 'u1' })).toEqual([6, 5, 4, 3, 2, 1])
    expect(await seqs({ by: 'u2', story: 's2' })).toEqual([7])
    expect(await seqs({ since: AT + 3, until: AT + 5 })).toEqual([4, 3])
    expect(await workspaces.history({ workspace: 'w2', limit: 9 })).toEqual([])
    expect((await workspaces.history({ workspace: 'w1', limit: 1 }))[0]).toEqual(byOther.events[2])
    const types = (await workspaces.events('w1', 6, 1, ['TeamSet'])).map(({ type }) => type)
    expect(types).toEqual(['TeamSet'])
  })
})

function version(seq: number, text: string): NewVersion {
  return {
    seq,
    story: 's1',
    cause: 'StoryMoved',
    by: 'u1',
    at: AT + seq,
    readiness: { met: 0, of: 0, missing: [], advice: [] },
    name: null,
    bytes: stateSaying(text),
    writers: { owners: new Map(), last: 'u1' },
  }
}

function renamed(story: string): NewEvent {
  return { story, type: 'StoryRenamed', from: 'a', to: 'b' }
}

function dismissed(story: string, fromRank: string): NewEvent {
  return {
    story,
    type: 'StoryMoved',
    from: 'idea',
    to: 'wont-do',
    fromRank,
    rank: 'a9',
    reason: 'No',
    revisitOn: null,
    duplicateOf: null,
  }
}

async function storiesOf(workspaces: {
  load(id: string): Promise<{ stories: readonly { story: Story }[] } | null>
}): Promise<Story[]> {
  return must(await workspaces.load('w1'), 'workspace').stories.map(({ story }) => story)
}
