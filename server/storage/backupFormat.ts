import type { Hash } from 'node:crypto'
import type { ArchivedRow, Value } from './archive.ts'
import { SCHEMA_VERSION, upgradeRow } from './migrations/migrate.ts'
import { archivedTable, isArchived, type ColumnKind } from './tables.ts'

/**
 * A backup is gzip'd text, one JSON value a line: a header, the rows as `["table", { column: value }]` with bytes in
 * base64, then the bytes of files in parts as `["blobBytes", …]`, and a trailer with the number of rows and the SHA-256 of all lines before it.
 */
export const BACKUP_FORMAT = 1

export interface BackupHeader {
  readonly sluice: 'backup'
  readonly format: number
  readonly schema: number
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface BackupTrailer {
  readonly rows: number
  readonly sha256: string
}

/** A part of the bytes of a file; the parts of one follow each other. */
export interface BlobPart {
  readonly table: 'blobBytes'
  readonly values: {
    readonly workspace: string
    readonly digest: string
    readonly bytes: Uint8Array
  }
}

/** What stands between the first and the last line. */
export type BackupLine = ArchivedRow | BlobPart

export function isBlobPart(line: BackupLine): line is BlobPart {
  return line.table === 'blobBytes'
}

/** A backup cannot be used. The message is a sentence. */
export class BadBackup extends Error {
  override name = 'BadBackup'
}

/** Gives the first line. */
export function headerLine(at: number): string {
  const header: BackupHeader = {
    sluice: 'backup',
    format: BACKUP_FORMAT,
    schema: SCHEMA_VERSION,
    at,
  }
  return `${JSON.stringify(header)}\n`
}

/** Gives the line of a row. */
export function rowLine({ table, values }: BackupLine): string {
  const plain = Object.entries(values).map(([column, value]) => [
    column,
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  ])
  return `${JSON.stringify([table, Object.fromEntries(plain)])}\n`
}

/** Gives the last line, from the hash of all others. */
export function trailerLine(rows: number, hash: Hash): string {
  const trailer: BackupTrailer = { rows, sha256: hash.digest('hex') }
  return `${JSON.stringify(trailer)}\n`
}

/** Gives the row of a parsed line of a backup of this schema or an older one, or what is wrong with it. */
export function rowOf(parsed: unknown, schema: number): BackupLine | { readonly problem: string } {
  if (!Array.isArray(parsed) || parsed.length !== 2) return { problem: 'it is not a row' }
  const [table, plain] = parsed as [unknown, unknown]
  if (table === 'blobBytes') return blobPart(plain)
  if (!isArchived(table)) return { problem: `there is no table ${JSON.stringify(table)}` }
  if (typeof plain !== 'object' || plain === null) return { problem: 'its values are missing' }
  const { columns, nullable } = archivedTable(table)
  const given = upgraded(schema, table, plain)
  if (!given) return { problem: 'what it holds cannot be read' }
  const values: Record<string, Value> = {}
  for (const [column, kind] of Object.entries(columns)) {
    const value = valueOf(given.get(column), kind, nullable.includes(column))
    if (value === undefined) return { problem: `"${column}" of ${table} must be ${kind}` }
    values[column] = value
    given.delete(column)
  }
  const [unknown] = given.keys()
  return unknown === undefined
    ? { table, values }
    : { problem: `${table} has no column "${unknown}"` }
}

function blobPart(plain: unknown): BlobPart | { readonly problem: string } {
  const { workspace, digest, bytes } = (plain ?? {}) as Record<string, unknown>
  const isKey =
    /^[A-Za-z0-9_-]{1,64}$/.test(String(workspace)) && /^[0-9a-f]{64}$/.test(String(digest))
  if (!isKey || typeof bytes !== 'string') return { problem: 'it is no part of a file' }
  return {
    table: 'blobBytes',
    values: {
      workspace: String(workspace),
      digest: String(digest),
      bytes: new Uint8Array(Buffer.from(bytes, 'base64')),
    },
  }
}

function upgraded(schema: number, table: string, plain: object): Map<string, unknown> | null {
  try {
    return new Map(Object.entries(upgradeRow(schema, table, { ...plain })))
  } catch {
    return null
  }
}

function valueOf(value: unknown, kind: ColumnKind, nullable: boolean): Value | undefined {
  if (value === null) return nullable ? null : undefined
  switch (kind) {
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
    case 'text':
      return typeof value === 'string' ? value : undefined
    case 'bytes':
      return typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : undefined
  }
}
