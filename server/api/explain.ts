import type { z } from 'zod'
import { type Failure, fail } from '#server/auth/failure.ts'

/** Gives the first thing that is wrong with a request as a failure that names the field. */
export function explain({ issues }: z.core.$ZodError): Failure {
  const issue = issues[0]
  if (!issue) return fail('invalid', 'The request is not of the form this address expects.')
  const field = issue.path.join('.')
  const named = field === '' ? 'The request' : `"${field}"`
  const sentence = (rest: string) => fail('invalid', `${named} ${rest}.`, field || undefined)
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith(' received undefined')
        ? sentence('is missing')
        : sentence(`must be of type ${issue.expected}`)
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? ''
      return fail(
        'invalid',
        `"${key.slice(0, 100)}" is not known here. Leave it out.`,
        key.slice(0, 100),
      )
    }
    case 'invalid_value':
      return sentence(`must be one of ${issue.values.map(String).join(', ')}`)
    case 'too_small':
      return sentence(`must be at least ${issue.minimum}`)
    case 'too_big':
      return sentence(`must be at most ${issue.maximum}`)
    default:
      return sentence(`cannot be used: ${issue.message}`)
  }
}
