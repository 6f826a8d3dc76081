import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { BACKUP_FORMAT, BadBackup, type BackupLine, rowOf } from './backupFormat.ts'
import { codeOf, messageOf } from './errors.ts'
import { SCHEMA_VERSION } from './migrations/migrate.ts'

/** Gives the rows of a backup. Throws `BadBackup`, at the latest at the end, where the checksum stands. */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  const hash = createHash('sha256')
  let rows = 0
  let schema = SCHEMA_VERSION
  let previous: string | null = null
  // The last line is the trailer, which only its successor's absence tells.
  for await (const line of linesOf(file)) {
    if (previous !== null) {
      hash.update(`${previous}\n`)
      if (rows === 0) schema = readHeader(previous, file)
      else yield readRow(previous, rows + 1, schema, file)
      rows += 1
    }
    previous = line
  }
  checkTrailer(previous ?? '', rows - 1, hash.digest('hex'), file)
}

const header = z.object({ sluice: z.literal('backup'), format: z.int(), schema: z.int() })
const trailer = z.strictObject({ rows: z.int(), sha256: z.string() })

/** Gives the schema whose rows follow. */
function readHeader(line: string, file: string): number {
  const { data, success } = header.safeParse(parse(line))
  if (!success) throw new BadBackup(`${file} is not a backup of Sluice. Nothing was restored.`)
  if (data.format > BACKUP_FORMAT || data.schema > SCHEMA_VERSION) {
    throw new BadBackup(
      `${file} was written by a newer version of Sluice. Nothing was restored. That version can.`,
    )
  }
  return data.schema
}

function readRow(line: string, number: number, schema: number, file: string): BackupLine {
  const row = rowOf(parse(line), schema)
  if ('problem' in row) {
    throw new BadBackup(
      `Line ${number} of the backup ${file} is wrong: ${row.problem}. Nothing was restored.`,
    )
  }
  return row
}

function checkTrailer(line: string, rows: number, sha256: string, file: string): void {
  const { data, success } = trailer.safeParse(parse(line))
  if (!success) {
    if (rows < 0 && !header.safeParse(parse(line)).success) {
      throw new BadBackup(`${file} is not a backup of Sluice. Nothing was restored.`)
    }
    throw cutShort(file)
  }
  if (data.rows === rows && data.sha256 === sha256) return
  throw new BadBackup(
    `The backup ${file} was changed or damaged since it was written. Nothing was restored.`,
  )
}

function cutShort(file: string, cause?: unknown): BadBackup {
  return new BadBackup(`The backup ${file} is cut short. Nothing was restored.`, { cause })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Splits at line feeds only: text may hold the other separators that `node:readline` knows. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unzipped = source.pipe(createGunzip())
  source.on('error', (error) => unzipped.destroy(error))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let pieces: string[] = []
  try {
    for await (const chunk of unzipped) {
      const [first = '', ...rest] = decoder
        .decode(chunk as Uint8Array, { stream: true })
        .split('\n')
      pieces.push(first)
      for (const piece of rest) {
        yield pieces.join('')
        pieces = [piece]
      }
    }
  } catch (error) {
    throw explain(error, file)
  } finally {
    source.destroy()
  }
  if (pieces.some((piece) => piece !== '')) throw cutShort(file)
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof BadBackup) return error
  const code = codeOf(error)
  if (code === 'Z_BUF_ERROR') return cutShort(file, error)
  if (code === 'Z_DATA_ERROR' && messageOf(error) === 'incorrect header check') {
    return new BadBackup(`${file} is not a backup of Sluice. Nothing was restored.`, {
      cause: error,
    })
  }
  if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new BadBackup(`The backup ${file} is damaged. Nothing was restored.`, { cause: error })
  }
  if (code === 'ENOENT')
    return new BadBackup(`There is no file ${file}. Nothing was restored.`, { cause: error })
  return new BadBackup(`${file} could not be read (${messageOf(error)}). Nothing was restored.`, {
    cause: error,
  })
}
