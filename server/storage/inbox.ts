import type { Kysely } from 'kysely'
import type { InboxEntry } from '#lib/domain/inbox/entry.ts'
import type { EntriesOfStory } from '#lib/domain/inbox/followers.ts'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import { must } from '#lib/domain/must.ts'
import { inBatches } from './batches.ts'
import type { Schema } from './schema.ts'

/** Reads what everybody's inboxes in a workspace hold, by story. */
export async function loadInbox(
  db: Kysely<Schema>,
  workspace: string,
): Promise<ReadonlyMap<string, EntriesOfStory>> {
  const rows = await db
    .selectFrom('inbox')
    .select(['story', 'state'])
    .where('workspace', '=', workspace)
    .execute()
  return new Map(rows.map(({ story, state }) => [story, unpacked(story, JSON.parse(state))]))
}

/** Stores what inboxes hold of stories, inside the transaction that appends the events. */
export async function keepInbox(
  transaction: Kysely<Schema>,
  workspace: string,
  inboxes: ReadonlyMap<string, EntriesOfStory>,
): Promise<void> {
  const rows = [...inboxes].map(([story, entries]) => ({
    workspace,
    story,
    state: JSON.stringify(packed(entries)),
  }))
  for (const batch of inBatches(rows)) {
    await transaction
      .insertInto('inbox')
      .values(batch)
      .onConflict((conflict) =>
        conflict
          .columns(['workspace', 'story'])
          .doUpdateSet((eb) => ({ state: eb.ref('excluded.state') })),
      )
      .execute()
  }
}

/** A story is removed for good. */
export async function forgetInbox(
  transaction: Kysely<Schema>,
  workspace: string,
  story: string,
): Promise<void> {
  await transaction
    .deleteFrom('inbox')
    .where('workspace', '=', workspace)
    .where('story', '=', story)
    .execute()
}

/**
 * What a row holds: what was told, once, and of each person which of it and why. A story that 100 people follow is written
 * by one statement of 20 kB; a row for each person, 100 of 2 kB, took four times the CPU of deciding.
 */
interface Packed {
  readonly told: readonly Omit<Notice, 'why'>[]
  readonly people: Readonly<Record<string, PackedEntry>>
}

type PackedEntry = Omit<InboxEntry, 'story' | 'notices'> & {
  readonly notices: readonly (readonly [index: number, why: Notice['why']])[]
}

function packed(entries: EntriesOfStory): Packed {
  const told: Omit<Notice, 'why'>[] = []
  // What one event tells several people is one object, also after it was read from here.
  const indexOf = new Map<Notice['what'], number>()
  const people: Record<string, PackedEntry> = Object.create(null)
  for (const [user, { story: _, notices, ...entry }] of entries) {
    people[user] = {
      ...entry,
      notices: notices.map(({ why, ...notice }) => {
        let index = indexOf.get(notice.what)
        if (index === undefined) {
          index = told.push(notice) - 1
          indexOf.set(notice.what, index)
        }
        return [index, why]
      }),
    }
  }
  return { told, people }
}

function unpacked(story: string, { told, people }: Packed): EntriesOfStory {
  return new Map(
    Object.entries(people).map(([user, { notices, ...entry }]): [string, InboxEntry] => {
      const all = notices.map(([index, why]) => ({ ...must(told[index], 'notice'), why }))
      return [user, { story, ...entry, notices: all }]
    }),
  )
}
