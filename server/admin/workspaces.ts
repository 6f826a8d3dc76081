import { keyPrefixOf } from '#server/auth/newWorkspace.ts'
import { checkName } from '#server/auth/person.ts'
import { done, refuseVerb, type VerbAnswer } from './request.ts'
import type { VerbParts } from './verbs.ts'

/** `workspace create`: prints the new workspace's id. */
export async function createWorkspace(
  { storage, now, newId }: VerbParts,
  { name, key }: { name: string; key?: string | undefined },
): Promise<VerbAnswer> {
  const checked = checkName(name, 'name', 'workspace')
  if (!checked.ok) return refuseVerb(checked.message)
  const keyPrefix = (key ?? keyPrefixOf(checked.value)).toUpperCase()
  if (!/^[A-Z]{2,5}$/.test(keyPrefix)) {
    return refuseVerb(
      `"${key}" cannot begin the keys of stories. Use 2 to 5 letters from A to Z. Nothing was created.`,
    )
  }
  const workspace = { id: newId(), name: checked.value, keyPrefix, at: now() }
  await storage.workspaces.create(workspace)
  return done(
    `Workspace "${workspace.name}" is there; its stories are ${keyPrefix}-1, ${keyPrefix}-2 …`,
    workspace.id,
  )
}
