import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Storage, User, Workspace } from '#server/storage/storage.ts'
import { type Failure, fail, type Result, succeed } from './failure.ts'
import { createTurns } from './inTurn.ts'
import type { Limits } from './limits.ts'
import { newWorkspace } from './newWorkspace.ts'
import { checkName, checkPerson, type NewPerson, newUser, unlessEmailTaken } from './person.ts'

export interface SetupRequest extends NewPerson {
  /** The new workspace's name. */
  readonly workspace: string
  /** Whether sample stories are wanted. */
  readonly samples: boolean
  readonly code?: string | undefined
}

/** Where a request comes from, as far as the setup code is concerned. */
export interface SetupVisit {
  readonly address: string
  readonly sameMachine: boolean
}

/** The first visit: it makes the owner and the first workspace, once. */
export interface Setup {
  /** What a visit from another machine must know: ten letters and digits, printed by the server when it starts. */
  readonly code: string
  /** True while there is no user. */
  needed(): Promise<boolean>
  /**
   * Creates workspace and owner, and the sample stories where they are wanted. Of several at once exactly one
   * succeeds; the others, and everyone later, get `setupDone`.
   */
  setUp(
    request: SetupRequest,
    visit: SetupVisit,
  ): Promise<Result<{ user: User; workspace: Workspace }>>
}

interface SetupParts {
  readonly storage: Storage
  readonly limits: Limits
  readonly now: () => number
  /** Fills a new workspace with sample stories. Its failure must not undo the owner: it is told, not thrown. */
  readonly addSamples: (workspace: string, user: string) => Promise<void>
}

/** Makes the setup of one server run, with a code of its own. */
export function createSetup({ storage, limits, now, addSamples }: SetupParts): Setup {
  const code = newCode()
  const inTurn = createTurns()
  let done = false

  async function needed(): Promise<boolean> {
    done ||= (await storage.people.countUsers()) > 0
    return !done
  }

  async function checkCode(given: string | undefined, visit: SetupVisit): Promise<Failure | null> {
    if (visit.sameMachine) return null
    if (given === undefined || given.trim() === '') {
      return fail('setupCodeWrong', `Type the setup code that ${WHERE}.`, {
        field: 'code',
        detail: 'setupCodeMissing',
      })
    }
    const limited =
      (await limits.setupCode.take(visit.address)) ?? (await limits.setupCodeByAnyone.take(''))
    if (limited) return limited
    if (!isSame(normalCode(given), normalCode(code))) {
      return fail(
        'setupCodeWrong',
        `This is not the setup code. The server printed it when it started (see its terminal or its log).`,
        { field: 'code' },
      )
    }
    await Promise.all([
      limits.setupCode.giveBack(visit.address),
      limits.setupCodeByAnyone.giveBack(''),
    ])
    return null
  }

  return {
    code,
    needed,
    async setUp(request, visit) {
      if (!(await needed())) return setupDone()
      const wrongCode = await checkCode(request.code, visit)
      if (wrongCode) return wrongCode
      const person = checkPerson(request)
      if (!person.ok) return person
      const name = checkName(request.workspace, 'workspace', 'workspace')
      if (!name.ok) return name

      return inTurn(async () => {
        if (!(await needed())) return setupDone()
        const { passwordHash, ...user } = await newUser(storage.people, person.value, now())
        return unlessEmailTaken(async () => {
          const workspace = await storage.people.foundWorkspace(newWorkspace(name.value, now()), {
            passwordHash,
            ...user,
          })
          if (request.samples) await addSamples(workspace.id, user.id)
          return succeed({ user, workspace })
        })
      })
    },
  }
}

const WHERE = 'the server printed when it started (see its terminal or its log)'

function setupDone(): Failure {
  return fail('setupDone', 'Sluice is set up already. Sign in, or ask its owner for an invitation.')
}

/** Without 0, 1, I, L, O and U, which are misread. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

function newCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS.charAt(randomInt(LETTERS.length)))
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

function normalCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** Compares in a time that does not depend on where two texts differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
