import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Command, NewCommand } from '#lib/domain/command.ts'
import { decide } from '#lib/domain/decide.ts'
import { isTalk } from '#lib/domain/talk/command.ts'
import type { CommandResult } from '#lib/schema/wire.ts'
import { Device, isReady, until } from '#tests/support/clientDevice.ts'
import { type Cell, cellsByChance } from '#tests/support/permissions/cells.ts'
import {
  idOf,
  isAboutWorkspace,
  PEOPLE,
  ServerCompany,
} from '#tests/support/permissions/serverCompany.ts'
import { randomFrom } from '#tests/support/random.ts'
import { openRestDoor, type RestDoor } from '#tests/support/restDoor.ts'
import { Browser, type Opened, until as eventually } from '#tests/support/sync.ts'
import { RawSocket } from '#tests/support/syncRaw.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

/** A cell on its way through the doors. */
interface Try {
  readonly cell: Cell
  readonly story: string
  /** Null: it is about reading or writing. */
  readonly command: NewCommand | null
}

let company: ServerCompany
let rest: RestDoor
const leaving: { leave(): void }[] = []

afterEach(async () => {
  for (const one of leaving.splice(0)) one.leave()
  await rest.close()
  await company.server.stop()
})

/** What the rules say on the server's own state. */
async function decided(person: string, command: NewCommand): Promise<string> {
  const actor = (await company.server.auth.actorIn('w1', person))!
  const state = company.workspace.state
  const decision = decide(state, { id: 'x', ...command } as Command, actor, Date.now())
  return decision.ok ? 'ok' : decision.code
}

function codeOf(result: CommandResult): string {
  return result.ok ? 'ok' : result.code
}

/** Opens a client for everybody, and waits until each knows all that it may. */
async function openClients(): Promise<ReadonlyMap<string, WorkspaceClient>> {
  const clients = PEOPLE.map((person) => {
    const device = new Device(company.server, idOf(person), [person.role])
    // Two dozen disks in one process would be all that this test does.
    device.indexedDB = null
    return [idOf(person), device.open()] as const
  })
  for (const [, client] of clients) {
    await until(
      client.area,
      (view) => isReady(view) && [...view.backlogs.values()].every(({ isLoaded }) => isLoaded),
      60_000,
    )
  }
  return new Map(clients)
}

/** Waits until everybody's client has heard of the newest thing said in the area. */
async function caughtUp(clients: ReadonlyMap<string, WorkspaceClient>): Promise<void> {
  await company.must({ type: 'captureStory', story: 'marker', title: 'The last one' })
  for (const client of clients.values()) {
    await until(client.area, (view) => isReady(view) && view.stories.has('marker'), 60_000)
  }
}

/** Opens the area for everybody over a bare socket. */
async function openSockets(): Promise<ReadonlyMap<string, Opened>> {
  const sockets = new Map<string, Opened>()
  for (const person of PEOPLE) {
    const browser = new Browser(company.server, idOf(person))
    leaving.push(browser)
    sockets.set(idOf(person), browser.open('area:w1'))
  }
  for (const area of sockets.values()) await area.synced()
  return sockets
}

/** Opens a story's document over a bare socket and writes. Gives how far somebody gets. */
async function getsIn(person: string, story: string): Promise<'hidden' | 'read' | 'write'> {
  const socket = new RawSocket(company.server.url)
  leaving.push(socket)
  const document = `story:${story}`
  await socket.opened
  socket.send(...wire.hello(document, `token-${person}`, Uint8Array.of(0)))
  const isAnswered = () => socket.of('denied').length > 0 || socket.of('step1').length > 0
  await eventually(isAnswered, `${person} is let into ${document} or not`)
  if (socket.of('denied').length > 0) return 'hidden'
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'Words')
  socket.send(wire.syncStep2(document, Uint8Array.of(0, 0)))
  socket.send(wire.update(document, Y.encodeStateAsUpdate(doc)))
  await eventually(
    () => socket.of('status').length === 2,
    `${person} wrote into ${document} or not`,
  )
  return socket.of('status')[1]!.saved ? 'write' : 'read'
}

