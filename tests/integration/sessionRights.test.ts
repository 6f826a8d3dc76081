import { expect, test } from 'vitest'
import { ROLES } from '#lib/domain/roles.ts'
import { expected } from '#tests/support/permissions/expected.ts'
import { ServerSessions, TRIER } from '#tests/support/permissions/serverSessions.ts'
import { SESSION_DEEDS } from '#tests/support/permissions/sessionDeeds.ts'
import { ofCode } from '#tests/support/permissions/verdict.ts'
import { openRestDoor } from '#tests/support/restDoor.ts'
import { Browser } from '#tests/support/sync.ts'

test.each(ROLES)(
  '[I3] [RO4] [MT5] what can be done in a session, by %s: the socket and the REST door agree with the table',
  { timeout: 120_000 },
  async (role) => {
    const sessions = await ServerSessions.start(role)
    const rest = await openRestDoor(sessions.server)
    const browser = new Browser(sessions.server, TRIER)
    try {
      const socket = browser.open('area:w1')
      await socket.synced()
      const faults: string[] = []
      const person = { role, team: 'none', own: false } as const
      for (const deed of SESSION_DEEDS) {
        const wanted = expected(deed, person, { pm: true, bo: false, place: 'wont-do' })
        for (const door of ['socket', 'REST'] as const) {
          const command = { ...(await sessions.prepare(deed)) }
          const result =
            door === 'socket'
              ? await socket.command(command)
              : await rest.command(TRIER, { ...command, id: `rest-${deed.name}` })
          const got = result.ok ? 'ok' : result.code
          if (ofCode(got) !== wanted) faults.push(`${door}, ${deed.name}: ${got}, not ${wanted}`)
          await sessions.over((command as { session: string }).session)
        }
      }
      expect(faults).toEqual([])
    } finally {
      browser.leave()
      await rest.close()
      await sessions.server.stop()
    }
  },
)
