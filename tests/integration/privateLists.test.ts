import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinAs, setUpOwner, startTestServer, type TestServer } from '#tests/support/server.ts'
import type { Visitor } from '#tests/support/visitor.ts'

let server: TestServer
let base: string
let ana: Visitor
let kim: Visitor
let lee: Visitor

async function send(who: Visitor, ...commands: object[]): Promise<void> {
  for (const command of commands) {
    const { status, body } = await who.post(`${base}/commands`, {
      command: { id: crypto.randomUUID(), ...command },
    })
    if (status !== 200) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(body)}`)
  }
}

beforeAll(async () => {
  server = await startTestServer()
  const { owner, workspace } = await setUpOwner(server)
  ana = owner
  base = `/api/v1/workspaces/${workspace}`
  kim = await joinAs(server, ana, workspace, { name: 'Kim', email: 'kim@example.com' })
  lee = await joinAs(server, ana, workspace, { name: 'Lee', email: 'lee@example.com' })
  const { body } = await kim.get('/api/v1/me')
  await send(
    ana,
    { type: 'createTeam', team: 'den', name: 'Hidden room', isPrivate: true },
    { type: 'setTeamMember', team: 'den', member: body.user.id, role: 'member' },
    { type: 'captureStory', story: 's1', title: 'Known before' },
    { type: 'startRefining', story: 's1' },
    { type: 'markReady', story: 's1', confirmed: true },
    { type: 'assignToTeam', story: 's1', team: 'den' },
    { type: 'renameStory', story: 's1', title: 'Acquisition' },
  )
})
afterAll(() => server.stop())

test('over HTTP a private team is there for its members and administrators', async () => {
  for (const person of [ana, kim]) {
    const { status, body } = await person.get(`${base}/lists/team:den`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      items: [{ id: 's1', title: 'Acquisition', step: 'todo' }],
      info: { team: { name: 'Hidden room' } },
    })
  }
})

test('for everyone else it answers as if there were none, and no other list names it', async () => {
  const hidden = await lee.get(`${base}/lists/team:den`)
  const absent = await lee.get(`${base}/lists/team:nothing`)
  expect([hidden.status, hidden.body]).toEqual([404, absent.body])
  const area = await lee.get(`${base}/lists/area:${base.split('/').at(-1)}`)
  expect(area.status).toBe(200)
  const said = JSON.stringify(area.body)
  for (const secret of ['"den"', 'Hidden room', 'Acquisition']) expect(said).not.toContain(secret)
})

test('[RD4] a refusal at the gate names what is missing', async () => {
  await send(ana, { type: 'captureStory', story: 's2', title: 'Bare' })
  await send(ana, { type: 'startRefining', story: 's2' })
  const { status, body } = await ana.post(`${base}/commands`, {
    command: { id: 'gate', type: 'markReady', story: 's2' },
  })
  expect(status).toBe(422)
  expect(body.result).toMatchObject({
    code: 'notReady',
    missing: ['value', 'criteria', 'theme', 'persona'],
  })
})
