import type { Identity } from './connection.ts'
import { Value } from './readable.ts'
import { type AccountEnvironment, browser, keep, load, write } from './keptAccount.ts'
import type { Readable } from './client.ts'

/** The answer of `GET /api/v1/me`. */
export interface Account {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email: string
    /** Index into the presence palette, 0 to 11. */
    readonly colour: number
  }
  readonly workspaces: readonly {
    readonly id: string
    readonly name: string
    readonly keyPrefix: string
    readonly roles: readonly string[]
  }[]
}

export type AccountState =
  | { readonly phase: 'loading' }
  /** The server says that nobody is signed in, and this device knows of nobody. */
  | { readonly phase: 'signed-out' }
  /**
   * `standing`: `kept` is what this device remembers, the server has not answered yet; `confirmed` is its answer;
   * `expired` is what this device remembers of someone whose session is over: their work stays here.
   */
  | {
      readonly phase: 'known'
      readonly account: Account
      readonly standing: 'kept' | 'confirmed' | 'expired'
    }

export interface AccountHandle {
  readonly state: Readable<AccountState>
  /** Asks the server whose session the browser has, compared with `userId`. Never throws. */
  identify(userId: string): Promise<Identity>
  close(): void
}

/** Gives who is signed in: at once what this device remembers, then the server's answer. Works offline. */
export function openAccount(given: Partial<AccountEnvironment> = {}): AccountHandle {
  const environment = { ...browser(), ...given }
  const state = new Value<AccountState>({ phase: 'loading' })
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | null = null

  /** The request under way: opening a page asks for the account and for the identity at the same time. */
  let asking: Promise<Answer> | null = null
  const askServer = () => {
    asking ??= fetchMe(environment).finally(() => {
      asking = null
    })
    return asking
  }

  async function ask(attempt: number): Promise<void> {
    const answer = await askServer()
    if (isClosed) return
    if (answer.kind === 'known') {
      state.set({ phase: 'known', account: answer.account, standing: 'confirmed' })
      await keep(environment, answer.account)
    } else if (answer.kind === 'signed-out') {
      const last = state.get()
      if (last.phase === 'known') state.set({ ...last, standing: 'expired' })
      else state.set({ phase: 'signed-out' })
    } else {
      timer = setTimeout(() => void ask(attempt + 1), Math.min(1_000 * 2 ** attempt, 30_000))
    }
  }

  void (async () => {
    const kept = await load(environment)
    if (isClosed) return
    if (kept) state.set({ phase: 'known', account: kept.account, standing: 'kept' })
    await ask(0)
  })()

  return {
    state,
    identify: async (userId) => {
      const answer = await askServer()
      if (answer.kind !== 'known') return answer.kind
      return answer.account.user.id === userId ? 'same' : 'other'
    },
    close: () => {
      isClosed = true
      if (timer) clearTimeout(timer)
    },
  }
}

/** Remembers which workspace the person was in, so that the app opens there. */
export async function rememberWorkspace(
  workspaceId: string,
  given: Partial<AccountEnvironment> = {},
): Promise<void> {
  const environment = { ...browser(), ...given }
  const kept = await load(environment)
  if (kept && kept.workspace !== workspaceId)
    await write(environment, { ...kept, workspace: workspaceId })
}

type Answer =
  | { readonly kind: 'known'; readonly account: Account }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unknown' }

async function fetchMe({ fetch }: AccountEnvironment): Promise<Answer> {
  try {
    const answer = await fetch('/api/v1/me', { credentials: 'same-origin', cache: 'no-store' })
    if (answer.status === 401) return { kind: 'signed-out' }
    if (!answer.ok) return { kind: 'unknown' }
    return { kind: 'known', account: (await answer.json()) as Account }
  } catch {
    return { kind: 'unknown' }
  }
}
