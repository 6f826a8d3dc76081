import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { fail } from '#server/auth/failure.ts'
import { StorageUnavailable } from '#server/storage/errors.ts'
import { failed } from './answers.ts'
import { addCalendarRoutes } from './calendar.ts'
import { addCommandRoute } from './commands.ts'
import { explain } from './explain.ts'
import { addFileRoutes } from './files.ts'
import { addHistoryRoutes } from './history.ts'
import { identify, jsonOnly, ownPagesOnly, smallBodies, visit } from './guards.ts'
import { addInvitationRoutes } from './invitations.ts'
import { addJoinRoutes } from './join.ts'
import { addLanguageRoutes } from './language.ts'
import { addListRoute } from './lists.ts'
import { addMailRoutes } from './mail.ts'
import { addMeRoute } from './me.ts'
import type { ApiEnv, ApiParts } from './parts.ts'
import { addSessionRoutes } from './session.ts'
import { addSetupRoutes } from './setup.ts'
import { addTokenRoutes } from './tokens.ts'
import { addResemblingRoute } from './resembling.ts'
import { addSearchRoute } from './search.ts'
import { addTrashRoute } from './trash.ts'
import { addVersionRoutes } from './versions.ts'
import { addWorkspaceRoutes } from './workspaces.ts'

/** Makes the REST API under `/api/v1`, with its own description at `/api/v1/openapi.json`. */
export function createApi(parts: ApiParts): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => (result.success ? undefined : failed(c, explain(result.error))),
  })

  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) {
      return failed(c, fail('malformed', 'The body is not valid JSON. Nothing was changed.'))
    }
    if (error instanceof StorageUnavailable) {
      parts.log.warn({ reason: error.message }, 'A request found the storage unavailable')
      const message =
        'Sluice cannot reach its database at the moment. Nothing was changed; try again soon.'
      return failed(c, fail('unavailable', message, { retryAfter: 5 }))
    }
    parts.log.error(
      { err: error, method: c.req.method, route: c.req.routePath },
      'A request failed',
    )
    return failed(
      c,
      fail('internal', 'Something went wrong on the server. Nothing more is known here.'),
    )
  })
  app.notFound((c) =>
    failed(c, fail('notFound', 'There is nothing at this address.', { detail: 'noSuchAddress' })),
  )

  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(visit(parts), ownPagesOnly(parts), jsonOnly, smallBodies)
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Sluice', version: '1' },
    security: [{ token: [] }, { session: [] }],
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sluice_session',
  })
  app.use(identify(parts))

  addSetupRoutes(app, parts)
  addSessionRoutes(app, parts)
  addMeRoute(app, parts)
  addMailRoutes(app, parts)
  addLanguageRoutes(app, parts)
  addTokenRoutes(app, parts)
  addWorkspaceRoutes(app, parts)
  addInvitationRoutes(app, parts)
  addJoinRoutes(app, parts)
  addCommandRoute(app, parts)
  addListRoute(app, parts)
  addCalendarRoutes(app, parts)
  addHistoryRoutes(app, parts)
  addSearchRoute(app, parts)
  addResemblingRoute(app, parts)
  addTrashRoute(app, parts)
  addVersionRoutes(app, parts)
  addFileRoutes(app, parts)
  return app
}
