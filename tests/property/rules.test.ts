import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NewCommand } from '#lib/domain/command.ts'
import { isFiled } from '#lib/domain/story.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import { commandSchema } from '#lib/schema/command.ts'
import { STAGES } from '#lib/domain/stage.ts'
import {
  anyCommand,
  COMMAND_TYPES,
  commandOf,
  company,
  EVERYBODY,
} from '#tests/support/anyCommand.ts'
import { Flow } from '#tests/support/domain.ts'

const RUNS = Number(process.env.RUNS ?? 300)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

const DAY_MS = 86_400_000
const deed = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ command: anyCommand, actor: fc.constantFrom(...EVERYBODY) }),
  },
  // Time goes by, and the server looks at its hour.
  { weight: 1, arbitrary: fc.record({ days: fc.constantFrom(1, 31, 91) }) },
)

/** Ranks are unique in every column and every backlog. */
function expectUniqueRanks(flow: Flow): void {
  const homes = new Map<string, string[]>()
  for (const { stage, team, rank, trashedAt } of flow.stories.values()) {
    if (trashedAt !== null) continue
    const home = stage ?? `team ${team}`
    homes.set(home, [...(homes.get(home) ?? []), rank])
  }
  for (const [home, ranks] of homes) expect(new Set(ranks).size, home).toBe(ranks.length)
}

/** [TA13] What cards count is what is said. */
function expectCounted(flow: Flow): void {
  for (const [id, { talk }] of flow.stories) {
    const threads = [...flow.talks.get(id).values()]
    const comments = threads.flatMap((thread) => thread.comments)
    expect(talk, id).toEqual({
      comments: comments.filter(({ deletedAt }) => deletedAt === null).length,
      open: threads.filter(({ resolved }) => resolved === null).length,
    })
  }
}

/** [IN1] [IN4] What was told by the last events was told to members who may read the story now, and not of their own acts. */
function expectNoticesInSight(flow: Flow, before: number): void {
  const { by } = flow.events.at(-1) ?? {}
  for (const [id, entries] of flow.entries) {
    for (const [user, { notices, stance, seq }] of entries) {
      if (seq <= before) continue
      for (const notice of notices) {
        if (notice.seq <= before) continue
        const member = flow.members.get(user)
        expect(member && readsStory(flow, flow.story(id), member), `${user} of ${id}`).toBe(true)
        expect(stance, `${user} of ${id}`).not.toBe('muted')
        if (notice.what.kind !== 'revisit') expect(user).not.toBe(by)
      }
    }
  }
}

/** [CL1] [CL3] What is filed is closed, whatever was done to it since. */
function expectFiledClosed(flow: Flow): void {
  for (const story of flow.stories.values()) {
    if (isFiled(story)) expect(story.completedAt !== null || story.stage === 'wont-do').toBe(true)
  }
}

describe('the rules, whatever is asked', () => {
  it(`[I8] [RK2] [CM2] any commands by anybody: nothing throws, the fold is the state, ranks stay unique (SEED=${seed})`, () => {
    console.log(`rules: SEED=${seed} RUNS=${RUNS}`)
    let [accepted, filed] = [0, 0]
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60, size: 'max' }), (deeds) => {
        const flow = company()
        for (const each of deeds) {
          const before = flow.events.length
          if ('days' in each) {
            flow.clock += each.days * DAY_MS
            filed += flow.file().length
            expect(flow.file()).toEqual([])
            continue
          }
          const { command, actor } = each
          const decision = flow.run(command, actor)
          expectNoticesInSight(flow, before)
          if (decision.ok) accepted += 1
          else expect(flow.events.length).toBe(before)
        }
        const folded = new Flow().join(...EVERYBODY)
        for (const event of flow.events) folded.take(event)
        expect(folded.stories).toEqual(flow.stories)
        expect(folded.settings).toEqual(flow.settings)
        expect(folded.members).toEqual(flow.members)
        expect(folded.entries).toEqual(flow.entries)
        expect(folded.discussions).toEqual(flow.discussions)
        expectCounted(flow)
        expectUniqueRanks(flow)
        expectFiledClosed(flow)
        // ST5: size, schedule and completion exist only on a backlog; a story is in one place.
        for (const story of flow.stories.values()) {
          expect((story.stage === null) !== (story.team === null)).toBe(true)
          if (story.stage !== null) {
            expect([story.size, story.schedule, story.completedAt, story.agreed]).toEqual([
              null,
              null,
              null,
              null,
            ])
            expect(STAGES).toContain(story.stage)
          } else {
            const step = flow.settings.teams
              .get(story.team)
              ?.steps.find(({ id }) => id === story.step)
            expect(step, `step of ${story.id}`).toBeDefined()
            expect(story.completedAt !== null).toBe(step?.category === 'done')
          }
        }
        expect([...flow.members.values()].some(({ roles }) => roles.includes('owner'))).toBe(true)
      }),
      { numRuns: RUNS, seed },
    )
    expect(accepted).toBeGreaterThan(RUNS * 4)
    expect(filed).toBeGreaterThan(RUNS / 5)
  })

  it(`every command these tests make is one that the wire takes (SEED=${seed})`, () => {
    for (const type of COMMAND_TYPES) {
      const commands: NewCommand[] = fc.sample(commandOf(type), { numRuns: 20, seed })
      for (const command of commands) {
        const { success } = commandSchema.safeParse({ id: 'c', ...command })
        expect(success, JSON.stringify(command)).toBe(true)
      }
    }
  })
})
