import type { Role } from '#lib/domain/roles.ts'

/**
 * Who may do what, as the product's description has it: word for word, and read as it stands. Written apart from
 * `lib/domain/permissions.ts`, so that one can be held against the other.
 */
const TABLE = `
| action | owner, admin | PM | BO of the team | member | contributor | viewer |
| --- | --- | --- | --- | --- | --- | --- |
| read (private teams: only their members and admins) | yes | yes | yes | yes | yes | yes |
| capture an idea, comment, react, vote an idea up | yes | yes | yes | yes | yes | no |
| edit a story's document and title in the refinement area | yes | yes | yes | yes | own ideas while in Idea | no |
| idea to refinement and back | yes | yes | yes | yes | no | no |
| refinement to ready; wont-do; reopen; order the refinement area; themes | yes | yes | if PM not in force | if PM not in force | no | no |
| bounce ready to refinement | yes | yes | yes | if PM not in force | no | no |
| assign a ready story to a team | yes | yes | to own team | if neither PM nor BO is in force | no | no |
| order a team backlog, size, schedule, send back | yes | send back only | yes | if BO not in force and member of the team | no | no |
| move a story through the team's steps, edit its document | yes | yes | yes | team members | no | no |
| run a meeting or planning session | yes | yes | yes | yes | no | no |
| take part in it (vote, decide, park) | yes | yes | yes | yes | comment only | watch |
| resolve or reopen a thread | yes | yes | yes | yes | own | no |
| delete someone else's comment | yes | no | no | no | no | no |
| members, roles, teams, policy, API tokens of others, webhooks, export of everything, purge | yes | no | no | no | no | no |
| appoint owners, delete the workspace | owner only | no | no | no | no | no |
`

/** The rows by a name of their own. */
const ROWS = {
  read: 'read',
  capture: 'capture an idea',
  editInArea: "edit a story's document and title in the refinement area",
  refine: 'idea to refinement and back',
  curate: 'refinement to ready',
  bounce: 'bounce ready to refinement',
  assign: 'assign a ready story',
  plan: 'order a team backlog',
  sendBack: 'order a team backlog',
  work: "move a story through the team's steps",
  runSession: 'run a meeting or planning session',
  takePart: 'take part in it',
  resolve: 'resolve or reopen a thread',
  moderate: "delete someone else's comment",
  administer: 'members, roles, teams',
  appointOwners: 'appoint owners',
} as const
export type Row = keyof typeof ROWS

/** Somebody, as far as rights depend on them. */
export interface Person {
  readonly role: Role | 'none'
  /** What they are in the story's team; where there is none yet, in the team it may be assigned to. */
  readonly team: 'none' | 'member' | 'backlog-owner' | 'owner of another'
  /** The story is one they have captured. */
  readonly own: boolean
}

/** What else it depends on. */
export interface Circumstances {
  /** A product manager is in force. */
  readonly pm: boolean
  /** The teams' backlog owners are in force. */
  readonly bo: boolean
  readonly place: Place
}

export const PLACES = [
  'idea',
  'refinement',
  'ready',
  'wont-do',
  'team',
  'private team',
  'trash',
  'trash of a team',
  'trash of a private team',
] as const
export type Place = (typeof PLACES)[number]

/**
 * True where the table lets somebody do something. `target`: the other team a story is to go to; `isOwnThread`: it is about
 * a thread they began.
 */
export function isInTable(
  row: Row,
  person: Person,
  circumstances: Circumstances,
  target: 'own' | 'other' = 'own',
  isOwnThread = false,
): boolean {
  const { role, team } = person
  const isOnBacklog = ['plan', 'sendBack', 'work'].includes(row)
  const isAnyOwner = team === 'backlog-owner' || team === 'owner of another'
  const cells = cellsOf(row)
  const [administrators, managers, owners, members, contributors, viewers] = cells
  const holds = [
    (role === 'owner' || role === 'admin') && administrators,
    role === 'product-manager' && managers,
    (isOnBacklog ? team === 'backlog-owner' : isAnyOwner) && owners,
    // A product manager is a member, with more.
    (role === 'member' || role === 'product-manager') && members,
    role === 'contributor' && contributors,
    role === 'viewer' && viewers,
  ]
  return holds.some((cell) => cell && isMet(cell))

  function isMet(cell: string): boolean {
    const { pm, bo, place } = circumstances
    switch (cell) {
      case 'yes':
        return true
      case 'no':
      case 'comment only':
      case 'watch':
        return false
      case 'if PM not in force':
        return !pm
      case 'if neither PM nor BO is in force':
        return !pm && !bo
      case 'if BO not in force and member of the team':
        return !bo && team === 'member'
      case 'team members':
        return team === 'member'
      case 'send back only':
        return row === 'sendBack'
      case 'to own team':
        return target === 'own' ? team === 'backlog-owner' : team === 'owner of another'
      case 'own':
        return isOwnThread
      case 'own ideas while in Idea':
        return person.own && (place === 'idea' || place === 'trash')
      case 'owner only':
        return role === 'owner'
      default:
        throw new Error(`The table says "${cell}", which nobody has read yet`)
    }
  }
}

function cellsOf(row: Row): string[] {
  const lines = TABLE.trim().split('\n').slice(2)
  const line = lines.find((one) => one.startsWith(`| ${ROWS[row]}`))
  if (!line) throw new Error(`The table has no row "${ROWS[row]}"`)
  const [, ...cells] = line.slice(2, -2).split(' | ')
  return cells
}
