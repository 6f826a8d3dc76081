import type { Kysely } from 'kysely'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { NOBODY, type Mentions, type Suggestion } from '#lib/domain/talk/thread.ts'
import { inBatches } from './batches.ts'
import type { Schema } from './schema.ts'
import type { Commit, StoredThread } from './storage.ts'

/** What somebody said in an event, kept apart from it: events are never edited, words are erased (TA12). */
interface Words {
  readonly text: string | null
  readonly mentions: Mentions
  readonly suggestion: Suggestion | null
}

/** Reads the discussions of a workspace. */
export async function loadThreads(
  db: Kysely<Schema>,
  workspace: string,
): Promise<readonly StoredThread[]> {
  return db
    .selectFrom('threads')
    .select(['story', 'id', 'seq', 'state'])
    .where('workspace', '=', workspace)
    .execute()
}

/** Stores threads as they are after the event at `seq`, inside the transaction that appends it. */
export async function keepThreads(
  transaction: Kysely<Schema>,
  { workspace, threads = [] }: Commit,
  seq: number,
): Promise<void> {
  const rows = threads.map(({ story, id, thread }) => {
    return { workspace, story, id, seq, state: thread && JSON.stringify(thread) }
  })
  for (const batch of inBatches(rows)) {
    await transaction
      .insertInto('threads')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'story', 'id']).doUpdateSet((eb) => ({
          seq: eb.ref('excluded.seq'),
          state: eb.ref('excluded.state'),
        })),
      )
      .execute()
  }
}

/** Keeps what an event says, and erases what it replaces or deletes, inside the transaction that appends it. */
export async function keepWords(
  transaction: Kysely<Schema>,
  workspace: string,
  event: WorkspaceEvent,
): Promise<void> {
  switch (event.type) {
    case 'ThreadStarted':
    case 'ThreadReplied':
    case 'CommentRestored':
    case 'CommentEdited': {
      const { seq, story, comment, text, mentions } = event
      if (event.type === 'CommentEdited') await forgetText(transaction, workspace, story, comment)
      const suggestion = 'suggestion' in event ? event.suggestion : null
      const words = JSON.stringify({ text, mentions, suggestion } satisfies Words)
      const row = { workspace, seq, story, comment, words }
      await transaction.insertInto('comment_words').values(row).execute()
      return
    }
    case 'CommentDeleted':
      await wordsOf(transaction, workspace, event.story, event.comment).execute()
      return
    default:
  }
}

/** Erases all that was said about a story. */
export async function removeTalk(
  transaction: Kysely<Schema>,
  workspace: string,
  story: string,
): Promise<void> {
  for (const table of ['threads', 'comment_words'] as const) {
    await transaction
      .deleteFrom(table)
      .where('workspace', '=', workspace)
      .where('story', '=', story)
      .execute()
  }
}

/** Gives an event as the log keeps it: without what people said. */
export function withoutWords(event: WorkspaceEvent): WorkspaceEvent {
  switch (event.type) {
    case 'ThreadStarted':
    case 'CommentRestored':
      return { ...event, text: null, mentions: NOBODY, suggestion: null }
    case 'ThreadReplied':
    case 'CommentEdited':
      return { ...event, text: null, mentions: NOBODY }
    default:
      return event
  }
}

/** Gives an event of the log with what people said, as far as it is still there. */
export function withWords(body: string, words: string | null): WorkspaceEvent {
  const event = JSON.parse(body) as WorkspaceEvent
  if (words === null) return event
  const { text, mentions, suggestion } = JSON.parse(words) as Words
  if (event.type === 'ThreadStarted' || event.type === 'CommentRestored') {
    return { ...event, text, mentions, suggestion }
  }
  if (event.type === 'ThreadReplied' || event.type === 'CommentEdited') {
    return { ...event, text, mentions }
  }
  return event
}

/** The words of before are gone; what was suggested stays. */
async function forgetText(
  transaction: Kysely<Schema>,
  workspace: string,
  story: string,
  comment: string,
): Promise<void> {
  const rows = await transaction
    .selectFrom('comment_words')
    .select(['seq', 'words'])
    .where('workspace', '=', workspace)
    .where('story', '=', story)
    .where('comment', '=', comment)
    .execute()
  await wordsOf(transaction, workspace, story, comment).execute()
  for (const { seq, words } of rows) {
    const { suggestion } = JSON.parse(words) as Words
    if (suggestion === null) continue
    const left = JSON.stringify({ text: null, mentions: NOBODY, suggestion } satisfies Words)
    const row = { workspace, seq, story, comment, words: left }
    await transaction.insertInto('comment_words').values(row).execute()
  }
}

function wordsOf(transaction: Kysely<Schema>, workspace: string, story: string, comment: string) {
  return transaction
    .deleteFrom('comment_words')
    .where('workspace', '=', workspace)
    .where('story', '=', story)
    .where('comment', '=', comment)
}
