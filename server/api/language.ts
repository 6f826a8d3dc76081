import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Language, LANGUAGE_COOKIE, languageFor, LANGUAGES } from '#lib/language/languages.ts'
import { body, errors, json } from './answers.ts'
import { inPerson } from './guards.ts'
import type { ApiEnv, ApiParts } from './parts.ts'

const answerSchema = z
  .object({
    language: z.enum(LANGUAGES).nullable().describe('Null until it is known: mails are in English'),
  })
  .openapi('LanguageSettings')

const path = '/api/v1/me/language'
const tags = ['People']

const getLanguage = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The language of my mails',
  middleware: inPerson,
  responses: { 200: json(answerSchema, 'The language'), ...errors },
})

const putLanguage = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Say in which language my mails are',
  middleware: inPerson,
  request: { body: body(z.strictObject({ language: z.enum(LANGUAGES) })) },
  responses: { 200: json(answerSchema, 'The language from now on'), ...errors },
})

/** Adds the routes of the language of a person's mails. That of a page is a choice of the device, which it says itself. */
export function addLanguageRoutes(
  app: OpenAPIHono<ApiEnv>,
  { storage: { people } }: ApiParts,
): void {
  app.openapi(getLanguage, async (c) =>
    c.json({ language: await people.languageOf(c.var.me.user.id) }, 200),
  )

  app.openapi(putLanguage, async (c) => {
    const { language } = c.req.valid('json')
    await people.setLanguage(c.var.me.user.id, language)
    return c.json({ language }, 200)
  })
}

/** Gives the language of the pages of whoever asks. */
export function languageOfVisit(c: Context): Language {
  return languageFor(getCookie(c, LANGUAGE_COOKIE), c.req.header('accept-language') ?? null)
}
