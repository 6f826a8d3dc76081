import type { Kysely } from 'kysely'
import type { Ballot, BallotChange } from '#lib/domain/sessions/ballot.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { nextDeadline } from '#lib/domain/sessions/vote.ts'
import type { Schema } from './schema.ts'
import type { Commit } from './storage.ts'

/** Reads the live sessions of a workspace, those that are over included. */
export async function loadSessions(
  db: Kysely<Schema>,
  workspace: string,
): Promise<{ session: Session; seq: number }[]> {
  const rows = await db
    .selectFrom('live_sessions')
    .select(['state', 'seq'])
    .where('workspace', '=', workspace)
    .execute()
  return rows.map(({ state, seq }) => ({ session: JSON.parse(state) as Session, seq }))
}

/** Reads what was voted in a workspace and is not revealed. */
export async function loadBallots(db: Kysely<Schema>, workspace: string): Promise<BallotChange[]> {
  const rows = await db
    .selectFrom('ballots')
    .select(['session', 'story', 'person', 'round', 'ballot'])
    .where('workspace', '=', workspace)
    .execute()
  return rows.map((row) => ({ ...row, ballot: JSON.parse(row.ballot) as Ballot }))
}

/**
 * Stores sessions as they are after the event at `seq`, and a vote, inside the transaction that appends the events. Votes of
 * rounds that are over are erased with it: revealed ones are in the log then, the others nobody ever reads (MT6).
 */
export async function keepSessions(
  transaction: Kysely<Schema>,
  { workspace, sessions = [], ballot }: Commit,
  seq: number,
): Promise<void> {
  if (ballot) await keepBallot(transaction, workspace, ballot)
  for (const session of sessions) {
    const { id } = session
    const due_at = nextDeadline(session)
    const row = { workspace, id, seq, due_at, state: JSON.stringify(session) }
    await transaction
      .insertInto('live_sessions')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
          seq: eb.ref('excluded.seq'),
          due_at: eb.ref('excluded.due_at'),
          state: eb.ref('excluded.state'),
        })),
      )
      .execute()
    await eraseBallots(transaction, workspace, session)
  }
}

/** Gives the workspaces with a round whose deadline has come at `now` (ms). */
export async function workspacesWithRoundsDue(db: Kysely<Schema>, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('live_sessions')
    .select('workspace')
    .distinct()
    .where('due_at', '<=', now)
    .execute()
  return rows.map(({ workspace }) => workspace)
}

async function keepBallot(
  transaction: Kysely<Schema>,
  workspace: string,
  { session, story, person, round, ballot }: BallotChange,
): Promise<void> {
  await transaction
    .deleteFrom('ballots')
    .where('workspace', '=', workspace)
    .where('session', '=', session)
    .where('story', '=', story)
    .where('person', '=', person)
    .execute()
  if (!ballot) return
  const row = { workspace, session, story, person, round, ballot: JSON.stringify(ballot) }
  await transaction.insertInto('ballots').values(row).execute()
}

async function eraseBallots(
  transaction: Kysely<Schema>,
  workspace: string,
  { id, agenda }: Session,
): Promise<void> {
  const open = agenda.filter(({ vote }) => vote?.phase === 'open').map(({ story }) => story)
  let query = transaction
    .deleteFrom('ballots')
    .where('workspace', '=', workspace)
    .where('session', '=', id)
  if (open.length > 0) query = query.where('story', 'not in', open)
  await query.execute()
}
