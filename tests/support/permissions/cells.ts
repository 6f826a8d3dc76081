import { ROLES } from '#lib/domain/roles.ts'
import type { Random } from '../random.ts'
import { type Deed, STORY_DEEDS, WORKSPACE_DEEDS } from './deeds.ts'
import { type Circumstances, type Person, type Place, PLACES } from './table.ts'

/** One cell of the table, as it is sent through the doors. */
export interface Cell {
  readonly name: string
  readonly deed: Deed
  readonly person: Person & { readonly role: (typeof ROLES)[number] }
  readonly here: Circumstances
}

export const TEAM_ROLES_OF_PEOPLE = ['none', 'member', 'backlog-owner', 'owner of another'] as const

/**
 * Every deed by every role in every place, with the rest of the cell by chance: what they are in the teams, whose
 * idea it is, and who is in force.
 */
export function cellsByChance(random: Random): Cell[] {
  const cells: Cell[] = []
  const add = (deed: Deed, role: (typeof ROLES)[number], place: Place) => {
    const team = random.pick(TEAM_ROLES_OF_PEOPLE)
    // A viewer captures nothing, so has no idea of their own.
    const own = role !== 'viewer' && random.chance(0.4)
    const pm = role === 'product-manager' || random.chance(0.5)
    const bo = random.chance(0.5)
    const name = `${deed.name} by ${role} (${team}${own ? ', own' : ''}) in ${place}${pm ? ', PM' : ''}${bo ? ', BO' : ''}`
    cells.push({ name, deed, person: { role, team, own }, here: { pm, bo, place } })
  }
  for (const role of ROLES) {
    for (const deed of STORY_DEEDS) for (const place of PLACES) add(deed, role, place)
    for (const deed of WORKSPACE_DEEDS) add(deed, role, 'idea')
  }
  return cells
}
