import { expect, test } from 'vitest'
import { setUpOwner, startTestServer } from '#tests/support/server.ts'

test('[TP5] the text of an archived template stays on the server until it is restored', async () => {
  const server = await startTestServer()
  try {
    const { owner, workspace } = await setUpOwner(server)
    const base = `/api/v1/workspaces/${workspace}`
    const send = async (command: object) => {
      const { status } = await owner.post(`${base}/commands`, {
        command: { id: crypto.randomUUID(), template: 'bug', ...command },
      })
      expect(status).toBe(200)
    }
    const sent = async () =>
      (await owner.get(`${base}/lists/area:${workspace}`)).body.info.templates
    await send({ type: 'defineTemplate', name: 'Bug', content: 'What happens' })
    await send({ type: 'archiveTemplate' })
    expect(await sent()).toEqual([
      { id: 'bug', name: 'Bug', content: '', isDefault: false, archivedAt: expect.any(Number) },
    ])
    await send({ type: 'defineTemplate', name: 'Old bug' })
    await send({ type: 'reviveTemplate' })
    expect(await sent()).toEqual([
      { id: 'bug', name: 'Old bug', content: 'What happens', isDefault: false, archivedAt: null },
    ])
  } finally {
    await server.stop()
  }
})