describe(`[I3] the table over every door (SEED=${seed})`, () => {
  const cells = cellsByChance(randomFrom(seed))

  for (const pm of [true, false]) {
    for (const bo of [true, false]) {
      const here = cells.filter((cell) => cell.here.pm === pm && cell.here.bo === bo)
      const force = `product manager ${pm ? '' : 'not '}in force, backlog owners ${bo ? '' : 'not '}in force`
      test(
        `[I3] [RO1] ${force}: browser, socket and REST agree with the rules on ${here.length} cells`,
        { timeout: 600_000 },
        async () => {
          console.log(`permissions over the doors: SEED=${seed}`)
          company = await ServerCompany.start(pm, bo)
          rest = await openRestDoor(company.server)
          const faults: string[] = []
          const agree = (what: string, wanted: string, got: string) => {
            if (wanted !== got) faults.push(`${what}: ${got}, the rules say ${wanted}`)
          }

          const tries: Try[] = []
          for (const [index, cell] of here.entries()) {
            const story = `s${index}`
            if (!isAboutWorkspace(cell)) await company.put(story, cell)
            tries.push({ cell, story, command: company.commandFor(cell, story) })
            // For the second door; let in with the others.
            company.commandFor(cell, `${story}-twin`)
          }
          await company.letVictimsIn()
          const clients = await openClients()
          for (const { cell, story } of tries) {
            if (!isAboutWorkspace(cell)) await company.trash(story, cell)
          }
          await caughtUp(clients)
          for (const { cell, story, command } of tries) {
            const client = clients.get(idOf(cell.person))!
            if (command) {
              const wanted = await decided(idOf(cell.person), command)
              if (isTalk(command)) await knowsTalk(client, story, cell)
              // Lists say nothing of the trash: what a browser has never seen is the server's to judge.
              const isUnknown = command.type === 'restoreStory' && wanted === 'notFound'
              const predicted = client.judge(command)?.code ?? 'ok'
              agree(`the browser, ${cell.name}`, isUnknown ? 'ok' : wanted, predicted)
            } else if (cell.deed.name === 'read' && !cell.here.place.startsWith('trash')) {
              const view = client.area.get()
              const isShown = isReady(view) && view.stories.has(story)
              const wanted = company.workspace.readsStory(story, await actorOf(cell))
              agree(`the browser, ${cell.name}`, String(wanted), String(isShown))
            }
          }
          await Promise.all([...clients.values()].map((client) => client.close()))

          const run = vi.spyOn(company.workspace, 'run')
          const sockets = await openSockets()
          for (const { cell, story, command } of tries) {
            const person = idOf(cell.person)
            if (!command) {
              agree(
                `the document, ${cell.name}`,
                await rightOn(story, cell),
                await getsIn(person, story),
              )
              continue
            }
            if (command.type === 'removeView') await company.shareView()
            const wanted = await decided(person, command)
            const id = `cell-${story}`
            const overSocket = await sockets.get(person)!.command({ id, ...command })
            // Every door leads to the one handler, and so will the next.
            expect(run.mock.lastCall?.[1]).toMatchObject({ id, type: command.type })
            agree(`the socket, ${cell.name}`, wanted, codeOf(overSocket))
            // What was done once is done to another one over the second door.
            const twin = wanted === 'ok' ? await twinOf(story, cell) : story
            if (command.type === 'removeView') await company.shareView()
            const again = { id: `${id}-rest`, ...company.commandFor(cell, twin)! }
            const overRest = await rest.command(person, again)
            expect(run.mock.lastCall?.[1]).toMatchObject({ id: again.id, type: command.type })
            agree(`REST, ${cell.name}`, wanted, codeOf(overRest))
          }
          expect(faults).toEqual([])
        },
      )
    }
  }

  test('the cells touch every deed by every role in every place', () => {
    expect(cells.length).toBeGreaterThan(1_500)
  })
})

/** Waits until a client knows a discussion that it may read. */
async function knowsTalk(client: WorkspaceClient, story: string, cell: Cell): Promise<void> {
  if (!company.workspace.readsStory(story, await actorOf(cell))) return
  await until(client.talk(story), ({ phase }) => phase === 'ready', 60_000)
}

async function actorOf({ person }: Cell) {
  return (await company.server.auth.actorIn('w1', idOf(person)))!
}

async function rightOn(story: string, cell: Cell): Promise<string> {
  const actor = await actorOf(cell)
  if (!company.workspace.readsStory(story, actor)) return 'hidden'
  return company.workspace.mayWrite(story, actor) ? 'write' : 'read'
}

/** Another story like a cell's, where it has one. */
async function twinOf(story: string, cell: Cell): Promise<string> {
  const twin = `${story}-twin`
  if (isAboutWorkspace(cell)) return twin
  await company.put(twin, cell)
  await company.trash(twin, cell)
  return twin
}
