import { type Kysely, sql } from 'kysely'
import { clientsIn, deltaSince, joined, markOf, stateOf } from '#lib/doc/delta.ts'
import type { Schema } from './schema.ts'
import type { NewVersion, Writers } from './storage.ts'
import { bytesOf, partsOf, pathTo, placeBelow } from './versionFrames.ts'

/** Stores versions inside the transaction of their events, each as what it has that the story's last one had not. */
export async function keepVersions(
  transaction: Kysely<Schema>,
  workspace: string,
  versions: readonly NewVersion[],
): Promise<void> {
  for (const version of versions) await keep(transaction, workspace, version)
}

/** True when the story's newest version says what a document says. */
export async function isKept(
  db: Kysely<Schema>,
  workspace: string,
  story: string,
  bytes: Uint8Array,
): Promise<boolean> {
  const last = await lastText(db, workspace, story)
  return last !== null && deltaSince(last.mark, bytes)?.isEmpty === true
}

async function keep(
  transaction: Kysely<Schema>,
  workspace: string,
  version: NewVersion,
): Promise<void> {
  const { seq, story, cause, by, at, readiness, name, bytes, writers } = version
  const last = await lastText(transaction, workspace, story)
  const delta = last && deltaSince(last.mark, bytes)
  const isSame = delta?.isEmpty === true
  const clients = delta ? delta.clients : clientsIn(bytes)
  const text = isSame
    ? { held_by: last?.seq ?? seq, bytes: null, base: null, frame: null, place: 0 }
    : { held_by: seq, ...(await textOf(transaction, workspace, version, last, delta?.bytes)) }
  await transaction
    .insertInto('versions')
    .values({
      workspace,
      seq,
      story,
      cause,
      by_user: by,
      at,
      readiness: JSON.stringify(readiness),
      name,
      authors: JSON.stringify(isSame ? [] : authorsOf(clients, writers)),
      outlived: 0,
      ...text,
    })
    .execute()
  if (isSame) return
  const mark = { workspace, story, seq, bytes: markOf(bytes) }
  await transaction
    .insertInto('version_marks')
    .values(mark)
    .onConflict((conflict) =>
      conflict.columns(['workspace', 'story']).doUpdateSet({ seq, bytes: mark.bytes }),
    )
    .execute()
}

interface LastText {
  readonly seq: number
  readonly frame: number
  readonly place: number
  readonly mark: Uint8Array
}

async function lastText(
  db: Kysely<Schema>,
  workspace: string,
  story: string,
): Promise<LastText | null> {
  const row = await db
    .selectFrom('versions')
    .leftJoin('version_marks as mark', (join) =>
      join
        .onRef('mark.workspace', '=', 'versions.workspace')
        .onRef('mark.story', '=', 'versions.story')
        .onRef('mark.seq', '=', 'versions.seq'),
    )
    .select(['versions.seq', 'versions.frame', 'versions.place', 'mark.bytes as mark'])
    .where('versions.workspace', '=', workspace)
    .where('versions.story', '=', story)
    .where('versions.frame', 'is not', null)
    .orderBy('versions.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { seq, frame, place } = row
  // After a restored backup, and for what an older Sluice kept.
  const mark = row.mark ?? markOf(stateOf(await partsOf(db, workspace, seq)))
  return { seq, frame: frame ?? seq, place, mark }
}

type NewText = Pick<Schema['versions'], 'bytes' | 'base' | 'frame' | 'place'>

/**
 * A difference, as long as the differences of its frame together are smaller than the document: then a new frame begins,
 * which costs no more than they did.
 */
async function textOf(
  transaction: Kysely<Schema>,
  workspace: string,
  { seq, bytes }: NewVersion,
  last: LastText | null,
  delta: Uint8Array | undefined,
): Promise<NewText> {
  const whole: NewText = { bytes, base: null, frame: seq, place: 0 }
  if (!last || !delta) return whole
  const place = last.place + 1
  const below = placeBelow(place)
  const path = await pathTo(transaction, workspace, last.seq)
  const since = path.filter((text) => text.place > below)
  const base = path.find((text) => text.place === below)
  if (!base) return whole
  const difference = joined([...(await bytesOf(transaction, workspace, since)), delta])
  const { size } = await transaction
    .selectFrom('versions')
    .select(sql<number>`coalesce(sum(length(bytes)), 0)`.as('size'))
    .where('workspace', '=', workspace)
    .where('frame', '=', last.frame)
    .where('place', '>', 0)
    .executeTakeFirstOrThrow()
  if (Number(size) + difference.length >= bytes.length) return whole
  return { bytes: difference, base: base.seq, frame: last.frame, place }
}

function authorsOf(clients: readonly number[], { owners, last }: Writers): string[] {
  const authors = new Set(clients.flatMap((client) => owners.get(client) ?? []))
  if (last !== null) authors.add(last)
  return [...authors]
}
