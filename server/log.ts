import { type Logger, pino } from 'pino'
import type { LogLevel } from './env.ts'

/**
 * Makes the log. It goes to the standard error, one line an entry: JSON for machines, plain words in a terminal.
 * What a person waits for at the start (the address, the setup code) goes to the standard output instead.
 */
export function createLog(level: LogLevel, stream: NodeJS.WriteStream = process.stderr): Logger {
  const options = { level, base: undefined }
  if (!stream.isTTY) return pino(options, stream)
  return pino(options, { write: (line: string) => stream.write(readable(line)) })
}

/** Gives a JSON entry as `12:31:07 warn  message  key=value`, with the stack of an error below it. */
export function readable(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const clock = new Date(Number(time)).toTimeString().slice(0, 8)
  const label = pino.levels.labels[Number(level)] ?? ''
  const details = Object.entries(rest).map(([key, value]) => `${key}=${shown(value)}`)
  const head = [clock, label.padEnd(5), msg ?? '', ...details].join(' ')
  const stack = isError(err) ? `\n  ${err.stack.replaceAll('\n', '\n  ')}` : ''
  return `${head}${stack}\n`
}

function shown(value: unknown): string {
  return typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value)
}

function isError(value: unknown): value is { stack: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'stack' in value &&
    typeof value.stack === 'string'
  )
}
