import type { z } from 'zod'
import type { FailureDetail, FailureValues } from '#lib/schema/failure.ts'
import { type Failure, fail } from '#server/auth/failure.ts'

/** Gives the first thing that is wrong with a request as a failure that names the field. */
export function explain({ issues }: z.core.$ZodError): Failure {
  const issue = issues[0]
  if (!issue) return fail('invalid', 'The request is not of the form this address expects.')
  const field = issue.path.join('.')
  const named = field === '' ? 'The request' : `"${field}"`
  const sentence = (rest: string, detail?: FailureDetail, values: FailureValues = {}) =>
    fail('invalid', `${named} ${rest}.`, {
      ...(field === '' ? {} : { field }),
      ...(detail ? { detail, values: { field: field || 'none', ...values } } : {}),
    })
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith(' received undefined')
        ? sentence('is missing', 'fieldMissing')
        : sentence(`must be of type ${issue.expected}`, 'fieldOfType', { type: issue.expected })
    case 'unrecognized_keys': {
      const key = (issue.keys[0] ?? '').slice(0, 100)
      return fail('invalid', `"${key}" is not known here. Leave it out.`, {
        field: key,
        detail: 'fieldUnknown',
        values: { field: key },
      })
    }
    case 'invalid_value': {
      const list = issue.values.map(String).join(', ')
      return sentence(`must be one of ${list}`, 'fieldOneOf', { list })
    }
    case 'too_small':
      return sentence(`must be at least ${issue.minimum}`, 'fieldAtLeast', {
        least: String(issue.minimum),
      })
    case 'too_big':
      return sentence(`must be at most ${issue.maximum}`, 'fieldAtMost', {
        most: String(issue.maximum),
      })
    default:
      return sentence(`cannot be used: ${issue.message}`)
  }
}
