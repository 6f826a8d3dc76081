import { CannotStart } from './api/listen.ts'
import { BadSetting, readEnv } from './env.ts'
import { createLog } from './log.ts'
import { startServer } from './start.ts'
import { CannotOpenStorage } from './storage/errors.ts'

/** A stop that takes longer is not waited for, in ms. */
const STOP_MS = 5000

try {
  await main()
} catch (error) {
  if (!isForPeople(error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

async function main(): Promise<void> {
  // React and Next choose their production code by it, also when this file is run without npm.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
  const env = readEnv()
  const log = createLog(env.logLevel)

  // A promise that nobody awaited failed: the work it belonged to is a transaction that has had its whole effect or
  // none, so nothing is left half done, and one person's odd frame must not cut everybody off.
  process.on('unhandledRejection', (reason) => {
    log.error({ err: reason }, 'A failure was not handled; the server goes on')
  })

  const server = await startServer(env, { log, dev: process.env.NODE_ENV === 'development' })
  process.stdout.write(`Sluice is ready at ${server.url}\n`)
  if (env.publicUrl !== null) process.stdout.write(`People open it at ${env.publicUrl}\n`)
  if (server.setupCode !== null) {
    process.stdout.write(
      `Open it to create the owner. From another machine it asks for this setup code: ${server.setupCode}\n`,
    )
  }

  let stopping = false
  const stop = (exitCode: number) => {
    if (stopping) return
    stopping = true
    setTimeout(() => {
      log.error('The stop took too long; what was not stored yet is still on its author’s device')
      process.exit(1)
    }, STOP_MS).unref()
    server.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ err: error }, 'The stop failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
  // Code that threw in the middle of something: what it was about to do to the state in memory is unknown. All that
  // was acknowledged is stored (I1), so the next process, which has nothing to doubt, goes on from there.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'A fault in the server; it stops to be started again')
    stop(1)
  })
}

function isForPeople(error: unknown): error is Error {
  return (
    error instanceof BadSetting ||
    error instanceof CannotOpenStorage ||
    error instanceof CannotStart
  )
}
