import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandType } from '#lib/domain/command.ts'
import { isInboxCommand } from '#lib/domain/inbox/command.ts'
import { TALK_COMMANDS } from '#lib/domain/talk/command.ts'
import { inverseOf } from '#lib/domain/inverse.ts'
import { isQuiet, QUIET_DAYS } from '#lib/domain/quiet.ts'
import { byRank } from '#lib/domain/rank.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { SCALES, type Team } from '#lib/domain/team.ts'
import { sessionCommands } from '#lib/schema/sessionCommand.ts'
import { COMMAND_TYPES, commandOf, company } from '#tests/support/anyCommand.ts'
import type { Flow } from '#tests/support/domain.ts'

const RUNS = Number(process.env.RUNS ?? 100)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

const DAY_MS = 86_400_000

/** Commands that nothing takes back (`inverseOfSettings`, `inverseOf` say why). */
const FOR_GOOD: ReadonlySet<CommandType> = new Set([
  'acknowledgeChange',
  'keepVersion',
  'nameVersion',
  'restoreVersion',
  'setSteps',
  'removeMember',
  'purgeTrash',
  'removeSamples',
])

/** What is done in a live session. */
const IN_SESSIONS: ReadonlySet<CommandType> = new Set(
  sessionCommands.flatMap(({ shape }) => [...shape.type.values]),
)
const ELSEWHERE = COMMAND_TYPES.filter((type) => !IN_SESSIONS.has(type))

/** How much oftener is tried what takes a thread, a comment, a notice or a place that is there: most of what chance offers finds none. */
function rarityOf(type: CommandType): number {
  if (isInboxCommand({ type })) return 60
  if (['rankStory', 'reviveTemplate', 'withdrawKeep'].includes(type)) return 10
  return (TALK_COMMANDS as readonly string[]).includes(type) ? 10 : 1
}

/** What changes a story on the way here: commands by the owner, and what the server reads in the documents. */
const past = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...ELSEWHERE).chain(commandOf) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('describe' as const),
        story: fc.constantFrom('s1', 's2', 's4', 's5'),
        digest: fc.constantFrom('x', 'y'),
      }),
    },
    // Long enough for stories to be quiet, and for some of them to be kept then.
    { weight: 1, arbitrary: fc.constant({ type: 'wait' as const }) },
    { weight: 1, arbitrary: commandOf('keepStory') },
  ),
  { maxLength: 25, size: 'max' },
)

describe('[UX9] undo restores', () => {
  it(`[UX9] what is done in a session is done in front of others, and has no way back (SEED=${seed})`, () => {
    const { before } = company()
    for (const type of IN_SESSIONS) {
      for (const command of fc.sample(commandOf(type), { numRuns: 5, seed })) {
        expect(inverseOf(command, before), type).toBeNull()
      }
    }
  })

  for (const type of ELSEWHERE) {
    it(`[UX9] ${type}, from any state (SEED=${seed})`, () => {
      let [taken, never] = [0, 0]
      fc.assert(
        fc.property(past, commandOf(type), (deeds, command) => {
          const flow = company()
          for (const deed of deeds) {
            if (deed.type === 'wait') {
              flow.clock += (QUIET_DAYS + 1) * DAY_MS
              flow.file()
            } else if (deed.type !== 'describe') flow.run(deed)
            else if (flow.stories.has(deed.story)) {
              flow.describe(deed.story, { criteria: 1, digest: deed.digest })
            }
          }
          const before = flow.before
          const was = pictureOf(flow)
          const quiet = quietIn(flow)
          const decision = flow.run(command)
          // What changed nothing leaves nothing to take back.
          if (!decision.ok || decision.events.length === 0) return
          const back = inverseOf(command, before)
          if (back === null) {
            never += 1
            return
          }
          for (const step of back) {
            const answer = flow.run(step)
            expect(answer, `${JSON.stringify(step)}`).toMatchObject({ ok: true })
          }
          taken += 1
          if (command.type === 'keepStory' || command.type === 'withdrawKeep') {
            expect(quietIn(flow)).toEqual(quiet)
          }
          const now = pictureOf(flow, was)
          // What a merge carried over stays with the original.
          if (command.type === 'dismissStory' && command.merge) {
            const original = command.duplicateOf!
            now.stories[original] = {
              ...now.stories[original]!,
              ...votesOf(was.stories[original]!),
            }
          }
          expect(now).toEqual(was)
        }),
        { numRuns: RUNS * rarityOf(type), seed },
      )
      if (FOR_GOOD.has(type)) expect(taken).toBe(0)
      else expect(taken, `of ${type} taken back; ${never} had no way back`).toBeGreaterThan(0)
    })
  }
})

