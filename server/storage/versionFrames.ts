import type { Kysely } from 'kysely'
import { must } from '#lib/domain/must.ts'
import type { Schema } from './schema.ts'

/**
 * How the texts of a story's versions stand on each other. A frame begins with a whole document, at place 0; the text
 * at place n holds what came since the text at the place that n is without its last digit other than 0, in digits of
 * base 8: 13 (octal 15) stands on 12 (octal 14), 24 (octal 30) on 16 (octal 20), 64 (octal 100) on 0. So of a thousand
 * texts none needs more than 28 others to be read, and an edit is in at most four of them.
 */
const DIGIT = 8

/** Gives the place that the text at a place stands on. `place` is at least 1. */
export function placeBelow(place: number): number {
  let unit = 1
  while (place % (unit * DIGIT) === 0) unit *= DIGIT
  return place - unit
}

/** A text without its bytes. */
export interface Text {
  readonly seq: number
  readonly place: number
  readonly base: number | null
}

/** Gives the texts from the whole document to the one at `seq` that it is put together from, in their order. */
export async function pathTo(db: Kysely<Schema>, workspace: string, seq: number): Promise<Text[]> {
  const asked = await db
    .selectFrom('versions')
    .select('frame')
    .where('workspace', '=', workspace)
    .where('seq', '=', seq)
    .executeTakeFirst()
  const texts = await db
    .selectFrom('versions')
    .select(['seq', 'place', 'base'])
    .where('workspace', '=', workspace)
    .where('frame', '=', must(asked?.frame, `frame of the text at ${seq}`))
    .where('seq', '<=', seq)
    .execute()
  const bySeq = new Map(texts.map((text) => [text.seq, text]))
  const path: Text[] = []
  for (let at: number | null = seq; at !== null;) {
    const text: Text = must(bySeq.get(at), `text at ${at}`)
    path.unshift(text)
    at = text.base
  }
  return path
}

/** Gives the bytes of texts, in the order in which they are named. */
export async function bytesOf(
  db: Kysely<Schema>,
  workspace: string,
  texts: readonly Text[],
): Promise<Uint8Array[]> {
  if (texts.length === 0) return []
  const rows = await db
    .selectFrom('versions')
    .select(['seq', 'bytes'])
    .where('workspace', '=', workspace)
    .where(
      'seq',
      'in',
      texts.map(({ seq }) => seq),
    )
    .execute()
  const found = new Map(rows.map(({ seq, bytes }) => [seq, bytes]))
  return texts.map(({ seq }) => must(found.get(seq), `bytes of the text at ${seq}`))
}

/** Gives the whole document and the differences behind it that the text at `seq` is put together from. */
export async function partsOf(
  db: Kysely<Schema>,
  workspace: string,
  seq: number,
): Promise<Uint8Array[]> {
  return bytesOf(db, workspace, await pathTo(db, workspace, seq))
}
