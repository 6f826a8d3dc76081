import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verbRequestSchema, type VerbName, type VerbRequest } from './request.ts'
import { OPTIONS, usageOf } from './usage.ts'

export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'verb'; readonly request: VerbRequest }
  | { readonly kind: 'wrong'; readonly message: string }

/**
 * Reads the command line. `folder` is where relative file names start, `input` gives the first line of the standard
 * input, for `--password -`.
 */
export async function readArguments(
  words: readonly string[],
  folder: string,
  input: () => Promise<string>,
): Promise<Asked> {
  if (words.length === 0 || words[0] === 'help' || words.includes('--help')) return { kind: 'help' }
  const verb = verbOf(words)
  if (!verb) {
    return {
      kind: 'wrong',
      message: `There is no verb "${words.slice(0, 2).join(' ')}". "help" lists them.`,
    }
  }
  const options = optionsOf(verb, words.slice(verb.split(' ').length))
  if (typeof options === 'string') return { kind: 'wrong', message: `${options}\n${usageOf(verb)}` }
  if (options.password === '-') options.password = await input()
  for (const file of ['to', 'from']) {
    if (options[file] !== undefined) options[file] = resolve(folder, options[file])
  }
  const parsed = verbRequestSchema.safeParse({ verb, ...options })
  return parsed.success
    ? { kind: 'verb', request: parsed.data }
    : { kind: 'wrong', message: `An option of "${verb}" is too long.\n${usageOf(verb)}` }
}

function verbOf(words: readonly string[]): VerbName | null {
  const names = Object.keys(OPTIONS) as VerbName[]
  return names.find((name) => name === words.slice(0, name.split(' ').length).join(' ')) ?? null
}

function optionsOf(verb: VerbName, words: string[]): Record<string, string> | string {
  const expected = Object.entries(OPTIONS[verb])
  try {
    const { values } = parseArgs({
      args: joinValues(words),
      options: Object.fromEntries(expected.map(([name]) => [name, { type: 'string' }])),
    })
    const missing = expected.filter(
      ([name, need]) => need === 'required' && values[name] === undefined,
    )
    if (missing.length > 0) return `Missing: ${missing.map(([name]) => `--${name}`).join(', ')}.`
    return values as Record<string, string>
  } catch (error) {
    return (error as Error).message
  }
}

/** `--name -x` means the value "-x": a password or a name may begin with a sign. */
function joinValues(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const value = words[index + 1]
    if (/^--[a-z]+$/.test(word) && value !== undefined && !/^--[a-z]+$/.test(value)) {
      joined.push(`${word}=${value}`)
      index += 1
    } else {
      joined.push(word)
    }
  }
  return joined
}
