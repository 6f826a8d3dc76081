import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
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
  readonly storage: Pick<Storage, 'mail'>
  readonly log: Logger
}): Unsubscribe {
  return async (path, req, res) => {
    if (!path.startsWith(PREFIX)) return false
    // Its body says nothing that is not in the address.
    req.resume()
    try {
      const found = await readEndToken(storage.mail, path.slice(PREFIX.length))
      if (!found) {
        say(res, 404, 'This link is not known', 'It may be incomplete. Nothing was changed.')
      } else if (req.method === 'POST') {
        await endMails(storage.mail, found)
        say(
          res,
          200,
          'Done',
          `${WHAT[found.kind]} will not be sent any more. Settings, Mail brings them back.`,
        )
      } else {
        ask(res, found.kind)
      }
    } catch (error) {
      log.warn({ err: error }, 'A mail could not be unsubscribed from')
      say(
        res,
        503,
        'Not now',
        'The server cannot reach its storage. Nothing was changed; try again.',
      )
    }
    return true
  }
}

const WHAT: Record<MailKind, string> = {
  mentions: 'Mails about mentions and questions',
  digest: 'Digests of your inbox',
}

function ask(res: ServerResponse, kind: MailKind): void {
  const form = '<form method="post"><button type="submit">End these mails</button></form>'
  answer(
    res,
    200,
    page('No more of these mails?', `${WHAT[kind]} will not be sent any more.`, form),
  )
}

function say(res: ServerResponse, status: number, title: string, text: string): void {
  answer(res, status, page(title, text))
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

function page(title: string, text: string, more = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p>${more}</main></body></html>\n`
}
