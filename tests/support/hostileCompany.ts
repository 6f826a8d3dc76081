import type { NewCommand } from '#lib/domain/command.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { TestServer } from './sync.ts'

/** Letters that stand only in what a private team has: in its name, its story's title and its document. */
export const SECRET = 'QZXSECRET'

const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  pia: ['product-manager'],
  kim: ['member'],
  mal: ['member'],
  con: ['contributor'],
  eve: ['contributor'],
  vic: ['viewer'],
}

/**
 * A workspace in which Mal, a member of no team, may do little: a product manager and backlog owners are in force, and a
 * private team has a story. Bo is backlog owner of both teams, Kim a member of the open one.
 */
export async function settleHostileCompany(server: TestServer): Promise<OpenWorkspace> {
  for (const [id, roles] of Object.entries(PEOPLE)) await server.addPerson(id, [...roles])
  const workspace = (await server.workspaces.open('w1'))!
  await workspace.refreshMembers()
  let count = 0
  const run = async (command: NewCommand, by = 'ana') => {
    const actor = (await server.auth.actorIn('w1', by))!
    const result = await workspace.run(actor, { id: `made-${(count += 1)}`, ...command })
    if (!result.ok) throw new Error(`${command.type}: ${result.message}`)
  }
  await run({ type: 'createTeam', team: 'web', name: 'Web' })
  await run({ type: 'createTeam', team: 'dark', name: `${SECRET} team`, isPrivate: true })
  await run({ type: 'createTeam', team: 'empty', name: 'Empty' })
  await run({ type: 'createTeam', team: 'other', name: 'Other' })
  for (const team of ['web', 'dark']) {
    await run({ type: 'changeTeam', team, backlogManagement: true })
    await run({ type: 'setTeamMember', team, member: 'bo', role: 'backlog-owner' })
  }
  await run({ type: 'setTeamMember', team: 'web', member: 'kim', role: 'member' })
  for (const theme of ['theme', 'second']) await run({ type: 'createTheme', theme, name: theme })
  await run({ type: 'createPersona', persona: 'persona', name: 'Buyer' })
  await run({ type: 'captureStory', story: 'cons', title: 'An idea of Con' }, 'con')
  for (const story of ['idea', 'refined', 'ready', 'wont', 'gone', 'onweb']) {
    await run({ type: 'captureStory', story, title: `Story ${story}` })
  }
  await run({ type: 'captureStory', story: 'hidden', title: `${SECRET} plan` })
  for (const story of ['refined', 'ready', 'onweb', 'hidden']) {
    await run({ type: 'startRefining', story })
    if (story !== 'refined') await run({ type: 'markReady', story, confirmed: true })
  }
  await run({ type: 'dismissStory', story: 'wont', reason: 'Not now' })
  await run({ type: 'assignToTeam', story: 'onweb', team: 'web' })
  await run({ type: 'assignToTeam', story: 'hidden', team: 'dark' })
  await run({ type: 'trashStory', story: 'gone' })
  return workspace
}

/** The stories of the company, one in every place. */
export const STORIES = ['cons', 'idea', 'refined', 'ready', 'wont', 'gone', 'onweb', 'hidden']
