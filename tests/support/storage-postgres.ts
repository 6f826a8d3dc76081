import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The server on which tests make databases of their own. */
const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

export interface TestDatabase {
  /** Gives the address of a new, empty schema: as good as a database of its own, and made much faster. */
  newSchema(): Promise<string>
  /** Removes the database, also under whoever is still connected. */
  drop(): Promise<void>
}

/** True when the test server answers within two seconds. */
export async function postgresAnswers(): Promise<boolean> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Makes a database for this run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `sluice_test_${randomBytes(6).toString('hex')}`
  await onServer(SERVER, `create database ${name}`)
  const database = new URL(SERVER)
  database.pathname = `/${name}`
  let schemas = 0
  return {
    async newSchema() {
      schemas += 1
      const schema = `instance_${schemas}`
      await onServer(database.href, `create schema ${schema}`)
      const address = new URL(database)
      address.searchParams.set('options', `-c search_path=${schema}`)
      return address.href
    },
    drop: () => onServer(SERVER, `drop database ${name} with (force)`),
  }
}

/** Runs one statement on a connection of its own. */
export async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
