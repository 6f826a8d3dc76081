import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { fail } from '#server/auth/failure.ts'
import { pastSessions } from '#server/commands/pastSessions.ts'
import { calendarFile } from './calendarFile.ts'
import { errors, failed, json } from './answers.ts'
import { member, workspaceNotFound } from './guards.ts'
import { notAPage, readCount } from './historyQuery.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

/** How long a session is taken to last whose agenda is still empty, in minutes. */
const MINUTES_USUAL = 30

const LIMIT = { least: 1, most: 100, usual: 20 }

const getCalendar = (parts: ApiParts) =>
  createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/sessions/{session}/calendar.ics',
    tags: ['Sessions'],
    summary: 'A session with a date, as a file for calendars; a newer file replaces an older one',
    middleware: member(parts),
    request: { params: z.object({ id: z.string(), session: z.string() }) },
    responses: {
      200: {
        description: 'RFC 5545',
        content: { 'text/calendar': { schema: z.string() } },
      },
      ...errors,
    },
  })

const pastSchema = z
  .object({
    sessions: z
      .array(
        z.object({
          id: z.string(),
          kind: z.string(),
          name: z.string(),
          team: z.string().nullable(),
          facilitator: z.string(),
          endedAt: z.int(),
          people: z.array(z.string()).readonly(),
          stories: z
            .array(
              z.object({
                story: z.string(),
                spentMs: z.int(),
                outcome: z.string().nullable(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    next: z.string().nullable(),
  })
  .openapi('PastSessions')

const getPast = (parts: ApiParts) =>
  createRoute({
    method: 'get',
    path: '/api/v1/workspaces/{id}/sessions',
    tags: ['Sessions'],
    summary: 'The sessions that were held, what ended last first, with the time each story took',
    middleware: member(parts),
    request: {
      params: z.object({ id: z.string() }),
      query: z.strictObject({
        kind: z.literal(['meeting', 'planning']).optional(),
        team: z.string().optional().openapi({ description: 'Only what one team planned' }),
        before: z.string().optional().openapi({ description: '`next` of a page' }),
        limit: z
          .string()
          .optional()
          .openapi({ description: 'Sessions a page: 1 to 100, otherwise 20' }),
      }),
    },
    responses: { 200: json(pastSchema, 'A page'), ...errors },
  })

/** Adds the routes about sessions: what was held, and the file for calendars. Both hide what the reader may not know of. */
export function addCalendarRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(getCalendar(parts), async (c) => {
    const { id, session: name } = c.req.valid('param')
    const workspace = await parts.workspaces.open(id)
    const found = workspace?.session(name, c.var.actor)
    if (!found)
      return failed(
        c,
        fail('notFound', 'There is no such session here.', { detail: 'noSuchSession' }),
      )
    const { session, seq } = found
    const { startsAt, agenda, phase } = session
    if (startsAt === null) {
      return failed(
        c,
        fail('notFound', 'This session has no date. Give it one first.', {
          detail: 'sessionWithoutDate',
        }),
      )
    }
    const { origin } = c.var.visit
    const place = session.team === null ? 'meet' : `t/${session.team}/plan`
    const url = `${origin}/w/${id}/${place}/${session.id}`
    const file = calendarFile({
      uid: `${session.id}.${id}@${new URL(origin).hostname}`,
      sequence: seq,
      madeAt: parts.now(),
      startsAt,
      minutes: agenda.reduce((sum, { minutes }) => sum + minutes, 0) || MINUTES_USUAL,
      summary: session.name,
      url,
      isOff: phase.name === 'ended' && agenda.every(({ spentMs }) => spentMs === 0),
    })
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="${session.kind}.ics"`)
    c.header('Cache-Control', 'private, no-cache')
    return c.body(file, 200)
  })

  app.openapi(getPast(parts), async (c) => {
    const workspace = await parts.workspaces.open(c.req.valid('param').id)
    if (!workspace) return failed(c, workspaceNotFound)
    const { kind, team, before, limit: wanted } = c.req.valid('query')
    const limit = readCount('limit', wanted, LIMIT)
    if (typeof limit === 'object') return failed(c, limit)
    const sessions = workspace.sessionsOf(c.var.actor)
    const page = pastSessions(sessions, {
      kind: kind ?? null,
      team: team ?? null,
      before: before ?? null,
      limit,
    })
    if (!page) {
      return failed(c, notAPage(before ?? ''))
    }
    return c.json(page, 200)
  })
}