/** The stories that fold away. */
function quietIn(flow: Flow): string[] {
  return [...flow.stories.values()]
    .filter((story) => isQuiet(story, flow.clock))
    .map(({ id }) => id)
}

interface Picture {
  readonly stories: Record<string, Kept>
  readonly orders: Record<string, readonly string[]>
  readonly teams: Record<string, object>
  readonly themes: readonly object[]
  readonly personas: readonly object[]
  readonly policy: object
  readonly members: Record<string, readonly string[]>
}

/** A workspace without what undo does not bring back (`inverseOf` lists it); of `like`, without what came since. */
function pictureOf(flow: Flow, like?: Picture): Picture {
  const { teams, themes, personas, policy } = flow.settings
  const isOld = (kind: 'stories' | 'teams' | 'orders', id: string) => !like || id in like[kind]
  const stories = [...flow.stories].filter(([id]) => isOld('stories', id))
  const orders = [
    ...STAGES.map((stage) => [stage, flow.order(stage)] as const),
    ...[...teams.keys()].map((team) => [team, flow.backlog(team)] as const),
  ]
  return {
    stories: Object.fromEntries(stories.map(([id, story]) => [id, kept(story, teams)])),
    orders: Object.fromEntries(orders.filter(([id]) => isOld('orders', id))),
    teams: Object.fromEntries(
      [...teams].filter(([id]) => isOld('teams', id)).map(([id, team]) => [id, keptTeam(team)]),
    ),
    themes: live([...themes.values()].sort(byRank)).map((theme) => ({ ...theme, rank: '' })),
    personas: live([...personas.values()]),
    policy,
    members: Object.fromEntries([...flow.members].map(([id, { roles }]) => [id, roles])),
  }
}

type Kept = ReturnType<typeof kept>

function votesOf({ votes, watchers }: Kept) {
  return { votes, watchers }
}

function kept(story: Story, teams: ReadonlyMap<string, Team>) {
  const {
    rank: _,
    // [CL3] What was taken back is closed anew, and stays on its list.
    filedAt: _filed,
    enteredStageAt: __,
    // Whoever takes something back has been at work in it: only what keeping does is compared, above.
    activeAt: ___,
    keptAt: ____,
    readiness: _____,
    ...rest
  } = story
  const team = story.team === null ? undefined : teams.get(story.team)
  const scale: readonly string[] = team ? SCALES[team.scale] : []
  return {
    ...rest,
    completedAt: story.completedAt !== null,
    trashedAt: story.trashedAt !== null,
    agreed: story.agreed !== null,
    reason: story.stage === 'wont-do' ? story.reason : null,
    votes: [...story.votes].sort(),
    watchers: [...story.watchers].sort(),
    acknowledged: Object.keys(story.acknowledged).sort(),
    // One of a scale the team has given up does not come back.
    size: story.size !== null && scale.includes(story.size) ? story.size : null,
  }
}

function keptTeam({ archivedAt, members, ...team }: Team): object {
  const people = members.map(({ user, role }) => `${user} ${role}`).sort()
  return { ...team, isArchived: archivedAt !== null, people }
}

function live<Thing extends { readonly archivedAt: number | null }>(
  things: readonly Thing[],
): Thing[] {
  return things.filter(({ archivedAt }) => archivedAt === null)
}
