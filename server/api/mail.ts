import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isZone, wishOf } from '#server/mail/wishes.ts'
import { fail } from '#server/auth/failure.ts'
import { DIGESTS, type MailWish } from '#server/storage/mailStore.ts'
import { body, errors, failed, json } from './answers.ts'
import { inPerson } from './guards.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const wishSchema = z.strictObject({
  mentions: z.boolean().describe('Mail at once when somebody mentions or asks me'),
  digest: z.enum(DIGESTS),
  zone: z.string().max(64).describe('The time zone of the daily digest, such as Europe/Berlin'),
  hour: z.int().min(0).max(23).describe('The hour of the daily digest'),
})
const answerSchema = wishSchema
  .extend({ isOn: z.boolean().describe('This server sends mail') })
  .openapi('MailSettings')

const path = '/api/v1/me/mail'
const tags = ['People']

const getMail = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'What I am mailed',
  middleware: inPerson,
  responses: { 200: json(answerSchema, 'What I am mailed'), ...errors },
})

const putMail = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Say what I want to be mailed',
  middleware: inPerson,
  request: { body: body(wishSchema) },
  responses: { 200: json(answerSchema, 'What I am mailed from now on'), ...errors },
})

/** Adds the routes of what a person wants to be mailed. */
export function addMailRoutes(app: OpenAPIHono<ApiEnv>, { storage, env }: ApiParts): void {
  const shown = ({ mentions, digest, zone, hour }: MailWish) => ({
    mentions,
    digest,
    zone,
    hour,
    isOn: env.mail !== null,
  })

  app.openapi(getMail, async (c) => {
    return c.json(shown(await wishOf(storage.mail, c.var.me.user.id)), 200)
  })

  app.openapi(putMail, async (c) => {
    const wanted = c.req.valid('json')
    if (!isZone(wanted.zone)) {
      return failed(
        c,
        fail('invalid', 'This time zone is not known here. Nothing was changed.', {
          field: 'zone',
          detail: 'zoneUnknown',
        }),
      )
    }
    const { secret } = await wishOf(storage.mail, c.var.me.user.id)
    const wish = { ...wanted, secret }
    await storage.mail.keepWish(c.var.me.user.id, wish)
    return c.json(shown(wish), 200)
  })
}
