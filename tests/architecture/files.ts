import { basename } from 'node:path'
import type { Source } from './source.ts'

/** Lines from which a file wants to be several. */
const MOST_LINES = 400

const EMPTY_WORDS = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'managers'])

/** Files whose name says nothing about their subject. */
export function emptyNames({ path }: Source): string[] {
  const stem = basename(path).replace(/\..*$/, '')
  const words = stem.split(/(?=[A-Z])|[-_]/).map((word) => word.toLowerCase())
  const isEmpty = stem.toLowerCase() === 'data' || words.some((word) => EMPTY_WORDS.has(word))
  return isEmpty ? [`${path}: name it after its subject, in the words of the product`] : []
}

export function longFiles({ path, text }: Source): string[] {
  const lines = text.trimEnd().split('\n').length
  return lines > MOST_LINES ? [`${path} has ${lines} lines, more than ${MOST_LINES}`] : []
}

/** Promises in comments that no issue holds. */
export function loosePromises({ path, comments }: Source): string[] {
  return comments
    .filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text) && !/#\d+/.test(text))
    .map(({ line }) => `${path}:${line}: say which issue (#1), or do it`)
}

/** Checks that somebody switched off for a moment. */
export function switchedOffChecks({ path, comments }: Source): string[] {
  return comments
    .filter(({ text }) => /@ts-(ignore|nocheck)|prettier-ignore/.test(text))
    .map(({ line, text }) => `${path}:${line}: ${text.trim()}`)
}

const BLOCKS = ['it', 'test', 'describe', 'suite']

/**
 * Tests that do not run without saying why. `.only` never; a skip says its reason in a string beside the condition
 * (`skip(noDatabase, 'no Postgres at …')`), in the name of the condition (`skipIf(!onPostgres)`), or in a comment
 * on its line or the line above.
 */
export function silentSkips({ path, calls, comments }: Source): string[] {
  if (!path.startsWith('tests/')) return []
  const isExplained = (line: number) =>
    comments.some((one) => one.line === line || one.line === line - 1)
  return calls.flatMap(({ object, method, args, named, line }) => {
    if (!['only', 'skip', 'todo', 'skipIf', 'runIf', 'fixme'].includes(method)) return []
    if (method === 'only')
      return BLOCKS.includes(object) ? [`${path}:${line}: .only leaves the others out`] : []
    // The string of `it.skip('name', …)` is a name; of `test.skip(condition, 'why')` and `context.skip('why')` a reason.
    const reasons = BLOCKS.includes(object) ? args.slice(1) : args
    const hasReason = reasons.some((reason) => typeof reason === 'string' && reason.length > 8)
    if (['skipIf', 'runIf'].includes(method) && named[0]) return []
    return hasReason || isExplained(line) ? [] : [`${path}:${line}: .${method} without a reason`]
  })
}
