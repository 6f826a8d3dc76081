import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { type DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** More distinct statements than the product has; multi-row inserts add one for each number of rows. */
const CACHED_STATEMENTS = 300

/** Gives a `node:sqlite` database the shape that Kysely expects, keeping its compiled statements. */
export function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql)
      if (known) {
        statements.delete(sql)
        statements.set(sql, known)
        return known
      }
      const statement = asKyselyStatement(database.prepare(sql))
      statements.set(sql, statement)
      for (const oldest of statements.keys()) {
        if (statements.size <= CACHED_STATEMENTS) break
        statements.delete(oldest)
      }
      return statement
    },
  }
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  }
}
