import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import type { OpenWorkspace, Workspaces } from '#server/commands/workspaces.ts'
import type { MailSettings } from '#server/env.ts'
import { serverTexts } from '#server/language/texts.ts'
import type { MailCursor, MailReader, MailWish } from '#server/storage/mailStore.ts'
import type { Storage } from '#server/storage/storage.ts'
import { isDigestDue } from './due.ts'
import { newSince, type Told, writeLetter } from './letter.ts'
import { endToken, type MailKind, wishOf } from './wishes.ts'

/** How often it is looked whether something is to be mailed, in ms. */
const EVERY_MS = 20_000
/** A notice is mailed when it is this old, in ms: who has the product open has seen it by then. */
const SETTLE_MS = 60_000
/** After a failure somebody's mail is tried again after the first of these, then later and later, up to the last, in ms. */
const RETRY_FIRST_MS = 60_000
const RETRY_LONGEST_MS = 60 * 60_000
/** A mailbox that refuses mail for good is given up after so many tries. */
const REFUSALS_MAX = 5

/** Mails people what concerns them: how far it has got is kept, so that a restart neither loses nor repeats. */
export interface Mailer {
  /** Sends what is due now. Never rejects. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** Starts to mail. `now` gives milliseconds since the epoch. */
export function startMailer(parts: {
  readonly storage: Pick<Storage, 'mail'>
  readonly workspaces: Workspaces
  readonly settings: MailSettings
  readonly now: () => number
  readonly log: Logger
  readonly settleMs?: number
}): Mailer {
  const { storage, workspaces, settings, now, log, settleMs = SETTLE_MS } = parts
  const transport = createTransport(settings.smtpUrl)
  const startedAt = now()
  /** Whose mail failed, how often, and when it is tried again. */
  const failing = new Map<string, { failures: number; refusals: number; again: number }>()
  let looking: Promise<void> = Promise.resolve()

  async function lookOnce(): Promise<void> {
    for (const reader of await storage.mail.behind()) {
      const key = `${reader.workspace.id} ${reader.user.id}`
      const failed = failing.get(key)
      if (failed && failed.again > now()) continue
      try {
        await serve(reader)
        failing.delete(key)
      } catch (error) {
        failing.set(key, await afterFailure(reader, failed, error))
      }
    }
  }

  /** Mails one person what is due of one workspace. */
  async function serve({ workspace, user, wish, cursor }: MailReader): Promise<void> {
    const { id, name, seq } = workspace
    const wanted = wish ?? (await wishOf(storage.mail, user.id))
    let done = cursor ?? (await begin(id, user.id))
    if (!done) return
    if (seq > done.mentionsSeq) done = await mention({ id, name, user, wish: wanted, cursor: done })
    if (seq > done.digestSeq && isDigestDue(wanted, done.digestAt, now())) {
      await digest({ id, name, user, wish: wanted, cursor: done })
    }
  }

  /** What was before there was mail is nobody's news. */
  async function begin(id: string, user: string): Promise<MailCursor | null> {
    const inbox = await inboxOf(id, user)
    if (!inbox) return null
    const old = inbox.items.flatMap(({ notices }) => notices).filter(({ at }) => at < startedAt)
    const seq = Math.max(0, ...old.map((notice) => notice.seq))
    return keep(id, user, { mentionsSeq: seq, digestSeq: seq, digestAt: now() })
  }

  async function mention(due: Due): Promise<MailCursor> {
    const { id, user, wish, cursor } = due
    const inbox = await inboxOf(id, user.id)
    if (!inbox) return cursor
    const told = wish.mentions ? newSince(inbox.items, cursor.mentionsSeq, isPersonally) : []
    const newest = Math.max(0, ...told.flatMap(({ notices }) => notices.map(({ at }) => at)))
    if (newest > now() - settleMs) return cursor
    if (told.length > 0) await send('mentions', told, inbox.workspace, due)
    return keep(id, user.id, { ...cursor, mentionsSeq: inbox.seq })
  }

  async function digest(due: Due): Promise<MailCursor> {
    const { id, user, wish, cursor } = due
    const inbox = await inboxOf(id, user.id)
    if (!inbox) return cursor
    // What has gone out by itself is not said twice.
    const told = newSince(
      inbox.items,
      cursor.digestSeq,
      (notice) => !(wish.mentions && isPersonally(notice)),
    )
    if (told.length > 0) await send('digest', told, inbox.workspace, due)
    return keep(id, user.id, { ...cursor, digestSeq: inbox.seq, digestAt: now() })
  }

  /** Gives the inbox as the person may read it at this moment; null for whoever is no member any more. */
  async function inboxOf(id: string, user: string) {
    const workspace = await workspaces.open(id)
    const roles = workspace?.rolesOf(user)
    if (!workspace || !roles) return null
    const list = workspace.snapshot(`inbox:${user}`, { id: user, roles })
    return list && { workspace, items: list.items, seq: list.seq }
  }

  async function send(
    kind: MailKind,
    told: readonly Told[],
    workspace: OpenWorkspace,
    due: Due,
  ): Promise<void> {
    const { id, user, wish } = due
    const end = `${settings.publicUrl}/unsubscribe/${endToken(user.id, kind, wish)}`
    const { state } = workspace
    const newest = told[0]?.notices[0]?.seq ?? 0
    await transport.sendMail({
      from: settings.from,
      to: { name: user.name, address: user.email },
      ...writeLetter({
        kind,
        told,
        state,
        workspace: due.name,
        url: `${settings.publicUrl}/w/${id}`,
        end,
        texts: serverTexts(user.language),
      }),
      // Should the process die between sending and keeping the cursor, the same mail comes under the same name.
      messageId: `<${id}.${user.id}.${kind}.${newest}@${new URL(settings.publicUrl).hostname}>`,
      headers: {
        'List-Unsubscribe': `<${end}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    })
  }

  async function keep(workspace: string, user: string, cursor: MailCursor): Promise<MailCursor> {
    await storage.mail.keepCursor(workspace, user, cursor)
    return cursor
  }

  async function afterFailure(
    { workspace: { id, seq }, user, cursor }: MailReader,
    before: { failures: number; refusals: number } | undefined,
    error: unknown,
  ) {
    const failures = (before?.failures ?? 0) + 1
    const refusals = (before?.refusals ?? 0) + Number(isRefusedMailbox(error))
    const wait = Math.min(RETRY_FIRST_MS * 2 ** (failures - 1), RETRY_LONGEST_MS)
    log.warn({ err: error, workspace: id, user: user.id }, 'A mail could not be sent; tried again')
    if (refusals >= REFUSALS_MAX && cursor) {
      log.error({ workspace: id, user: user.id }, 'A mailbox refuses its mail: it is left out')
      await keep(id, user.id, { mentionsSeq: seq, digestSeq: seq, digestAt: now() }).catch(() => {})
      return { failures: 0, refusals: 0, again: 0 }
    }
    return { failures, refusals, again: now() + wait }
  }

  const look = (): Promise<void> => {
    looking = looking.then(lookOnce).catch((error: unknown) => {
      log.warn({ err: error }, 'Mail could not be looked after; tried again')
    })
    return looking
  }
  const timer = setInterval(() => void look(), EVERY_MS)
  timer.unref()
  return {
    look,
    async stop() {
      clearInterval(timer)
      await looking
      transport.close()
    },
  }
}

/** True for a mailbox that is not there. A server that refuses whoever sends, or the password, says nothing about it. */
function isRefusedMailbox(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown }
  return command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500
}

interface Due {
  /** The workspace's. */
  readonly id: string
  readonly name: string
  readonly user: MailReader['user']
  readonly wish: MailWish
  readonly cursor: MailCursor
}

const PERSONALLY: ReadonlySet<Notice['why']> = new Set(['mentioned', 'asked', 'team-mentioned'])

/** True for what is mailed at once: somebody means this person. */
function isPersonally({ why }: Notice): boolean {
  return PERSONALLY.has(why)
}
