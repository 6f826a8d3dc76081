import { expect, test } from 'vitest'
import type { MailWish } from '#server/storage/mailStore.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture, someone } from '#tests/support/storage-rows.ts'

const WISH: MailWish = {
  mentions: false,
  digest: 'hourly',
  zone: 'Asia/Tokyo',
  hour: 7,
  secret: 'x',
}

describeEachStorage('mail', (bench) => {
  async function filled() {
    const storage = await bench.open()
    await addWorkspace(storage)
    for (const id of ['u1', 'u2']) await storage.people.createUser(someone(id))
    await storage.people.addMember({ workspace: 'w1', user: 'u1', roles: ['owner'], joinedAt: AT })
    return storage
  }

  test('[MA2] what somebody wants is kept, the last word', async () => {
    const { mail } = await filled()
    expect(await mail.wish('u1')).toBeNull()
    await mail.keepWish('u1', { ...WISH, digest: 'daily' })
    await mail.keepWish('u1', WISH)
    expect(await mail.wish('u1')).toEqual(WISH)
    expect(await mail.wish('u2')).toBeNull()
  })

  test('[MA2] members whose workspace has gone on since their last mail are found, others are not', async () => {
    const { mail, people, workspaces } = await filled()
    const user = { id: 'u1', email: 'u1@example.com', name: 'Person u1', language: null }
    const workspace = { id: 'w1', name: 'Workspace w1', seq: 0 }
    expect(await mail.behind()).toEqual([{ workspace, user, wish: null, cursor: null }])
    const cursor = { mentionsSeq: 0, digestSeq: 0, digestAt: AT }
    await mail.keepCursor('w1', 'u1', cursor)
    expect(await mail.behind()).toEqual([])
    await workspaces.commit(capture(0))
    await mail.keepWish('u1', WISH)
    expect(await mail.behind()).toEqual([
      { workspace: { ...workspace, seq: 1 }, user, wish: WISH, cursor },
    ])
    await people.setLanguage('u1', 'de')
    expect((await mail.behind())[0]?.user.language).toBe('de')
    await mail.keepCursor('w1', 'u1', { ...cursor, mentionsSeq: 1 })
    expect(await mail.behind()).toHaveLength(1)
    await mail.keepCursor('w1', 'u1', { ...cursor, mentionsSeq: 1, digestSeq: 1 })
    expect(await mail.behind()).toEqual([])
  })
})
