import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { NewEvent, SessionEvent } from '#lib/domain/event.ts'
import { applySession } from '#lib/domain/sessions/apply.ts'
import type { BallotChange } from '#lib/domain/sessions/ballot.ts'
import type { SessionFact } from '#lib/domain/sessions/event.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { restoreBackup, writeBackup } from '#server/storage/backup.ts'
import type { OpenedStorage } from '#server/storage/open.ts'
import { MemoryBlobs } from '#tests/support/files.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, commitOf } from '#tests/support/storage-rows.ts'

const about = 's1'
const DEADLINE = AT + 60_000
const OPENED: readonly SessionFact[] = [
  { type: 'SessionScheduled', kind: 'meeting', name: 'Weekly', startsAt: null },
  { type: 'AgendaAdded', about, minutes: 10 },
  { type: 'VoteOpened', about, round: 1, deadline: DEADLINE },
]
const CAST: SessionFact = { type: 'VoteCast', about, round: 1 }
const SECRET = { value: 'split', confidence: null, comment: 'SECRET' } as const
const BALLOT: BallotChange = { session: 'm', story: about, round: 1, person: 'u1', ballot: SECRET }

describeEachStorage('live sessions', (bench) => {
  /** A workspace with a session after these facts, each committed by itself. */
  async function held(...facts: readonly SessionFact[]): Promise<{
    storage: OpenedStorage
    session: () => Session
    say: (fact: SessionFact | null, ballot?: BallotChange) => Promise<void>
  }> {
    const storage = await bench.open()
    await addWorkspace(storage)
    let session: Session | undefined
    let seq = 0
    const say = async (fact: SessionFact | null, ballot?: BallotChange): Promise<void> => {
      const told: NewEvent[] = fact ? [{ story: null, session: 'm', team: null, ...fact }] : []
      const commit = commitOf(seq, told)
      for (const event of commit.events) {
        session = applySession(session, event as SessionEvent)
        seq = event.seq
      }
      await storage.workspaces.commit({
        ...commit,
        command: { ...commit.command, id: `c-${seq}-${ballot ? 'vote' : ''}-${Math.random()}` },
        ...(fact && session && { sessions: [session] }),
        ...(ballot && { ballot }),
      })
    }
    for (const fact of facts) await say(fact)
    return { storage, session: () => session!, say }
  }

  async function log(storage: OpenedStorage): Promise<string> {
    const events = await storage.workspaces.events('w1', 0, 100)
    return JSON.stringify([
      events,
      await storage.workspaces.history({ workspace: 'w1', limit: 100 }),
    ])
  }

  test('[I8] what was committed is what is loaded', async () => {
    const { storage, session } = await held(...OPENED)
    const contents = await storage.workspaces.load('w1')
    expect(contents?.sessions).toEqual([{ session: session(), seq: 3 }])
    expect(contents?.ballots).toEqual([])
  })

  test('[MT6] a vote is beside the log, never in it; the last one counts', async () => {
    const { storage, say } = await held(...OPENED)
    await say(CAST, BALLOT)
    const changed = { ...BALLOT, ballot: { ...SECRET, value: 'ready' } }
    await say(null, changed)
    expect((await storage.workspaces.load('w1'))?.ballots).toEqual([changed])
    expect(await log(storage)).toContain('VoteCast')
    expect(await log(storage)).not.toContain('SECRET')
    await say({ type: 'VoteTakenBack', about, round: 1 }, { ...BALLOT, ballot: null })
    expect((await storage.workspaces.load('w1'))?.ballots).toEqual([])
  })

  test('[MT6] votes that are revealed are in the log, and beside it no more', async () => {
    const revealed = await held(...OPENED)
    await revealed.say(CAST, BALLOT)
    await revealed.say({ type: 'VotesRevealed', about, round: 1, votes: { u1: SECRET } })
    expect((await revealed.storage.workspaces.load('w1'))?.ballots).toEqual([])
    expect(await log(revealed.storage)).toContain('SECRET')
  })

  test('[MT6] votes of a session that ended are nowhere', async () => {
    const { storage, say } = await held(...OPENED)
    await say(CAST, BALLOT)
    await say({ type: 'SessionEnded' })
    expect((await storage.workspaces.load('w1'))?.ballots).toEqual([])
    expect(await log(storage)).not.toContain('SECRET')
  })

  test('[PL4] a deadline is found when it has come, until its round is over', async () => {
    const { storage, say } = await held(...OPENED)
    expect(await storage.workspaces.withRoundsDue(DEADLINE - 1)).toEqual([])
    expect(await storage.workspaces.withRoundsDue(DEADLINE)).toEqual(['w1'])
    await say({ type: 'VotesRevealed', about, round: 1, votes: {} })
    expect(await storage.workspaces.withRoundsDue(DEADLINE)).toEqual([])
  })

  test('a backup brings sessions back, and the votes that nobody has revealed yet', async () => {
    const { storage, session, say } = await held(...OPENED)
    await say(CAST, BALLOT)
    const { dataDir } = await bench.newHome()
    const path = join(dataDir, 'sessions.sluice')
    await writeBackup(storage.archive, new MemoryBlobs(), path, AT)
    const other = await bench.open()
    await restoreBackup(other.archive, new MemoryBlobs(), path)
    const contents = await other.workspaces.load('w1')
    expect(contents?.sessions.map((one) => one.session)).toEqual([session()])
    expect(contents?.ballots).toEqual([BALLOT])
  })
})
