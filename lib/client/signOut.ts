import { removeDatabase, removeKept } from './kept/removeKept.ts'
import { ACCOUNT_DATABASE, type AccountEnvironment, browser, load } from './keptAccount.ts'

/** What `signOut` came to; `unreachable`: the person is still signed in, and nothing was removed. */
export type SignOut = { readonly ok: true } | { readonly ok: false; readonly code: 'unreachable' }

/** The service worker's kept page (public/sw.js). */
const SHELL = 'sluice-shell'

/**
 * Signs out and removes everything this device keeps for the person. Ask first when `unsavedCount()` is not zero:
 * what the server does not have is gone afterwards. Close the workspaces before.
 */
export async function signOut(
  userId: string,
  given: Partial<AccountEnvironment> = {},
): Promise<SignOut> {
  const environment = { ...browser(), ...given }
  try {
    const answer = await environment.fetch('/api/v1/auth/sign-out', {
      method: 'POST',
      credentials: 'same-origin',
    })
    if (!answer.ok && answer.status !== 401) throw new Error(`status ${answer.status}`)
  } catch {
    return { ok: false, code: 'unreachable' }
  }
  await wipeAccount(userId, given)
  return { ok: true }
}

/** Removes everything this device keeps for a person. */
async function wipeAccount(userId: string, given: Partial<AccountEnvironment> = {}): Promise<void> {
  const environment = { ...browser(), ...given }
  const { indexedDB } = environment
  const kept = await load(environment)
  await removeKept(indexedDB, userId, kept?.account.workspaces.map(({ id }) => id) ?? [])
  if (indexedDB) await removeDatabase(indexedDB, ACCOUNT_DATABASE)
  // The kept page names the workspace it was opened with. The next visit keeps it again.
  await globalThis.caches?.delete(SHELL).catch(() => false)
}
