import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { RawPerson } from '#tests/support/rawPerson.ts'
import { randomFrom } from '#tests/support/random.ts'
import { ServerProcess } from '#tests/support/serverProcess.ts'
import { describeEachStorage } from '#tests/support/storage.ts'

const KILLS = 20
const PEOPLE = 6
const STORIES = 3

/**
 * [I1] Durable before "saved". People type and send commands as fast as the server takes them; it is killed with
 * SIGKILL at a random moment, started again, and asked for everything it had called saved. Those who typed are gone
 * by then, so nobody can bring a lost edit back.
 */
describeEachStorage('[I1] kill -9 under load', (bench) => {
  it(
    `[I1] loses no acknowledged edit and no acknowledged command in ${KILLS} kills`,
    { timeout: 240_000 },
    async () => {
      const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
      console.log(`[I1] kill test on ${bench.engine}, SEED=${seed}`)
      const random = randomFrom(seed)
      const home = await bench.newHome()
      let server = await ServerProcess.start(home)
      const { workspace, token } = await server.createOwner()
      const stories = Array.from({ length: STORIES }, (_, index) => `story-${index}`)
      await server.capture(workspace, token, stories)

      let edits = 0
      let commands = 0
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const people = Array.from({ length: PEOPLE }, (_, index) => {
          const story = stories[index % STORIES]!
          return new RawPerson({ url: server.syncUrl(workspace), token, workspace, story })
        })
        await Promise.all(people.map(({ ready }) => ready))
        const untilKill = performance.now() + 30 + random.below(400)
        for (let turn = 0; performance.now() < untilKill; turn += 1) {
          people.forEach((person, index) => {
            person.type(String.fromCharCode(97 + random.below(26)))
            const id = `k${kill}-${index}-${turn}`
            if (random.chance(0.3)) {
              person.send({
                id,
                type: 'captureStory',
                story: id,
                title: `Captured before kill ${kill}`,
              })
            }
          })
          await pause(random.below(3))
        }
        await server.kill()
        for (const person of people) person.leave()

        server = await ServerProcess.start(home)
        const list = await server.snapshot(workspace, token)
        const kept = new Set(list.items.map(({ id }) => id))
        for (const [index, person] of people.entries()) {
          const reader = new RawPerson({
            url: server.syncUrl(workspace),
            token,
            workspace,
            story: stories[index % STORIES]!,
          })
          await reader.ready
          const saved = Y.getState(reader.doc.store, person.doc.clientID)
          expect(saved, `edits of person ${index} after kill ${kill}`).toBeGreaterThanOrEqual(
            person.acknowledged,
          )
          const lost = person.accepted.filter((id) => !kept.has(id))
          expect(lost, `commands of person ${index} after kill ${kill}`).toEqual([])
          edits += person.acknowledged
          commands += person.accepted.length
          reader.leave()
        }
      }
      await server.stop()
      console.log(`[I1] ${bench.engine}: 0 of ${edits} edits and 0 of ${commands} commands lost`)
      expect(edits).toBeGreaterThan(KILLS * 50)
      expect(commands).toBeGreaterThan(KILLS)
    },
  )
})
