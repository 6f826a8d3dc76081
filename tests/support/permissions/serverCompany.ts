import type { NewCommand } from '#lib/domain/command.ts'
import { ROLES } from '#lib/domain/roles.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import { startServer, type TestServer } from '../sync.ts'
import { type Cell, TEAM_ROLES_OF_PEOPLE } from './cells.ts'
import { WORKSPACE_DEEDS } from './deeds.ts'
import type { Person } from './table.ts'

/** Everybody of the cells: one person for each role and what they are in the teams. */
export const PEOPLE = ROLES.flatMap((role) => TEAM_ROLES_OF_PEOPLE.map((team) => ({ role, team })))

export function idOf({ role, team }: Pick<Person, 'role' | 'team'>): string {
  return `${role}-${team.replaceAll(' ', '-')}`
}

/** True for what is done with the workspace itself and takes no story. */
export function isAboutWorkspace({ deed }: Cell): boolean {
  return WORKSPACE_DEEDS.some(({ name }) => name === deed.name)
}

const NEEDS_VERSION = new Set(['nameVersion', 'restoreVersion'])

/** The company of the table on a real server: its people, teams and themes, and stories wherever a cell has them. */
export class ServerCompany {
  readonly server: TestServer
  readonly workspace: OpenWorkspace
  #count = 0
  /** A version of each story whose versions are named or restored. */
  readonly #versions = new Map<string, number>()
  /** Those to whom something may be done, with what they are. */
  readonly #victims = new Map<string, 'owner' | 'member'>()

  private constructor(server: TestServer, workspace: OpenWorkspace) {
    this.server = server
    this.workspace = workspace
  }

  static async start(pm: boolean, bo: boolean): Promise<ServerCompany> {
    const server = await startServer()
    const company = new ServerCompany(server, (await server.workspaces.open('w1'))!)
    await company.#settle(pm, bo)
    return company
  }

  /** Runs what the test takes for granted, as somebody. Gives the place of its last event. */
  async must(command: NewCommand, by = 'ana'): Promise<number> {
    const actor = await this.server.auth.actorIn('w1', by)
    const id = `setup-${(this.#count += 1)}`
    const result = await this.workspace.run(actor!, { id, ...command })
    if (!result.ok) throw new Error(`${command.type} by ${by}: ${result.message}`)
    return result.seq
  }

  /** Makes a story and brings it where the cell has it, short of the trash. */
  async put(story: string, cell: Cell): Promise<void> {
    await this.#bring(story, cell)
    if (!NEEDS_VERSION.has(cell.deed.name)) return
    this.#versions.set(story, await this.must({ type: 'keepVersion', story, name: null }))
  }

  async #bring(story: string, { here: { place }, person }: Cell): Promise<void> {
    const title = `Story ${story}`
    await this.must({ type: 'captureStory', story, title }, person.own ? idOf(person) : 'ana')
    await this.must({ type: 'acknowledgeStory', story, side: 'design' })
    await this.#talk(story, 'talk', 'said', 'ana')
    // A viewer begins no thread, so has none of their own.
    if (person.role !== 'viewer') await this.#talk(story, 'mine', 'mine', idOf(person))
    if (place === 'idea' || place === 'trash') return
    if (place === 'wont-do') {
      await this.must({ type: 'dismissStory', story, reason: 'Not now' })
      return
    }
    await this.must({ type: 'startRefining', story })
    if (place === 'refinement') return
    await this.must({ type: 'markReady', story, confirmed: true })
    if (place === 'ready') return
    const team = place.includes('private') ? 'dark' : 'web'
    await this.must({ type: 'assignToTeam', story, team })
  }

  async #talk(story: string, thread: string, comment: string, by: string): Promise<void> {
    const anchor = { kind: 'text', start: 'AAA=', end: 'AAE=', quote: 'this' } as const
    const suggestion = { from: 'this', to: 'that' }
    await this.must(
      { type: 'startThread', story, thread, comment, text: 'Why so?', anchor, suggestion },
      by,
    )
  }

  /** Puts a story into the trash, where the cell has it there. */
  async trash(story: string, { here: { place } }: Cell): Promise<void> {
    if (place.startsWith('trash')) await this.must({ type: 'trashStory', story })
  }

  /**
   * Gives a cell's command on a story of its own; null for reading and writing. What would be done to the workspace is
   * done to somebody and something of its own, so that no cell stands in another's way.
   */
  commandFor(cell: Cell, story: string): NewCommand | null {
    const command = cell.deed.command?.(story) ?? null
    switch (command?.type) {
      case 'createTeam':
        return { ...command, team: story, name: story }
      case 'createTheme':
        return { ...command, theme: story, name: story }
      case 'createPersona':
        return { ...command, persona: story, name: story }
      case 'removeMember':
      case 'changeRoles':
        return { ...command, member: this.#victimOf(story, command.member) }
      case 'nameVersion':
      case 'restoreVersion':
        return { ...command, version: this.#versions.get(story) ?? command.version }
      default:
        return command
    }
  }

  /** Lets in everybody to whom something may be done. */
  async letVictimsIn(): Promise<void> {
    for (const [victim, role] of this.#victims) await this.server.addPerson(victim, [role])
    this.#victims.clear()
    await this.workspace.refreshMembers()
  }

  async #settle(pm: boolean, bo: boolean): Promise<void> {
    const { server, workspace } = this
    for (const person of ['kim', 'pia']) await server.addPerson(person)
    for (const person of PEOPLE) {
      // With one of them a manager there would always be one in force.
      const isHeldBack = person.role === 'product-manager' && !pm
      await server.addPerson(idOf(person), [isHeldBack ? 'member' : person.role])
    }
    await workspace.refreshMembers()
    if (pm) await this.must({ type: 'changeRoles', member: 'pia', roles: ['product-manager'] })
    for (const team of ['web', 'other', 'dark', 'empty']) {
      await this.must({ type: 'createTeam', team, name: team, isPrivate: team === 'dark' })
      await this.must({ type: 'changeTeam', team, backlogManagement: bo })
    }
    for (const person of PEOPLE) await this.#join(idOf(person), person.team)
    for (const theme of ['theme', 'second']) {
      await this.must({ type: 'createTheme', theme, name: theme })
    }
    await this.must({ type: 'createPersona', persona: 'persona', name: 'Buyer' })
    await this.shareView()
    for (const template of ['template', 'first'])
      await this.must({
        type: 'defineTemplate',
        template,
        name: template,
        content: '## Customer value',
      })
  }

  /** The view that everybody may try to remove; removed, it is there again. */
  async shareView(): Promise<void> {
    await this.must({ type: 'saveView', view: 'shared', name: 'All', isShared: true })
  }

  async #join(member: string, as: Person['team']): Promise<void> {
    if (as === 'none') return
    const role = as === 'member' ? 'member' : 'backlog-owner'
    for (const team of as === 'owner of another' ? ['other'] : ['web', 'dark']) {
      await this.must({ type: 'setTeamMember', team, member, role })
    }
  }

  #victimOf(story: string, like: string): string {
    this.#victims.set(`victim-${story}`, like === 'ana' ? 'owner' : 'member')
    return `victim-${story}`
  }
}
