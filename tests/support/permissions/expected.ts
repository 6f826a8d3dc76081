import type { Deed, DeedRow } from './deeds.ts'
import { type Circumstances, isInTable, type Person } from './table.ts'

/**
 * What becomes of a deed: done, refused for who it is, refused as if there were no such story or team, or refused
 * because no story there can take it, whoever asks.
 */
export type Verdict = 'yes' | 'no' | 'hidden' | 'impossible'

/** Gives what the product's description says of one cell. */
export function expected(deed: Deed, person: Person, here: Circumstances): Verdict {
  if (person.role === 'none') return 'no'
  if (!readsThere(person, here)) return 'hidden'
  const row = deed.row(here.place)
  if (row === null) return 'impossible'
  if (deed.target === 'private' && !isAdministrator(person)) return 'hidden'
  return isThere(row, deed, person, here) ? 'yes' : 'no'
}

/** "Private teams: only their members and admins." */
function readsThere(person: Person, { place }: Circumstances): boolean {
  if (!place.includes('private')) return true
  return isAdministrator(person) || person.team === 'member' || person.team === 'backlog-owner'
}

function isThere(row: DeedRow, deed: Deed, person: Person, here: Circumstances): boolean {
  const { role, team } = person
  const target = deed.target === 'own' ? 'own' : 'other'
  switch (row) {
    case 'watch':
      // A person's own; it takes no right but reading.
      return true
    case 'resolveOwn':
      return isInTable('resolve', person, here, target, true)
    case 'acknowledge':
      // RD2: a step of refining, open to those who refine.
      return isInTable('refine', person, here)
    case 'seeChange':
      // RD6: "until a member of the team acknowledges it".
      return (
        isAdministrator(person) ||
        team === 'backlog-owner' ||
        (team === 'member' && (role === 'member' || role === 'product-manager'))
      )
    case 'reassign':
      // ST4: "a product manager can reassign it"; while none is in force, whoever may take it off the one backlog and
      // give it to the other.
      if (isAdministrator(person) || role === 'product-manager') return true
      return (
        !here.pm &&
        isInTable('sendBack', person, here) &&
        isInTable('assign', person, here, 'other')
      )
    default:
      return isInTable(row, person, here, target)
  }
}

function isAdministrator({ role }: Person): boolean {
  return role === 'owner' || role === 'admin'
}
