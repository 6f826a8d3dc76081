import { describe, expect, it } from 'vitest'
import { isAllowed } from '#lib/domain/permissions.ts'
import { type Role, ROLES } from '#lib/domain/roles.ts'
import { COMMAND_TYPES } from '#tests/support/anyCommand.ts'
import {
  everyCircumstance,
  everyPerson,
  ME,
  workspaceOf,
} from '#tests/support/permissions/company.ts'
import {
  type Deed,
  IT,
  STORY_DEEDS,
  TRIED,
  WORKSPACE_DEEDS,
} from '#tests/support/permissions/deeds.ts'
import { expected } from '#tests/support/permissions/expected.ts'
import { SESSION_DEEDS } from '#tests/support/permissions/sessionDeeds.ts'
import { judge, verdictOf } from '#tests/support/permissions/verdict.ts'

/** Gives the cells of a deed that the rules decide otherwise than the table says, each in words. */
function disagreements(deed: Deed, places?: readonly string[]): string[] {
  return everyPerson().flatMap((person) =>
    everyCircumstance(person)
      .filter(({ place }) => !places || places.includes(place))
      .flatMap((here) => {
        const wanted = expected(deed, person, here)
        const got = verdictOf(deed, person, here)
        // Where no story can take it, the reason given first does not matter, as long as it is none of "yes".
        const isSame = wanted === 'impossible' ? got !== 'yes' : got === wanted
        return isSame ? [] : [`${JSON.stringify({ ...person, ...here })}: ${got}, not ${wanted}`]
      }),
  )
}

describe('[RO1] [RO2] [RO3] [RO4] [RO5] the table of roles', () => {
  it.each(STORY_DEEDS.map((deed) => [deed.name, deed] as const))(
    '[RO4] [RO5] %s, by everyone, everywhere',
    (_, deed) => {
      expect(disagreements(deed)).toEqual([])
    },
  )

  it.each(WORKSPACE_DEEDS.map((deed) => [deed.name, deed] as const))(
    '[RO4] %s, by everyone',
    (_, deed) => {
      expect(disagreements(deed, ['wont-do'])).toEqual([])
    },
  )

  it.each(SESSION_DEEDS.map((deed) => [deed.name, deed] as const))(
    '[RO4] [MT5] %s in a session, by everyone',
    (_, deed) => {
      expect(disagreements(deed, ['wont-do'])).toEqual([])
    },
  )

  it('every command has its cells', () => {
    expect(COMMAND_TYPES.filter((type) => !TRIED.has(type))).toEqual([])
  })

  it('[ST2] [ST3] [ST4] [ST5] where no story can take it, the owner is told so', () => {
    const owner = { role: 'owner', team: 'none', own: false } as const
    for (const deed of STORY_DEEDS) {
      for (const here of everyCircumstance(owner)) {
        if (!deed.command || deed.row(here.place) !== null) continue
        const code = judge(workspaceOf(owner, here), deed.command(IT), {
          id: ME,
          name: 'Me',
          roles: ['owner'],
        })
        expect(
          ['inTrash', 'notInTrash', 'moveNotAllowed', 'alreadyThere', 'notOnTeam', 'neverQuiet'],
          `${deed.name} in ${here.place}`,
        ).toContain(code)
      }
    }
  })

  it('[RO1] roles stack: two allow exactly what one of them allows', () => {
    const commands = STORY_DEEDS.flatMap(({ command }) => command?.(IT) ?? [])
    const wrong: string[] = []
    for (const team of ['none', 'member', 'backlog-owner'] as const) {
      for (const here of everyCircumstance({ role: 'member', team, own: true })) {
        // With a product manager among them one is in force.
        const roles = ROLES.filter((role) => here.pm || role !== 'product-manager')
        const world = workspaceOf({ role: 'viewer', team, own: true }, here)
        const may = (...held: readonly Role[]) => {
          const me = { id: ME, name: 'Me', roles: held }
          const members = new Map(world.members).set(ME, me)
          return commands.map((command) => judge({ ...world, members }, command, me) === 'ok')
        }
        const alone = new Map(roles.map((role) => [role, may(role)]))
        for (const [one, other] of pairsOf(roles)) {
          const both = may(one, other)
          commands.forEach(({ type }, index) => {
            if (both[index] === (alone.get(one)![index]! || alone.get(other)![index]!)) return
            wrong.push(`${type} as ${one} and ${other}, ${team}, in ${here.place}`)
          })
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('[RO9] asking for a right and being refused it never differ', () => {
    const person = { role: 'member', team: 'member', own: false } as const
    const world = workspaceOf(person, { pm: true, bo: true, place: 'team' })
    const story = world.stories.get(IT)!
    expect(isAllowed(world, { id: ME, roles: ['member'] }, 'order', { story })).toBe(false)
    expect(isAllowed(world, { id: ME, roles: ['member'] }, 'step', { story })).toBe(true)
  })
})

function pairsOf<T>(things: readonly T[]): (readonly [T, T])[] {
  return things.flatMap((one, index) =>
    things.slice(index + 1).map((other) => [one, other] as const),
  )
}
