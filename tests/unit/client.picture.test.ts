import { describe, expect, test } from 'vitest'
import type { AreaView } from '#lib/client/client.ts'
import type { ListMessage } from '#lib/client/lists.ts'
import { Outbox } from '#lib/client/outbox.ts'
import { Picture } from '#lib/client/picture.ts'
import type { Command, NewCommand } from '#lib/domain/command.ts'
import { teamList } from '#lib/domain/lists.ts'
import { must } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { AREA, ListServer, stored } from '#tests/support/clientLists.ts'
import { ana, kim } from '#tests/support/domain.ts'

const WEB = teamList('web')
const OPS = teamList('ops')

/** One person's page: the picture, its outbox, and what the server says of the lists. */
class Page {
  readonly outbox = new Outbox()
  readonly picture: Picture
  #commands = 0

  constructor(actor: Actor = ana) {
    const me = { ...actor, email: '', colour: 0 }
    this.picture = new Picture({ workspaceId: 'w1', me, outbox: this.outbox, now: () => 5 })
  }

  /** The view as a page shows it now. */
  get view(): Extract<AreaView, { phase: 'ready' }> {
    this.picture.show()
    const view = this.picture.view.get()
    if (view.phase === 'loading') throw new Error('Nothing is loaded')
    return view
  }

  hear(server: ListServer, ...lists: string[]): void {
    for (const list of lists) this.picture.receive(list, server.snapshot(list))
  }

  hearChanges(changes: ReturnType<ListServer['run']>): string[] {
    return changes.flatMap(({ list, change }) => {
      const message: ListMessage = { changes: [change] }
      return this.picture.receive(list, message)?.done ?? []
    })
  }

  /** Gives a command as if it had been accepted here and sent. */
  give(command: NewCommand): string {
    this.#commands += 1
    const id = `c${this.#commands}`
    const mine = stored({ ...command, id } as Command)
    const decision = this.picture.judge(mine)
    if (!decision.ok) throw new Error(decision.message)
    this.outbox.add(mine, null)
    this.picture.push(mine)
    return id
  }
}

/** Two teams with two stories each, and two ready ones. */
function busy(reader?: Actor): ListServer {
  const server = new ListServer(reader)
  server.team('web', ['w1', 'w2'])
  server.team('ops', ['o1', 'o2'])
  for (const story of ['r1', 'r2']) server.ready(story)
  return server
}

describe('[UX1] the view', () => {
  test('keeps the identity of everything that a change does not touch', () => {
    const server = busy()
    const page = new Page()
    page.hear(server, AREA, WEB, OPS)
    const before = page.view
    page.hearChanges(server.run({ type: 'rankStory', story: 'w2', place: { after: null } }))
    const after = page.view
    expect(after.backlogs.get('web')?.stories.map(({ id }) => id)).toEqual(['w2', 'w1'])
    expect(after.backlogs.get('ops')).toBe(before.backlogs.get('ops'))
    expect(after.columns).toBe(before.columns)
    expect(after.settings).toBe(before.settings)
    expect(after.members).toBe(before.members)
    expect(after.stories.get('w1')).toBe(before.stories.get('w1'))
  })

  test('is the same one when the server says what is known', () => {
    const server = busy()
    const page = new Page()
    page.hear(server, AREA, WEB, OPS)
    const before = page.view
    page.hear(server, AREA, OPS, WEB)
    expect(page.view).toBe(before)
  })

  test('keeps settings apart: a new theme is no other team', () => {
    const server = busy()
    const page = new Page()
    page.hear(server, AREA, WEB, OPS)
    const before = page.view
    page.hearChanges(server.run({ type: 'createTheme', theme: 'speed', name: 'Speed' }))
    const after = page.view
    expect(after.settings).not.toBe(before.settings)
    expect(after.settings.themes.get('speed')?.name).toBe('Speed')
    expect(after.settings.teams).toBe(before.settings.teams)
    expect(after.settings.policy).toBe(before.settings.policy)
    expect(after.backlogs).toBe(before.backlogs)
    expect(after.stories).toBe(before.stories)
  })
})

