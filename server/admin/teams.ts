import type { Actor } from '#lib/domain/roles.ts'
import { done, refuseVerb, type VerbAnswer } from './request.ts'
import type { VerbParts } from './verbs.ts'

/** Whoever sits at the machine: no member of any workspace, and nobody's name is put under what they do. */
const OPERATOR: Actor = { id: 'shell', name: 'The shell', roles: ['owner'] }

/** `team create`: prints the new team's id. Nobody is in the team yet. */
export async function createTeam(
  { workspaces, newId, changed }: VerbParts,
  { workspace: id, name }: { workspace: string; name: string },
): Promise<VerbAnswer> {
  const workspace = await workspaces.open(id)
  if (!workspace) {
    return refuseVerb(`There is no workspace with the id "${id}". Nothing was created.`)
  }
  const team = newId()
  const made = await workspace.run(
    OPERATOR,
    { id: newId(), type: 'createTeam', team, name },
    { isOperator: true },
  )
  if (!made.ok) return refuseVerb(made.message)
  // Whoever makes a team is in it, but the shell is not somebody.
  const member = OPERATOR.id
  const left = await workspace.run(
    OPERATOR,
    { id: newId(), type: 'setTeamMember', team, member, role: null },
    { isOperator: true },
  )
  await changed({ logOf: id })
  if (!left.ok) return refuseVerb(left.message)
  return done(`The team "${name.trim()}" is there, with nobody in it yet.`, team)
}
