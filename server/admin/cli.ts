import { createInterface } from 'node:readline'
import { BadSetting, readEnv } from '#server/env.ts'
import { CannotOpenStorage } from '#server/storage/errors.ts'
import { readArguments } from './arguments.ts'
import { runOn } from './instance.ts'
import type { VerbAnswer } from './request.ts'
import { HELP } from './usage.ts'

/** Exit codes: done, refused, not understood. */
const DONE = 0
const REFUSED = 1
const WRONG_USAGE = 2

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  // npm starts scripts in the project's folder and says where the person was.
  const folder = process.env.INIT_CWD ?? process.cwd()
  const asked = await readArguments(words, folder, firstLineOfInput)
  switch (asked.kind) {
    case 'help':
      process.stdout.write(HELP)
      return DONE
    case 'wrong':
      tell(asked.message)
      return WRONG_USAGE
    case 'verb':
      try {
        const { dataDir, databaseUrl, s3 } = readEnv()
        return report(await runOn({ dataDir, databaseUrl, s3 }, asked.request))
      } catch (error) {
        if (!(error instanceof BadSetting) && !(error instanceof CannotOpenStorage)) throw error
        tell(error.message)
        return REFUSED
      }
  }
}

function report(answer: VerbAnswer): number {
  if (!answer.ok) {
    tell(answer.message)
    return REFUSED
  }
  if (answer.line !== null) process.stdout.write(`${answer.line}\n`)
  tell(answer.note)
  return DONE
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

async function firstLineOfInput(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}
