import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { must } from '#lib/domain/must.ts'
import { type AdminDoor, openAdminDoor } from '#server/admin/door.ts'
import type { Change } from '#server/admin/request.ts'
import { makeSocketFolder, socketPath } from '#server/admin/socketPath.ts'
import { createVerbs } from '#server/admin/verbs.ts'
import { diskBlobs } from '#server/files/disk.ts'
import { verifyPassword } from '#server/auth/passwords.ts'
import { hashSecret } from '#server/auth/secrets.ts'
import { createWorkspaces, type Workspaces } from '#server/commands/workspaces.ts'
import type { OpenedStorage } from '#server/storage/open.ts'
import {
  describeEachStorage,
  type StorageBench,
  type StorageHome,
  useBench,
} from '#tests/support/storage.ts'
import { addWorkspace, AT, someone } from '#tests/support/storage-rows.ts'
import { sluice, type ShellResult } from '#tests/support/shell.ts'

const PASSWORD = 'four random words here'

describeEachStorage('the shell without a server', (bench) => {
  test('makes a workspace, a person and a token, and prints each alone on a line', async () => {
    const home = await bench.newHome()
    const workspace = lineOf(
      await sluice(home, ['workspace', 'create', '--name', 'Frictionless Data']),
    )
    const user = lineOf(await sluice(home, userCreate(workspace)))
    const token = lineOf(
      await sluice(home, ['token', 'create', '--email', 'ANA@example.com', '--name', 'CI']),
    )
    const storage = await bench.open(home)
    expect(await storage.workspaces.find(workspace)).toMatchObject({
      name: 'Frictionless Data',
      keyPrefix: 'FD',
    })
    expect(await storage.people.findMember(workspace, user)).toMatchObject({
      user: { email: 'ana@example.com', name: 'Ana Ferreira' },
      roles: ['owner', 'product-manager'],
    })
    const account = await storage.people.findUserByEmail('ana@example.com')
    expect(await verifyPassword(account?.passwordHash ?? null, PASSWORD)).toBe(true)
    expect(token).toMatch(/^slc_[a-z2-7]{40}$/)
    expect(await storage.people.findToken(hashSecret(token))).toMatchObject({
      user: { id: user },
      token: { name: 'CI' },
    })
  })

  test('makes a team, before there is anybody to be in it', async () => {
    const home = await bench.newHome()
    const workspace = lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
    const create = (name: string) =>
      sluice(home, ['team', 'create', '--workspace', workspace, '--name', name])
    const team = lineOf(await create('Web and app'))
    const second = lineOf(await create('Data'))
    expect(await create('data')).toMatchObject({ code: 1, stdout: '' })
    const nowhere = ['team', 'create', '--workspace', 'nowhere', '--name', 'Web']
    expect((await sluice(home, nowhere)).stderr).toContain(
      'There is no workspace with the id "nowhere"',
    )
    const storage = await bench.open(home)
    const contents = await storage.workspaces.load(workspace)
    expect(new Set(contents?.settings.teams.keys())).toEqual(new Set([team, second]))
    expect(contents?.settings.teams.get(team)).toMatchObject({
      name: 'Web and app',
      isPrivate: false,
      members: [],
    })
  })

  test('an account that exists is added to the second workspace and stays as it is', async () => {
    const home = await bench.newHome()
    const first = lineOf(
      await sluice(home, ['workspace', 'create', '--name', 'One', '--key', 'abc']),
    )
    const second = lineOf(await sluice(home, ['workspace', 'create', '--name', 'Two']))
    const user = lineOf(await sluice(home, userCreate(first)))
    const again = await sluice(home, userCreate(second, { name: 'Other', role: 'viewer' }))
    expect(lineOf(again)).toBe(user)
    expect(again.stderr).toContain('had an account and is now in "Two" too, as viewer')
    expect(await sluice(home, userCreate(first))).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'ana@example.com is in "One" already, as owner, product-manager. Nothing was changed.\n',
    })
    const storage = await bench.open(home)
    expect((await storage.people.findUser(user))?.name).toBe('Ana Ferreira')
    expect((await storage.workspaces.find(first))?.keyPrefix).toBe('ABC')
  })

  test('a new password ends every session, and so does signing someone out', async () => {
    const home = await bench.newHome()
    const before = await bench.open(home)
    await before.people.createUser(someone('u1'))
    const session = { user: 'u1', createdAt: AT, expiresAt: AT, device: 'x' }
    await before.people.createSession({ ...session, idHash: 'a' })
    await before.close()
    const email = ['--email', 'u1@example.com']
    // Given on the standard input, so that it shows nowhere.
    const changed = await sluice(
      home,
      ['user', 'password', ...email, '--password', '-'],
      `${PASSWORD}\n`,
    )
    expect(changed).toMatchObject({ code: 0, stdout: '' })
    const between = await bench.open(home)
    expect(await between.people.sessionsOf('u1')).toEqual([])
    const account = await between.people.findUserByEmail('u1@example.com')
    expect(await verifyPassword(account?.passwordHash ?? null, PASSWORD)).toBe(true)
    await between.people.createSession({ ...session, idHash: 'b' })
    await between.close()
    expect(await sluice(home, ['sessions', 'end', ...email])).toMatchObject({ code: 0, stdout: '' })
    const after = await bench.open(home)
    expect(await after.people.sessionsOf('u1')).toEqual([])
  })

  test('a backup restores into an empty instance, and only there', async () => {
    const home = await bench.newHome()
    const workspace = lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
    lineOf(await sluice(home, userCreate(workspace)))
    expect(await sluice(home, ['backup', '--to', 'sluice.backup'])).toMatchObject({
      code: 0,
      stdout: '',
    })
    const file = join(home.dataDir, 'sluice.backup')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const again = await sluice(home, ['restore', '--from', file])
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain('there are people or workspaces here. Nothing was changed')
    const empty = await bench.newHome()
    expect(await sluice(empty, ['restore', '--from', file])).toMatchObject({ code: 0, stdout: '' })
    const copy = await bench.open(empty)
    expect((await copy.workspaces.find(workspace))?.name).toBe('One')
  })
})

