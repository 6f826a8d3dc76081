import { afterEach, beforeEach } from 'vitest'
import type { SessionCommand } from '#lib/domain/sessions/command.ts'
import { openRestDoor, type RestDoor } from './restDoor.ts'
import { Browser, type Opened, startServer, type TestServer, until } from './sync.ts'

/** What `Omit` does, for each kind of command. */
export type Asked = SessionCommand extends infer Command
  ? Command extends SessionCommand
    ? Omit<Command, 'id'>
    : never
  : never

/** Bo's and everybody's vote on the first story, but for what it says. */
export const BALLOT = { type: 'castVote', session: 'm', story: 's1', round: 1 } as const

/** A workspace for each test with Kim, Bo, Mal and Vic, who only reads; over the socket and the REST door. */
export class SessionBench {
  server!: TestServer
  rest!: RestDoor
  readonly #browsers: Browser[] = []

  constructor() {
    beforeEach(async () => {
      this.server = await startServer()
      for (const person of ['kim', 'bo', 'mal']) await this.server.addPerson(person)
      await this.server.addPerson('vic', ['viewer'])
      for (const story of ['s1', 's2']) await this.server.capture(story)
      this.rest = await openRestDoor(this.server)
    })
    afterEach(async () => {
      this.leave()
      await this.rest.close()
      await this.server.stop()
    })
  }

  /** Lets somebody open and follow a list, who keeps all that they are told. */
  async follow(person: string, list = 'session:m', device = '1'): Promise<Opened> {
    const opened = this.enter(person, device).open(list)
    await opened.synced()
    opened.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
    await until(() => opened.messages.some(({ snapshot }) => snapshot), `${person}'s ${list}`)
    return opened
  }

  enter(person: string, device = '1'): Browser {
    const browser = new Browser(this.server, person, `${person}-${device}`)
    this.#browsers.push(browser)
    return browser
  }

  /** Everybody's connections end; or those of one person. */
  leave(person?: string): void {
    for (const browser of this.#browsers) {
      if (person === undefined || browser.session.startsWith(`${person}-`)) browser.leave()
    }
  }

  /** A meeting that Kim runs, with a round open on the first story; Bo and Mal take part. */
  async voting(): Promise<{ kim: Opened; bo: Opened; mal: Opened }> {
    const area = await this.follow('kim', 'area:w1', 'area')
    const session = 'm'
    await must(area, { type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' })
    for (const story of ['s1', 's2']) await must(area, { type: 'addToAgenda', session, story })
    const kim = await this.follow('kim')
    await must(kim, { type: 'startSession', session })
    await must(kim, { type: 'openVote', session, story: 's1' })
    const [bo, mal] = [await this.follow('bo'), await this.follow('mal')]
    for (const one of [bo, mal])
      await must(one, { type: 'joinSession', session, as: 'participant' })
    return { kim, bo, mal }
  }
}

/** Asks what the test takes for granted. */
export async function must(opened: Opened, command: Asked): Promise<void> {
  const result = await opened.command({ ...command })
  if (!result.ok) throw new Error(`${command.type}: ${result.message}`)
}

/** Asks, and gives the code of the answer; "ok" where it was taken. */
export async function codeOf(opened: Opened, command: object): Promise<string> {
  const result = await opened.command({ ...command })
  return result.ok ? 'ok' : result.code
}
