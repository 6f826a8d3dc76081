import type { NewCommand } from '#lib/domain/command.ts'
import type { Role } from '#lib/domain/roles.ts'
import { isInSession } from '#lib/domain/sessions/command.ts'
import { must } from '#lib/domain/must.ts'
import { startServer, type TestServer } from '../sync.ts'
import type { Deed } from './deeds.ts'
import { isInTable } from './table.ts'

/** Who tries it. */
export const TRIER = 'me'

/** Sessions on a real server in every state that the deeds need (`sessionDeeds.ts`), each for one try of one person. */
export class ServerSessions {
  readonly server: TestServer
  readonly #person: { readonly role: Role; readonly team: 'none'; readonly own: false }
  #count = 0

  private constructor(server: TestServer, role: Role) {
    this.server = server
    this.#person = { role, team: 'none', own: false }
  }

  static async start(role: Role): Promise<ServerSessions> {
    const server = await startServer()
    await server.addPerson(TRIER, [role])
    for (const person of ['kim', 'gone']) await server.addPerson(person)
    const sessions = new ServerSessions(server, role)
    for (const story of ['t1', 't2', 't3']) {
      await sessions.#must({ type: 'captureStory', story, title: `Story ${story}` })
      await sessions.#must({ type: 'startRefining', story })
    }
    return sessions
  }

  /** Makes the session that a deed speaks of, with the one who tries it where they may be. Gives the command about it. */
  async prepare(deed: Deed): Promise<NewCommand> {
    const command = must(deed.command, 'a command')('it')
    if (!isInSession(command)) throw new Error(`${deed.name} is not about a session`)
    const state = command.session
    const session = `${state}-${(this.#count += 1)}`
    if (state !== 'new') await this.#bring(session, state)
    const story = command.type === 'captureTopic' ? { story: `fresh-${this.#count}` } : {}
    return { ...command, ...story, session } as NewCommand
  }

  /** It is over, so that it does not count among those that stand beside each other. */
  async over(session: string): Promise<void> {
    const workspace = must(await this.server.workspaces.open('w1'), 'the workspace')
    const known = workspace.state.sessions?.get(session)
    if (!known || known.phase.name === 'ended') return
    await this.#must({ type: 'joinSession', session, as: 'participant' })
    await this.#must({ type: 'takeOver', session })
    await this.#must({ type: 'endSession', session })
  }

  async #bring(session: string, state: string): Promise<void> {
    const on = { session } as const
    const first = { session, story: 't1' } as const
    await this.#must({ type: 'scheduleSession', ...on, kind: 'meeting', name: state })
    for (const story of ['t1', 't2']) await this.#must({ type: 'addToAgenda', ...on, story })
    if (state !== 'upcoming') await this.#must({ type: 'startSession', ...on })
    if (state === 'live') {
      await this.#must({ type: 'raiseHand', ...on })
      await this.#must({ type: 'parkTopic', ...on, note: 'topic', text: 'Dates', about: null })
    }
    if (state === 'resting') await this.#must({ type: 'pauseSession', ...on })
    if (state === 'reading') await this.#must({ type: 'takeUpStory', ...first, silent: 5 })
    if (state === 'voting') {
      await this.#must({ type: 'openVote', ...first })
      await this.#must({ type: 'castVote', ...first, round: 1, value: 'split' })
    }
    const as = this.#may('takePart') ? 'participant' : 'observer'
    await this.#must({ type: 'joinSession', ...on, as }, TRIER)
    // Somebody who never came is as good as dropped out.
    const person = state === 'abandoned' ? 'gone' : TRIER
    if (person === 'gone' || this.#may('runSession')) {
      await this.#must({ type: 'handOver', ...on, person })
    }
  }

  #may(row: 'takePart' | 'runSession'): boolean {
    return isInTable(row, this.#person, { pm: true, bo: false, place: 'wont-do' })
  }

  async #must(command: NewCommand, by = 'ana'): Promise<void> {
    const workspace = must(await this.server.workspaces.open('w1'), 'the workspace')
    const actor = must(await this.server.auth.actorIn('w1', by), by)
    const result = await workspace.run(actor, { id: `made-${(this.#count += 1)}`, ...command })
    if (!result.ok) throw new Error(`${command.type} by ${by}: ${result.message}`)
  }
}
