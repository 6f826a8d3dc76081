import { ROLES, type Role } from '#lib/domain/roles.ts'
import { hashPassword } from '#server/auth/passwords.ts'
import { checkPassword, checkPerson, createPerson, type NewPerson } from '#server/auth/person.ts'
import type { User } from '#server/storage/storage.ts'
import { done, refuseVerb, type VerbAnswer } from './request.ts'
import type { VerbParts } from './verbs.ts'

/** `user create`: makes an account, or takes the one with this e-mail, and adds it to a workspace. Prints the user's id. */
export async function createUser(
  parts: VerbParts,
  request: NewPerson & { workspace: string; role: string },
): Promise<VerbAnswer> {
  const { storage, now } = parts
  const roles = rolesOf(request.role)
  if (!roles) {
    return refuseVerb(
      `"${request.role}" is not a role. Roles are ${ROLES.join(', ')}. Nothing was created.`,
    )
  }
  const workspace = await storage.workspaces.find(request.workspace)
  if (!workspace)
    return refuseVerb(
      `There is no workspace with the id "${request.workspace}". Nothing was created.`,
    )
  const known = await storage.people.findUserByEmail(request.email)
  if (known) return addKnownUser(parts, known, workspace.id, workspace.name, roles)

  const checked = checkPerson(request)
  if (!checked.ok) return refuseVerb(`${checked.message} Nothing was created.`)
  const created = await createPerson(storage.people, checked.value, now())
  if (!created.ok) return refuseVerb(`${created.message} Nothing was created.`)
  const user = created.value
  await storage.people.addMember({ workspace: workspace.id, user: user.id, roles, joinedAt: now() })
  await (await parts.workspaces.open(workspace.id))?.joined(user.id)
  await parts.changed({ membersOf: workspace.id, logOf: workspace.id })
  return done(
    `${user.name} <${user.email}> is in "${workspace.name}" as ${roles.join(', ')}.`,
    user.id,
  )
}

async function addKnownUser(
  { storage, workspaces, now, changed }: VerbParts,
  user: User,
  workspace: string,
  workspaceName: string,
  roles: readonly Role[],
): Promise<VerbAnswer> {
  const member = await storage.people.findMember(workspace, user.id)
  if (member) {
    return refuseVerb(
      `${user.email} is in "${workspaceName}" already, as ${member.roles.join(', ')}. Nothing was changed.`,
    )
  }
  await storage.people.addMember({ workspace, user: user.id, roles, joinedAt: now() })
  await (await workspaces.open(workspace))?.joined(user.id)
  await changed({ membersOf: workspace, logOf: workspace })
  return done(
    `${user.email} had an account and is now in "${workspaceName}" too, as ${roles.join(', ')}. Its name and password stay as they were.`,
    user.id,
  )
}

/** `user password`: sets a new password and ends every session. */
export async function setPassword(
  { storage, changed }: VerbParts,
  { email, password }: { email: string; password: string },
): Promise<VerbAnswer> {
  const user = await storage.people.findUserByEmail(email)
  if (!user) return nobody(email)
  const wrong = checkPassword(password, user.email)
  if (wrong) return refuseVerb(`${wrong.message} Nothing was changed.`)
  await storage.people.setPassword(user.id, await hashPassword(password), null)
  await changed({ sessionsOf: user.id })
  return done(`${user.email} has a new password and is signed out everywhere. API tokens stay.`)
}

/** `sessions end`: signs someone out everywhere. */
export async function endSessions(
  { storage, changed }: VerbParts,
  { email }: { email: string },
): Promise<VerbAnswer> {
  const user = await storage.people.findUserByEmail(email)
  if (!user) return nobody(email)
  const count = (await storage.people.sessionsOf(user.id)).length
  await storage.people.deleteSessionsOf(user.id)
  await changed({ sessionsOf: user.id })
  return done(
    `${user.email} is signed out everywhere (${count === 1 ? '1 session' : `${count} sessions`}). API tokens stay.`,
  )
}

/** The refusal of an e-mail that belongs to nobody here. */
export function nobody(email: string): VerbAnswer {
  return refuseVerb(`There is no account with the e-mail "${email}". Nothing was changed.`)
}

/** Reads one role, or several with commas between them; null when one is none. */
function rolesOf(text: string): Role[] | null {
  const names = text.split(',').map((name) => name.trim())
  const roles = ROLES.filter((role) => names.includes(role))
  return roles.length > 0 && roles.length === new Set(names).size ? roles : null
}
