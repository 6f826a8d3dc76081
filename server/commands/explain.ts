import type { z } from 'zod'
import { commandSchema } from '#lib/schema/command.ts'

/**
 * Gives the sentence for a command of the wrong shape: which field, what it holds (shortened), and what is accepted.
 * `raw` is whatever came in.
 */
export function explainInvalid(raw: unknown, error: z.ZodError): string {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return `A command is an object like { "id", "type", "story" }, not ${show(raw)}. Nothing was changed.`
  }
  const issue = error.issues[0]
  if (!issue) return 'The command has the wrong shape. Nothing was changed.'
  const field = issue.path.join('.')
  const value = show(valueAt(raw, issue.path))
  if (field === 'type') {
    return `"type" is ${value}; it must be one of ${TYPES.join(', ')}. Nothing was changed.`
  }
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.slice(0, 3).map(show).join(', ')
    return `The command has ${names}, which "${String((raw as { type?: unknown }).type)}" does not take. Nothing was changed.`
  }
  return `"${field}" is ${value}; ${accepted(issue)}. Nothing was changed.`
}

/** Gives the id a sender can recognise its command by; empty when it has none that could be one. */
export function idOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null) return ''
  const { id } = raw as { id?: unknown }
  return typeof id === 'string' ? id.slice(0, 64) : ''
}

const TYPES = commandSchema.options.flatMap(({ shape }) => [...shape.type.values])

function accepted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `it must be ${issue.expected === 'object' ? 'an object' : `a ${issue.expected}`}`
    case 'too_small':
      return `it needs at least ${issue.minimum} character`
    case 'too_big':
      return `at most ${issue.maximum} characters fit`
    default:
      return issue.message
  }
}

function valueAt(raw: object, path: readonly PropertyKey[]): unknown {
  let value: unknown = raw
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

function show(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object'
  const text = JSON.stringify(value)
  return text.length > 42 ? `${text.slice(0, 41)}…"` : text
}