describe('[I6] a list that has not come', () => {
  test('is not loaded, and its stories are nowhere; with it they come', () => {
    const server = busy()
    const page = new Page()
    page.hear(server, AREA)
    expect(page.picture.followed.get()).toEqual([AREA, WEB, OPS])
    expect(page.view.backlogs.get('web')).toEqual({ isLoaded: false, stories: [], flow: null })
    page.hear(server, WEB)
    const { backlogs } = page.view
    expect(backlogs.get('web')).toMatchObject({ isLoaded: true, flow: { completed: 0 } })
    expect(backlogs.get('web')?.stories.map(({ id }) => id)).toEqual(['w1', 'w2'])
    expect(backlogs.get('ops')?.isLoaded).toBe(false)
  })

  test('of an archived team does not exist', () => {
    const server = new ListServer()
    server.team('web')
    server.run({ type: 'archiveTeam', team: 'web' })
    const page = new Page()
    page.hear(server, AREA)
    expect(page.picture.followed.get()).toEqual([AREA])
    expect(page.view.backlogs.size).toBe(0)
    expect(page.view.settings.teams.get('web')?.archivedAt).not.toBeNull()
  })
})

describe('[CM1] a command the server has done', () => {
  test('goes when the list its story came to has it; the list it left may still lack the news', () => {
    const server = busy()
    const page = new Page()
    page.hear(server, AREA, WEB, OPS)
    const id = page.give({ type: 'assignToTeam', story: 'r1', team: 'web' })
    const [toTeam, fromArea] = server.run({ type: 'assignToTeam', story: 'r1', team: 'web' })
    page.outbox.accepted(id, server.flow.events.length)
    for (const [change, done] of [
      [toTeam, [id]],
      [fromArea, []],
    ] as const) {
      expect(page.hearChanges([must(change, 'a change')])).toEqual(done)
      expect(page.view.stories.get('r1')).toBe(server.flow.stories.get('r1'))
      expect(page.view.columns.ready.map((story) => story.id)).toEqual(['r2'])
    }
  })

  test('is not let go of because another list is further', () => {
    const server = busy()
    const page = new Page()
    page.hear(server, AREA, WEB, OPS)
    const id = page.give({ type: 'moveToStep', story: 'w1', step: 'doing' })
    const stepped = server.run({ type: 'moveToStep', story: 'w1', step: 'doing' })
    page.outbox.accepted(id, server.flow.events.length)
    const other = server.run({ type: 'renameStory', story: 'r1', title: 'By somebody else' })
    expect(page.hearChanges(other)).toEqual([])
    expect(page.view.stories.get('w1')).toMatchObject({ step: 'doing' })
    expect(page.hearChanges(stepped)).toEqual([id])
  })
})

describe('[I8] a team that may not be seen any more', () => {
  test('takes its list, its stories and what is known of its trash along', () => {
    const server = new ListServer(kim)
    server.team('web', ['w1', 'w2'], { isPrivate: true })
    server.run({ type: 'setTeamMember', team: 'web', member: 'kim', role: 'member' })
    server.ready('r1')
    const page = new Page(kim)
    page.hear(server, AREA, WEB)
    page.hearChanges(server.run({ type: 'trashStory', story: 'w2' }))
    expect(page.picture.stories.get('w2')?.trashedAt).not.toBeNull()
    const [left] = server.run({ type: 'setTeamMember', team: 'web', member: 'kim', role: null })
    const { list, change } = must(left, 'the change of the area')
    const received = page.picture.receive(list, { changes: [change] })
    expect(received).toMatchObject({ dropped: [WEB], hidden: ['w1'] })
    expect([...page.picture.stories.keys()]).toEqual(['r1'])
    expect([...page.view.stories.keys()]).toEqual(['r1'])
    expect(page.view.backlogs.size).toBe(0)
    expect([...page.picture.lists].map(({ name }) => name)).toEqual([AREA])
  })

  test('is not shown from what this device kept of it, and its list is to leave the disk', () => {
    const server = new ListServer(kim)
    server.team('web', ['w1'], { isPrivate: true })
    const kept = [AREA, WEB].map((name) => {
      const message = server.snapshot(name)
      if (!('snapshot' in message)) throw new Error('no snapshot')
      const { seq, info, items } = message.snapshot
      return { name, seq, info, stories: items }
    })
    const page = new Page(kim)
    expect(page.picture.load(kept)).toEqual([WEB])
    expect(page.view.stories.size).toBe(0)
  })

  test('and the workspace itself: nothing is left', () => {
    const server = busy()
    const page = new Page()
    page.hear(server, AREA, WEB, OPS)
    page.picture.show()
    expect(page.picture.deny(AREA).dropped).toEqual([AREA, WEB, OPS])
    expect(page.picture.view.get().phase).toBe('loading')
    expect(page.picture.stories.size).toBe(0)
    expect(page.picture.followed.get()).toEqual([AREA])
  })
})
