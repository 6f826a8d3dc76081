import type { Kysely } from 'kysely'
import { must } from '#lib/domain/must.ts'
import { inBatches } from './batches.ts'
import { readTogether } from './engine.ts'
import type { Schema } from './schema.ts'
import type { DocumentStore, DocumentUpdate, StoredDocument } from './storage.ts'

/** The log of prose: `updates` behind `snapshots`, in positions 1, 2, 3 … of each document. */
export function documentStore(db: Kysely<Schema>): DocumentStore {
  return {
    append: (updates) => append(db, updates),
    load: (workspace, name) => load(db, workspace, name),
    compact: (workspace, name, snapshot, upTo) => compact(db, workspace, name, snapshot, upTo),
    remove: (workspace, name) => removeDocument(db, workspace, name),
  }
}

async function append(db: Kysely<Schema>, updates: readonly DocumentUpdate[]): Promise<void> {
  if (updates.length === 0) return
  await db.transaction().execute(async (transaction) => {
    const nextPosition = await reservePositions(transaction, updates)
    const rows = updates.map((update) => ({
      workspace: update.workspace,
      name: update.name,
      position: nextPosition(update),
      bytes: update.update,
      by_user: update.by,
      at: update.at,
    }))
    for (const batch of inBatches(rows))
      await transaction.insertInto('updates').values(batch).execute()
    for (const batch of inBatches(updates.flatMap(ownedClients))) {
      await transaction
        .insertInto('clients')
        .values(batch)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })
}

/**
 * Counts the documents' positions up, which also locks them until the commit: of two appends to one document the
 * later positions become visible later, so whoever saw a position has seen all before it and may compact up to it.
 */
async function reservePositions(
  transaction: Kysely<Schema>,
  updates: readonly DocumentUpdate[],
): Promise<(update: DocumentUpdate) => number> {
  const counts = new Map<string, { workspace: string; name: string; position: number }>()
  for (const { workspace, name } of updates) {
    const key = keyOf(workspace, name)
    counts.set(key, { workspace, name, position: (counts.get(key)?.position ?? 0) + 1 })
  }
  // Always in the same order, or two appends could each wait for a document the other one holds.
  const ordered = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const next = new Map<string, number>()
  for (const batch of inBatches(ordered)) {
    const reserved = await transaction
      .insertInto('documents')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'name']).doUpdateSet((eb) => ({
          position: eb('documents.position', '+', eb.ref('excluded.position')),
        })),
      )
      .returning(['workspace', 'name', 'position'])
      .execute()
    for (const { workspace, name, position } of reserved) {
      const key = keyOf(workspace, name)
      next.set(key, position - must(counts.get(key), `document ${name}`).position + 1)
    }
  }
  return ({ workspace, name }) => {
    const key = keyOf(workspace, name)
    const position = must(next.get(key), `position in ${name}`)
    next.set(key, position + 1)
    return position
  }
}

async function load(
  db: Kysely<Schema>,
  workspace: string,
  name: string,
): Promise<StoredDocument | null> {
  return readTogether(db, async (transaction) => {
    const document = await transaction
      .selectFrom('documents')
      .leftJoin('snapshots', (join) =>
        join
          .onRef('snapshots.workspace', '=', 'documents.workspace')
          .onRef('snapshots.name', '=', 'documents.name'),
      )
      .select(['documents.position', 'snapshots.bytes'])
      .where('documents.workspace', '=', workspace)
      .where('documents.name', '=', name)
      .executeTakeFirst()
    if (!document) return null
    const log = await transaction
      .selectFrom('updates')
      .select(['position', 'bytes', 'by_user'])
      .where('workspace', '=', workspace)
      .where('name', '=', name)
      .orderBy('position')
      .execute()
    const clients = await transaction
      .selectFrom('clients')
      .select(['client', 'owner'])
      .where('workspace', '=', workspace)
      .where('name', '=', name)
      .execute()
    return {
      position: document.position,
      snapshot: document.bytes,
      log: log.map(({ position, bytes, by_user }) => ({ position, update: bytes, by: by_user })),
      owners: new Map(clients.map(({ client, owner }) => [client, owner])),
    }
  })
}

async function compact(
  db: Kysely<Schema>,
  workspace: string,
  name: string,
  snapshot: Uint8Array,
  upTo: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const document = await transaction
      .updateTable('documents')
      .set((eb) => ({ position: eb.ref('position') }))
      .where('workspace', '=', workspace)
      .where('name', '=', name)
      .returning('position')
      .executeTakeFirst()
    if (!document || document.position < upTo) {
      throw new Error(
        `Compaction of ${name} up to ${upTo}, but its log ends at ${document?.position ?? 0}`,
      )
    }
    const stored = await transaction
      .insertInto('snapshots')
      .values({ workspace, name, position: upTo, bytes: snapshot })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace', 'name'])
          .doUpdateSet((eb) => ({
            position: eb.ref('excluded.position'),
            bytes: eb.ref('excluded.bytes'),
          }))
          .whereRef('snapshots.position', '<=', 'excluded.position'),
      )
      .returning('position')
      .executeTakeFirst()
    // A slower compaction that merged less than the stored one: its snapshot would bring back the past.
    if (!stored) return
    await transaction
      .deleteFrom('updates')
      .where('workspace', '=', workspace)
      .where('name', '=', name)
      .where('position', '<=', upTo)
      .execute()
  })
}

/** Its snapshot, updates and clients go with it. */
export async function removeDocument(
  db: Kysely<Schema>,
  workspace: string,
  name: string,
): Promise<void> {
  await db
    .deleteFrom('documents')
    .where('workspace', '=', workspace)
    .where('name', '=', name)
    .execute()
}

function ownedClients({ workspace, name, newClients, by }: DocumentUpdate): Schema['clients'][] {
  return newClients.map((client) => ({ workspace, name, client, owner: by }))
}

function keyOf(workspace: string, name: string): string {
  return `${workspace}\n${name}`
}
