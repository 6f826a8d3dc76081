import { randomUUID } from 'node:crypto'
import { type Refusal } from '#lib/domain/refusal.ts'
import { checkInvite } from '#lib/domain/permissions.ts'
import type { Actor, Role } from '#lib/domain/roles.ts'
import type { InvitationRow, NewUser, Storage, User, Workspace } from '#server/storage/storage.ts'
import { type Failure, fail, type Result, succeed } from './failure.ts'
import { checkPerson, emailTaken, newUser, type NewPerson, unlessEmailTaken } from './person.ts'
import { hashSecret, newSecret } from './secrets.ts'

export const INVITATION_DAYS = 14
const DAY = 24 * 60 * 60 * 1000

export interface NewInvitation {
  readonly roles: readonly Role[]
  /** How many people it may bring in. */
  readonly uses: number
  /** Days until it expires. */
  readonly days: number
}

/** Creates an invitation and gives it with the secret end of its link, which is shown once and stored as a hash. */
export async function invite(
  storage: Storage,
  workspace: string,
  actor: Actor,
  wanted: NewInvitation,
  now: number,
): Promise<{ ok: true; invitation: InvitationRow; secret: string } | Refusal> {
  const refused = checkInvite(actor, wanted.roles)
  if (refused) return refused
  const secret = newSecret()
  const invitation: InvitationRow = {
    id: randomUUID(),
    tokenHash: hashSecret(secret),
    workspace,
    roles: wanted.roles,
    createdBy: actor.id,
    createdAt: now,
    expiresAt: now + wanted.days * DAY,
    usesLeft: wanted.uses,
    revokedAt: null,
  }
  await storage.people.createInvitation(invitation)
  return { ok: true, invitation, secret }
}

/** An invitation in force, as its holder may see it. */
export interface OpenInvitation {
  readonly invitation: InvitationRow
  readonly workspace: Workspace
  readonly invitedBy: string
}

/** Gives the invitation behind the end of a link, or why it cannot be used. */
export async function lookUpInvitation(
  storage: Storage,
  secret: string,
  now: number,
): Promise<Result<OpenInvitation>> {
  const invitation = await storage.people.findInvitation(hashSecret(secret))
  if (!invitation) return invitationNotFound()
  const closed = whyClosed(invitation, now)
  if (closed) return closed
  const [workspace, inviter] = await Promise.all([
    storage.workspaces.find(invitation.workspace),
    storage.people.findUser(invitation.createdBy),
  ])
  if (!workspace) return invitationNotFound()
  return succeed({ invitation, workspace, invitedBy: inviter?.name ?? 'Someone' })
}

/** Makes a new person a member. An e-mail that has an account already uses nothing up. */
export async function joinAsNewPerson(
  storage: Storage,
  open: OpenInvitation,
  newPerson: NewPerson,
  now: number,
): Promise<Result<User>> {
  const person = checkPerson(newPerson)
  if (!person.ok) return person
  if (await storage.people.findUserByEmail(person.value.email)) return emailTaken()
  const { passwordHash, ...user } = await newUser(storage.people, person.value, now)
  return unlessEmailTaken(async () => {
    const failed = await accept(storage, open, { passwordHash, ...user }, now)
    return failed ?? succeed(user)
  })
}

/** Makes someone who has an account a member; who is one already stays as they are and uses nothing up. */
export async function join(
  storage: Storage,
  open: OpenInvitation,
  user: User,
  now: number,
): Promise<Result<User>> {
  if (await storage.people.findMember(open.workspace.id, user.id)) return succeed(user)
  const failed = await accept(storage, open, user.id, now)
  return failed ?? succeed(user)
}

/** Joins and counts the use; gives the failure when the invitation was closed meanwhile. */
async function accept(
  storage: Storage,
  { invitation: { tokenHash } }: OpenInvitation,
  user: string | NewUser,
  now: number,
): Promise<Failure | null> {
  if (await storage.people.acceptInvitation(tokenHash, user, now)) return null
  const current = await storage.people.findInvitation(tokenHash)
  return (current && whyClosed(current, now)) ?? invitationNotFound()
}

function whyClosed(invitation: InvitationRow, now: number): Failure | null {
  if (invitation.revokedAt !== null) {
    return fail('invitationRevoked', 'This invitation was withdrawn. Ask for a new link.')
  }
  if (invitation.expiresAt <= now) {
    return fail('invitationExpired', 'This invitation has expired. Ask for a new link.')
  }
  if (invitation.usesLeft <= 0) {
    return fail('invitationUsedUp', 'This invitation has been used up. Ask for a new link.')
  }
  return null
}

function invitationNotFound(): Failure {
  const message =
    'There is no such invitation. Check that the link is complete, or ask for a new one.'
  return fail('invitationNotFound', message)
}
