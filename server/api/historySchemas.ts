import { z } from '@hono/zod-openapi'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { EVENT_TYPES } from '#lib/domain/history/kinds.ts'
import { CHECKS } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Content } from '#lib/schema/history.ts'

/** The answers of `lib/schema/history.ts`, as the API describes them. What is large and open is described by its frame. */

const event = z.custom<WorkspaceEvent>().openapi({
  type: 'object',
  description: 'What happened: its number, time (ms), person, type, and what belongs to the type',
  required: ['seq', 'at', 'by', 'command', 'type', 'story'],
  properties: {
    seq: { type: 'integer' },
    at: { type: 'integer' },
    by: { type: 'string' },
    command: { type: 'string' },
    type: { type: 'string', enum: EVENT_TYPES },
    story: { type: ['string', 'null'] },
  },
})

const people = z
  .array(z.object({ id: z.string(), name: z.string(), colour: z.int(), left: z.boolean() }))
  .readonly()
  .openapi('NamedPeople')

export const historySchema = z
  .object({
    events: z.array(event).readonly(),
    next: z.int().nullable().openapi({ description: '`before` of the page after this one' }),
    people,
    stories: z
      .array(
        z.object({
          id: z.string(),
          key: z.string().nullable(),
          title: z.string(),
          where: z.enum(['list', 'trash', 'gone']),
        }),
      )
      .readonly(),
  })
  .openapi('History')

export const trashSchema = z
  .object({
    trashed: z
      .array(
        z.object({
          story: z.custom<Story>().openapi({ type: 'object', description: 'As lists have it' }),
          by: z.string().nullable(),
          daysLeft: z.int().openapi({ description: 'Until a purge removes it; 0: it is due' }),
        }),
      )
      .readonly(),
    next: z.string().nullable().openapi({ description: '`before` of the page after this one' }),
    total: z.int(),
    due: z.int(),
    people,
  })
  .openapi('Trash')

const checks = z.array(z.enum(CHECKS)).readonly()
const version = z.object({
  seq: z.int(),
  cause: z.enum(EVENT_TYPES),
  event,
  by: z.string(),
  at: z.int(),
  name: z.string().nullable(),
  authors: z.array(z.string()).readonly(),
  readiness: z.object({ met: z.int(), of: z.int(), missing: checks, advice: checks }),
  sameAs: z.int().openapi({ description: 'The first version with the same text' }),
})

export const versionsSchema = z
  .object({
    versions: z.array(version).readonly(),
    current: z
      .int()
      .nullable()
      .openapi({ description: 'The version the story still is as it was' }),
    people,
  })
  .openapi('Versions')

export const versionSchema = version
  .extend({
    content: z
      .array(z.custom<Content>().openapi({ type: 'object', description: 'ProseMirror’s JSON' }))
      .readonly(),
    text: z.string(),
    people,
  })
  .openapi('Version')

export const authorsSchema = z
  .object({
    clients: z
      .array(z.tuple([z.int(), z.string()]).readonly())
      .readonly()
      .openapi({ description: 'Yjs client id and the id of whoever it belongs to' }),
    people,
  })
  .openapi('Authors')
