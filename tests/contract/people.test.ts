import { expect, test } from 'vitest'
import { EmailTaken, type InvitationRow } from '#server/storage/storage.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, someone } from '#tests/support/storage-rows.ts'

const HOUR = 3_600_000

describeEachStorage('people', (bench) => {
  async function openWith(...ids: string[]) {
    const storage = await bench.open()
    await addWorkspace(storage)
    for (const id of ids) await storage.people.createUser(someone(id))
    return storage.people
  }

  test('a user is found by id and e-mail; only the e-mail tells the password hash', async () => {
    const people = await openWith()
    expect(await people.countUsers()).toBe(0)
    const user = await people.createUser(someone('u1', { email: 'Ana@Example.com' }))
    expect(user).toEqual({
      id: 'u1',
      email: 'Ana@Example.com',
      name: 'Person u1',
      colour: 3,
      createdAt: AT,
    })
    expect(await people.findUser('u1')).toEqual(user)
    expect(await people.findUserByEmail(' aNA@example.COM ')).toEqual({
      ...user,
      passwordHash: 'hash of u1',
    })
    expect(await people.findUser('u2')).toBeNull()
    expect(await people.findUserByEmail('bo@example.com')).toBeNull()
    expect(await people.countUsers()).toBe(1)
  })

  test('[MA8] an account has the language that was chosen last, and until then the first that was seen', async () => {
    const people = await openWith('u1', 'u2')
    expect(await people.languageOf('u1')).toBeNull()
    await people.setFirstLanguage('u1', 'de')
    await people.setFirstLanguage('u1', 'en')
    expect(await people.languageOf('u1')).toBe('de')
    await people.setLanguage('u1', 'en')
    expect(await people.languageOf('u1')).toBe('en')
    expect([await people.languageOf('u2'), await people.languageOf('nobody')]).toEqual([null, null])
  })

  test('a workspace is founded with its owner, all of it or nothing', async () => {
    const storage = await bench.open()
    const { people, workspaces } = storage
    const founding = (id: string) => ({ id, name: 'Acme', keyPrefix: 'AC', at: AT })
    expect(await people.foundWorkspace(founding('w1'), someone('u1'))).toEqual(founding('w1'))
    await people.foundWorkspace(founding('w2'), 'u1')
    expect(await people.memberships('u1')).toEqual(
      ['w1', 'w2'].map((id) => ({ workspace: founding(id), roles: ['owner'] })),
    )
    const taken = someone('u2', { email: 'U1@example.com' })
    await expect(people.foundWorkspace(founding('w3'), taken)).rejects.toThrow(EmailTaken)
    expect(await workspaces.find('w3')).toBeNull()
    await expect(people.foundWorkspace(founding('w1'), someone('u3'))).rejects.toThrow()
    expect(await people.findUser('u3')).toBeNull()
  })

  test('an e-mail belongs to one account, however it is written, also in a race', async () => {
    const people = await openWith('u1')
    await expect(people.createUser(someone('u2', { email: 'U1@EXAMPLE.com' }))).rejects.toThrow(
      EmailTaken,
    )
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((id) =>
        people.createUser(someone(id, { email: `new@example.com` })),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await people.countUsers()).toBe(2)
  })

  test('a password can be changed', async () => {
    const people = await openWith('u1', 'u2')
    await people.setPassword('u1', 'new hash', null)
    expect((await people.findUserByEmail('u1@example.com'))?.passwordHash).toBe('new hash')
    expect((await people.findUserByEmail('u2@example.com'))?.passwordHash).toBe('hash of u2')
  })

  test('members have roles in each workspace, and keep them when added again', async () => {
    const storage = await bench.open()
    const { people } = storage
    await addWorkspace(storage, 'w1')
    await addWorkspace(storage, 'w2')
    await people.createUser(someone('u1'))
    await people.createUser(someone('u2'))
    await people.addMember({
      workspace: 'w1',
      user: 'u1',
      roles: ['owner', 'product-manager'],
      joinedAt: AT,
    })
    await people.addMember({ workspace: 'w1', user: 'u2', roles: ['viewer'], joinedAt: AT + 1 })
    await people.addMember({ workspace: 'w2', user: 'u1', roles: ['member'], joinedAt: AT + 2 })
    await people.addMember({ workspace: 'w1', user: 'u1', roles: ['viewer'], joinedAt: AT + 3 })
    expect(await people.findMember('w1', 'u1')).toEqual({
      user: { id: 'u1', email: 'u1@example.com', name: 'Person u1', colour: 3, createdAt: AT },
      roles: ['owner', 'product-manager'],
      joinedAt: AT,
    })
    expect(await people.findMember('w2', 'u2')).toBeNull()
    expect((await people.members('w1')).map(({ user, roles }) => [user.id, roles])).toEqual([
      ['u1', ['owner', 'product-manager']],
      ['u2', ['viewer']],
    ])
    expect(
      (await people.memberships('u1')).map(({ workspace, roles }) => [workspace.id, roles]),
    ).toEqual([
      ['w1', ['owner', 'product-manager']],
      ['w2', ['member']],
    ])
  })

  test('sessions are found with their user, extended, and ended one, all or expired', async () => {
    const people = await openWith('u1', 'u2')
    const session = (idHash: string, user: string, expiresAt: number) => ({
      idHash,
      user,
      createdAt: AT,
      expiresAt,
      device: 'Firefox on Linux',
    })
    await people.createSession(session('a', 'u1', AT + HOUR))
    await people.createSession(session('b', 'u1', AT + 2 * HOUR))
    await people.createSession(session('c', 'u2', AT + 3 * HOUR))
    const found = await people.findSession('a')
    expect(found?.session).toEqual(session('a', 'u1', AT + HOUR))
    expect(found?.user).toEqual(await people.findUser('u1'))

    await people.extendSession('a', AT + 5 * HOUR)
    await people.deleteExpiredSessions(AT + 2 * HOUR)
    expect((await people.sessionsOf('u1')).map(({ idHash }) => idHash)).toEqual(['a'])
    await people.deleteSession('c')
    expect(await people.findSession('c')).toBeNull()
    await people.createSession(session('d', 'u1', AT + HOUR))
    await people.deleteSessionsOf('u1')
    expect(await people.sessionsOf('u1')).toEqual([])
  })

  test('an invitation is used up, and is worth nothing once revoked or expired', async () => {
    const people = await openWith('u1', 'u2', 'u3')
    await people.createInvitation(invitation('once', { usesLeft: 1, roles: ['viewer'] }))
    expect(await people.acceptInvitation('hash of once', 'u1', AT)).toBe(true)
    expect(await people.acceptInvitation('hash of once', 'u2', AT)).toBe(false)
    expect((await people.findInvitation('hash of once'))?.usesLeft).toBe(0)
    expect(await people.findMember('w1', 'u1')).toMatchObject({ roles: ['viewer'], joinedAt: AT })
    expect(await people.findMember('w1', 'u2')).toBeNull()

    await people.createInvitation(invitation('late'))
    expect(await people.acceptInvitation('hash of late', 'u2', AT + HOUR)).toBe(false)
    expect(await people.findInvitation('hash of late')).toEqual(invitation('late'))

    await people.createInvitation(invitation('revoked'))
    await people.revokeInvitation('another workspace', 'revoked', AT)
    expect(await people.acceptInvitation('hash of revoked', 'u2', AT)).toBe(true)
    await people.revokeInvitation('w1', 'revoked', AT + 1)
    await people.revokeInvitation('w1', 'revoked', AT + 2)
    expect(await people.acceptInvitation('hash of revoked', 'u3', AT)).toBe(false)
    expect((await people.findInvitation('hash of revoked'))?.revokedAt).toBe(AT + 1)
    expect(await people.acceptInvitation('no such hash', 'u3', AT)).toBe(false)
    expect(await people.findMember('w1', 'u3')).toBeNull()
    expect((await people.invitations('w1')).map(({ id }) => id)).toEqual([
      'late',
      'once',
      'revoked',
    ])
  })

  test('who is a member already uses nothing up and keeps the roles they have', async () => {
    const people = await openWith('u1')
    await people.addMember({ workspace: 'w1', user: 'u1', roles: ['owner'], joinedAt: AT })
    await people.createInvitation(invitation('link', { usesLeft: 1 }))
    expect(await people.acceptInvitation('hash of link', 'u1', AT)).toBe(true)
    expect((await people.findInvitation('hash of link'))?.usesLeft).toBe(1)
    expect((await people.findMember('w1', 'u1'))?.roles).toEqual(['owner'])
  })

  test('a new person is created, made a member and counted together, or not at all', async () => {
    const people = await openWith('u1')
    await people.createInvitation(invitation('link', { usesLeft: 1 }))
    const taken = someone('u2', { email: 'u1@example.com' })
    await expect(people.acceptInvitation('hash of link', taken, AT)).rejects.toThrow(EmailTaken)
    expect((await people.findInvitation('hash of link'))?.usesLeft).toBe(1)
    expect(await people.acceptInvitation('hash of link', someone('u3'), AT)).toBe(true)
    expect((await people.findMember('w1', 'u3'))?.roles).toEqual(['member'])
    expect(await people.acceptInvitation('hash of link', someone('u4'), AT)).toBe(false)
    expect(await people.findUser('u4')).toBeNull()
    // A user who cannot become a member: nothing of it remains.
    await people.createInvitation(invitation('other', { usesLeft: 1 }))
    await expect(people.acceptInvitation('hash of other', 'nobody', AT)).rejects.toThrow()
    expect((await people.findInvitation('hash of other'))?.usesLeft).toBe(1)
  })

  test('people in a race never use an invitation more often than it allows', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => `u${n}`)
    const people = await openWith(...ids)
    await people.createInvitation(invitation('three', { usesLeft: 3 }))
    const uses = await Promise.all(
      ids.map((id) => people.acceptInvitation('hash of three', id, AT)),
    )
    expect(uses.filter(Boolean)).toHaveLength(3)
    expect(await people.members('w1')).toHaveLength(3)
    expect((await people.findInvitation('hash of three'))?.usesLeft).toBe(0)
  })

  test('a token is found with its user and ended only by its owner', async () => {
    const people = await openWith('u1', 'u2')
    const token = { id: 't1', tokenHash: 'hash of t1', user: 'u1', name: 'CI', createdAt: AT }
    await people.createToken(token)
    expect(await people.findToken('hash of t1')).toEqual({
      token,
      user: await people.findUser('u1'),
    })
    expect(await people.tokensOf('u1')).toEqual([token])
    await people.deleteToken('u2', 't1')
    expect(await people.tokensOf('u1')).toEqual([token])
    await people.deleteToken('u1', 't1')
    expect(await people.findToken('hash of t1')).toBeNull()
  })
})

function invitation(id: string, changes: Partial<InvitationRow> = {}): InvitationRow {
  return {
    id,
    tokenHash: `hash of ${id}`,
    workspace: 'w1',
    roles: ['member'],
    createdBy: 'u1',
    createdAt: AT,
    expiresAt: AT + HOUR,
    usesLeft: 5,
    revokedAt: null,
    ...changes,
  }
}
