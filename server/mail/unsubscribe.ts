import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { directionOf, languageFor } from '#lib/language/languages.ts'
import { type ServerTexts, serverTexts } from '#server/language/texts.ts'
import type { Storage } from '#server/storage/storage.ts'
import { endMails, type MailKind, readEndToken } from './wishes.ts'

const PREFIX = '/unsubscribe/'

/** Answers the links that end mails; gives false for every other path. */
export type Unsubscribe = (
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
) => Promise<boolean>

/**
 * Makes the page behind "No more of these mails" (RFC 8058): looking at it asks, because programs look at links, too;
 * sending it ends the mails, for whoever has the link and without signing in.
 */
export function createUnsubscribe({
  storage,
  log,
}: {
  readonly storage: Pick<Storage, 'mail' | 'people'>
  readonly log: Logger
}): Unsubscribe {
  return async (path, req, res) => {
    if (!path.startsWith(PREFIX)) return false
    // Its body says nothing that is not in the address.
    req.resume()
    // Whoever has the link is told in the language of its mails; of an unknown one, in that of the browser.
    let texts = serverTexts(languageFor(undefined, req.headers['accept-language'] ?? null))
    try {
      const found = await readEndToken(storage.mail, path.slice(PREFIX.length))
      if (!found) {
        const { mail } = texts
        say(res, 404, texts, mail('ending.unknown'), mail('ending.unknownMeans'))
        return true
      }
      texts = serverTexts(await storage.people.languageOf(found.user))
      const { mail } = texts
      if (req.method === 'POST') {
        await endMails(storage.mail, found)
        const text = `${mail(`ending.${found.kind}`)} ${mail('ending.back')}`
        say(res, 200, texts, mail('ending.done'), text)
      } else {
        ask(res, texts, found.kind)
      }
    } catch (error) {
      log.warn({ err: error }, 'A mail could not be unsubscribed from')
      say(res, 503, texts, texts.mail('ending.notNow'), texts.mail('ending.notNowMeans'))
    }
    return true
  }
}

function ask(res: ServerResponse, texts: ServerTexts, kind: MailKind): void {
  const { mail } = texts
  const form = `<form method="post"><button type="submit">${mail('ending.go')}</button></form>`
  answer(res, 200, page(texts, mail('ending.ask'), mail(`ending.${kind}`), form))
}

function say(
  res: ServerResponse,
  status: number,
  texts: ServerTexts,
  title: string,
  text: string,
): void {
  answer(res, status, page(texts, title, text))
}

function answer(res: ServerResponse, status: number, html: string): void {
  res.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
  )
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  res.end(html)
}

function page({ language }: ServerTexts, title: string, text: string, more = ''): string {
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p>${more}</main></body></html>\n`
}
