import { z } from '@hono/zod-openapi'
import type { EventType } from '#lib/domain/event.ts'
import { EVENT_TYPES, HISTORY_KINDS, typesOf } from '#lib/domain/history/kinds.ts'
import { type Failure, fail, type Result, succeed } from '#server/auth/failure.ts'
import type { HistoryFilter } from '#server/history/page.ts'

/** Which events are asked for, as an address says it. Read by `readFilter`, so that each mistake can be explained. */
export const filterSchema = z.strictObject({
  story: z.string().optional().openapi({ description: 'A story, by its id or key' }),
  type: z
    .string()
    .optional()
    .openapi({ description: 'Types of events or kinds of change, separated by commas' }),
  by: z.string().optional().openapi({ description: 'Who did it: the id of a user' }),
  since: z
    .string()
    .optional()
    .openapi({ description: 'Not before this time: 2026-03-31 or 2026-03-31T08:00:00Z' }),
  until: z
    .string()
    .optional()
    .openapi({ description: 'Before this time: 2026-03-31 or 2026-03-31T08:00:00Z' }),
})

/** The same, a page of it. */
export const pageSchema = filterSchema.extend({
  before: z.string().optional().openapi({ description: 'Before this number: `next` of a page' }),
  limit: z.string().optional().openapi({ description: 'Events a page: 1 to 200, otherwise 50' }),
})

/** Reads what history is asked for. `story`: the id of the story that was named, if one was. */
export function readFilter(
  { type, by, since, until }: z.infer<typeof filterSchema>,
  story: string | undefined,
): Result<HistoryFilter> {
  const types = readTypes(type)
  if (types && 'ok' in types) return types
  if (by !== undefined && !/^\S{1,100}$/.test(by)) {
    return fail('invalid', `"by" is ${quoted(by)}; it must be the id of a user.`, {
      field: 'by',
      detail: 'notAPerson',
      values: { ...given(by) },
    })
  }
  const from = readTime('since', since)
  if (typeof from === 'object') return from
  const to = readTime('until', until)
  if (typeof to === 'object') return to
  if (from !== undefined && to !== undefined && from >= to) {
    return fail('invalid', '"until" must be later than "since"; nothing lies between them.', {
      field: 'until',
      detail: 'untilBeforeSince',
    })
  }
  return succeed({ story, types, by, since: from, until: to })
}

/** Reads a whole number of an address. Gives `usual` where there is none. */
export function readCount(
  field: string,
  text: string | undefined,
  { least, most, usual }: { least: number; most: number; usual: number },
): number | Failure {
  if (text === undefined) return usual
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  const range =
    most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `${least} to ${most}`
  return fail('invalid', `"${field}" is ${quoted(text)}; it must be ${range}.`, {
    field,
    detail: most === Number.MAX_SAFE_INTEGER ? 'numberFrom' : 'numberBetween',
    values: { field, ...given(text), least, most },
  })
}

/** The failure of a place between pages that no page gave. */
export function notAPage(before: string): Failure {
  const text = shown(before)
  return fail('invalid', `"before" is "${text}"; it must be the "next" of a page.`, {
    field: 'before',
    detail: 'notAPage',
    values: { text },
  })
}

function readTypes(text: string | undefined): readonly EventType[] | undefined | Failure {
  if (text === undefined) return undefined
  const types = new Set<EventType>()
  for (const name of text.split(',').map((part) => part.trim())) {
    const kind = HISTORY_KINDS.find((one) => one === name)
    const type = EVENT_TYPES.find((one) => one === name)
    if (!kind && !type) {
      const known = [...HISTORY_KINDS, ...EVENT_TYPES].join(', ')
      return fail('invalid', `"type" has ${quoted(name)}; it may have ${known}.`, {
        field: 'type',
        detail: 'typeUnknown',
        values: { ...given(name), known },
      })
    }
    for (const one of type ? [type] : typesOf(kind ?? 'moves')) types.add(one)
  }
  return [...types]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** A day begins at midnight UTC; a time says its zone. Gives milliseconds since the epoch. */
function readTime(field: string, text: string | undefined): number | undefined | Failure {
  if (text === undefined) return undefined
  const at = DAY.test(text) || TIME.test(text) ? Date.parse(text) : Number.NaN
  // The parser takes 30 February for 2 March.
  const isReal = !Number.isNaN(at) && isDay(text.slice(0, 10))
  if (isReal) return at
  return fail(
    'invalid',
    `"${field}" is ${quoted(text)}; it must be a day like 2026-03-31, or a time with its zone like 2026-03-31T08:00:00Z.`,
    { field, detail: 'notATime', values: { field, ...given(text) } },
  )
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

function quoted(text: string): string {
  return text === '' ? 'empty' : `"${shown(text)}"`
}

/** What a sentence says of a value: its text, and whether there is one. */
function given(text: string) {
  return { text: shown(text), given: text === '' ? 'none' : 'some' }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