describe('the shell', () => {
  const bench = useBench('sqlite')

  test('explains what it cannot understand, with exit code 2, and touches nothing', async () => {
    const { dataDir } = await bench.newHome()
    const home = { dataDir: join(dataDir, 'untouched'), databaseUrl: null }
    for (const [words, sentence] of [
      [['workspce', 'create'], 'There is no verb "workspce create"'],
      [['user', 'create', '--email', 'a@b.c'], 'Missing: --name, --password, --workspace, --role.'],
      [['token', 'create', '--email'], '--email'],
      [['backup', '--file', 'x'], "Unknown option '--file'"],
      [['restore', 'x'], 'x'],
    ] as const) {
      const result = await sluice(home, words)
      expect(result).toMatchObject({ code: 2, stdout: '' })
      expect(result.stderr).toContain(sentence)
    }
    const help = await sluice(home, ['help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain('workspace create --name NAME [--key PREFIX]')
    await expect(stat(home.dataDir)).rejects.toThrow('ENOENT')
  })

  test('refuses with a sentence and exit code 1', async () => {
    const home = await bench.newHome()
    const workspace = lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
    for (const [words, sentence] of [
      [['workspace', 'create', '--name', ' '], 'The name of the workspace is missing.'],
      [
        ['workspace', 'create', '--name', 'x', '--key', 'A1'],
        '"A1" cannot begin the keys of stories.',
      ],
      [userCreate('nowhere'), 'There is no workspace with the id "nowhere".'],
      [userCreate(workspace, { role: 'boss' }), '"boss" is not a role. Roles are owner, admin'],
      [userCreate(workspace, { email: 'ana' }), '"ana" is not an e-mail address'],
      [userCreate(workspace, { password: 'short' }), 'A password needs at least'],
      [
        ['token', 'create', '--email', 'no@example.com'],
        'There is no account with the e-mail "no@example.com".',
      ],
      [['restore', '--from', '/nowhere'], 'There is no file /nowhere.'],
    ] as const) {
      const result = await sluice(home, words)
      expect(result, sentence).toMatchObject({ code: 1, stdout: '' })
      expect(result.stderr).toContain(sentence)
    }
    const file = join(home.dataDir, 'a file')
    await writeFile(file, '')
    const nowhere = await sluice({ dataDir: file, databaseUrl: null }, [
      'workspace',
      'create',
      '--name',
      'x',
    ])
    expect(nowhere).toMatchObject({ code: 1, stdout: '' })
    expect(nowhere.stderr).toContain('is not a directory')
  })
})

describe('the shell beside a running server (sqlite)', () => {
  const bench = useBench('sqlite')

  test('goes through the server, which learns what changed', async () => {
    const { home, storage, changes } = await serverWithDoor(bench)
    const workspace = lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
    expect(await storage.workspaces.find(workspace)).not.toBeNull()
    const user = lineOf(await sluice(home, userCreate(workspace)))
    expect(await sluice(home, ['sessions', 'end', '--email', 'ana@example.com'])).toMatchObject({
      code: 0,
    })
    expect(changes).toEqual([{ membersOf: workspace, logOf: workspace }, { sessionsOf: user }])
    const refused = await sluice(
      home,
      userCreate(workspace, { role: 'boss', email: 'bo@example.com' }),
    )
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    const backup = await sluice(home, ['backup', '--to', 'beside.backup'])
    expect(backup).toMatchObject({ code: 0, stdout: '' })
    expect((await readFile(join(home.dataDir, 'beside.backup'))).length).toBeGreaterThan(0)
  })

  test('says who is in the way when the database is held by something that does not answer', async () => {
    const home = await bench.newHome()
    await bench.open(home)
    const result = await sluice(home, ['workspace', 'create', '--name', 'One'])
    expect(result).toMatchObject({ code: 1, stdout: '' })
    expect(result.stderr).toContain(
      `Another Sluice process (process id ${process.pid}) is using ${home.dataDir}`,
    )
  })

  test('the door is open to this user only, and survives what makes no sense', async () => {
    const { home, door } = await serverWithDoor(bench)
    expect(door.path).toBe(join(home.dataDir, 'admin.sock'))
    expect((await stat(join(home.dataDir, 'admin.sock'))).mode & 0o777).toBe(0o600)
    for (const nonsense of [
      '',
      '{',
      'null',
      '{"run":{"verb":"purge"}}',
      '{"__proto__":1}',
      'x'.repeat(1_000_000),
    ]) {
      expect(await say(door, nonsense)).toMatch(/^($|\{"ok":false)/)
    }
    lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
  })

  test('a door left behind by a killed server is no obstacle', async () => {
    const { home, storage, door } = await serverWithDoor(bench)
    await door.close()
    await writeFile(socketPath(home.dataDir), '')
    await openDoor(home, storage)
    lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
  })

  test('the second door of one DATA_DIR leaves the first alone', async () => {
    const { home, storage } = await serverWithDoor(bench)
    expect((await openDoor(home, storage)).door.path).toBeNull()
    lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
  })

  test('where the path is too long for a socket the door is in a private folder elsewhere', async () => {
    const { dataDir } = await bench.newHome()
    const deep = join(dataDir, 'd'.repeat(100))
    await mkdir(deep)
    const home = { dataDir: deep, databaseUrl: null }
    const { door } = await openDoor(home, await bench.open(home))
    expect(Buffer.byteLength(door.path ?? '')).toBeLessThan(100)
    lineOf(await sluice(home, ['workspace', 'create', '--name', 'One']))
    await chmod(join(door.path ?? '', '..'), 0o755)
    expect(() => makeSocketFolder(door.path ?? '')).toThrow('open to others')
    await rm(join(door.path ?? '', '..'), { recursive: true })
  })
})

describeEachStorage('the shell and a server on one database', (bench) => {
  test('a team that is made beside the server is there at once, and the server goes on deciding', async () => {
    const { home, storage, workspaces } = await serverWithDoor(bench)
    await addWorkspace(storage)
    await storage.people.createUser(someone('u1'))
    await storage.people.addMember({ workspace: 'w1', user: 'u1', roles: ['owner'], joinedAt: AT })
    const workspace = must(await workspaces.open('w1'), 'workspace')
    const told: string[] = []
    workspace.onNews(({ lists }) => told.push(...lists.map(({ list }) => list)))
    const team = lineOf(
      await sluice(home, ['team', 'create', '--workspace', 'w1', '--name', 'Web']),
    )
    expect(workspace.state.settings.teams.get(team)?.name).toBe('Web')
    expect(told).toContain('area:w1')
    const owner = { id: 'u1', name: 'U', roles: ['owner' as const] }
    expect(
      await workspace.run(owner, { id: 'c', type: 'changeTeam', team, name: 'App' }),
    ).toMatchObject({ ok: true })
  })

  test('the server on this machine learns what changed', async () => {
    const { home, storage, changes } = await serverWithDoor(bench)
    await addWorkspace(storage)
    lineOf(await sluice(home, userCreate('w1')))
    expect(changes).toEqual([{ membersOf: 'w1', logOf: 'w1' }])
    expect(await storage.people.members('w1')).toHaveLength(1)
  })
})

function userCreate(workspace: string, changes: Record<string, string> = {}): string[] {
  const options = {
    email: 'ana@example.com',
    name: 'Ana Ferreira',
    password: PASSWORD,
    workspace,
    role: 'owner,product-manager',
    ...changes,
  }
  return [
    'user',
    'create',
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  ]
}

/** Gives the one line that a command printed. */
function lineOf({ code, stdout, stderr }: ShellResult): string {
  expect(code, stderr).toBe(0)
  expect(stdout).toMatch(/^[^\n]+\n$/)
  return stdout.trimEnd()
}

async function serverWithDoor(bench: StorageBench) {
  const home = await bench.newHome()
  const storage = await bench.open(home)
  return { home, storage, ...(await openDoor(home, storage)) }
}

async function openDoor(
  home: StorageHome,
  storage: OpenedStorage,
): Promise<{ door: AdminDoor; changes: Change[]; workspaces: Workspaces }> {
  const changes: Change[] = []
  const workspaces = createWorkspaces({
    storage,
    now: Date.now,
    log: pino({ level: 'silent' }),
  })
  const verbs = createVerbs({
    storage,
    blobs: diskBlobs(join(home.dataDir, 'files', 'blobs')),
    workspaces,
    now: Date.now,
    newId: randomUUID,
    async changed(change) {
      changes.push(change)
      if (change.logOf) await (await workspaces.open(change.logOf))?.catchUp()
    },
  })
  const door = await openAdminDoor({ dataDir: home.dataDir, verbs })
  onTestFinished(() => door.close())
  onTestFinished(() => workspaces.close())
  return { door, changes, workspaces }
}

async function say(door: AdminDoor, words: string): Promise<string> {
  const socket = connect(door.path ?? '')
  socket.end(words)
  return text(socket).catch(() => '')
}
