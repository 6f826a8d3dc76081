import { describe, expect, test } from 'vitest'
import { Answers } from '#lib/client/answers.ts'
import type { ListMessage } from '#lib/client/lists.ts'
import { Outbox } from '#lib/client/outbox.ts'
import { Picture } from '#lib/client/picture.ts'
import type { TabMessage } from '#lib/client/tabs.ts'
import type { Command, NewCommand } from '#lib/domain/command.ts'
import { teamList } from '#lib/domain/lists.ts'
import { AREA, ListServer, stored } from '#tests/support/clientLists.ts'
import { ana } from '#tests/support/domain.ts'

const WEB = teamList('web')

/** A page on a team's backlog, with what it sends and hears. */
function page(server: ListServer) {
  const outbox = new Outbox()
  const me = { ...ana, email: '', colour: 0 }
  const picture = new Picture({ workspaceId: 'w1', me, outbox, now: () => 5 })
  const told: TabMessage[] = []
  const settled: string[] = []
  const answers = new Answers({
    outbox,
    picture,
    environment: { now: () => 5, chance: () => 0 },
    tabs: { onMessage: () => {}, tell: (message: TabMessage) => told.push(message) } as never,
    store: () => ({ settled: (ids: readonly string[]) => settled.push(...ids) }) as never,
    show: () => {},
    look: () => {},
  })
  for (const list of [AREA, WEB]) picture.receive(list, server.snapshot(list))
  return {
    outbox,
    answers,
    told,
    settled,
    order: () => {
      picture.show()
      const view = picture.view.get()
      if (view.phase === 'loading') throw new Error('Nothing is loaded')
      return view.backlogs.get('web')?.stories.map(({ id }) => id)
    },
    give(id: string, command: NewCommand): void {
      const mine = stored({ ...command, id } as Command)
      outbox.add(mine, null)
      picture.push(mine)
      outbox.sent(id)
    },
    /** Hears what the server says of the backlog after this command. */
    hear(command: NewCommand, by?: string): number {
      const changes = server
        .run(command)
        .map(({ change }) => ({ ...change, ...(by && { command: by }) }))
      const message: ListMessage = { changes }
      outbox.hear(changes)
      const done = picture.receive(WEB, message)?.done ?? []
      answers.arrived(done, message)
      return changes.at(-1)?.seq ?? 0
    },
  }
}

function backlog(): ListServer {
  const server = new ListServer()
  server.team('web', ['w1', 'w2', 'w3', 'w4'])
  return server
}

const behind = (story: string, after: string): NewCommand => ({
  type: 'rankStory',
  story,
  place: { after },
})

describe('[I3] [UX1] what the server has done', () => {
  test('two stories put at one place never change places, whenever the list and the answers come', () => {
    const { give, hear, order, answers } = page(backlog())
    give('c1', behind('w1', 'w3'))
    give('c2', behind('w4', 'w3'))
    expect(order()).toEqual(['w2', 'w3', 'w4', 'w1'])
    const first = hear(behind('w1', 'w3'), 'c1')
    expect(order()).toEqual(['w2', 'w3', 'w4', 'w1'])
    answers.take({ id: 'c1', ok: true, seq: first })
    expect(order()).toEqual(['w2', 'w3', 'w4', 'w1'])
    hear(behind('w4', 'w3'), 'c2')
    expect(order()).toEqual(['w2', 'w3', 'w4', 'w1'])
    answers.close()
  })

  test('a list that tells of a command is its answer: other tabs hear of it, and whoever waits', async () => {
    const { give, hear, outbox, told, answers } = page(backlog())
    give('c1', behind('w1', 'w3'))
    const answer = answers.to('c1')
    const seq = hear(behind('w1', 'w3'), 'c1')
    expect(outbox.entries).toEqual([])
    expect(told).toEqual([{ kind: 'accepted', id: 'c1', seq }])
    expect(await answer).toEqual({ ok: true })
    expect(answers.has('c1')).toBe(true)
    answers.close()
  })

  test('one that a list told of stays until every list has its effect, and goes again when the connection is lost', () => {
    const { give, outbox, answers } = page(backlog())
    give('c1', behind('w1', 'w3'))
    outbox.hear([{ seq: 999, command: 'c1' }])
    expect(outbox.get('c1')?.phase).toEqual({ kind: 'sent', told: 999 })
    expect(outbox.unsettled).toBe(1)
    outbox.connectionLost()
    expect(outbox.get('c1')?.phase).toEqual({ kind: 'waiting', notBefore: 0 })
    answers.close()
  })

  test('what others did, and what names nobody’s command, settles nothing', () => {
    const { give, hear, outbox, answers } = page(backlog())
    give('c1', behind('w1', 'w3'))
    hear(behind('w4', 'w3'), 'somebody-elses')
    hear(behind('w2', 'w4'))
    expect(outbox.get('c1')?.phase.kind).toBe('sent')
    answers.close()
  })
})
