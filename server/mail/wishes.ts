import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type MailStore, type MailWish } from '#server/storage/mailStore.ts'

/** What can be ended by the link in a mail. */
export type MailKind = 'mentions' | 'digest'

/** Gives what somebody wants to be mailed; whoever has not said gets mentions at once, and a digest every morning. */
export async function wishOf(mail: MailStore, user: string): Promise<MailWish> {
  const known = await mail.wish(user)
  if (known) return known
  const wish = newWish()
  await mail.keepWish(user, wish)
  return wish
}

/** Gives what the link in a mail is named by: whoever has it can end that kind of mail for that person, and do nothing else. */
export function endToken(user: string, kind: MailKind, { secret }: MailWish): string {
  return `${user}.${kind}.${signature(user, kind, secret)}`
}

/** Gives whose mails of which kind a link ends, or null when it is none that was ever sent. */
export async function readEndToken(
  mail: MailStore,
  token: string,
): Promise<{ readonly user: string; readonly kind: MailKind; readonly wish: MailWish } | null> {
  const [user = '', kind, given = '', ...more] = token.split('.')
  if ((kind !== 'mentions' && kind !== 'digest') || more.length > 0) return null
  const wish = await mail.wish(user)
  if (!wish) return null
  const wanted = Buffer.from(signature(user, kind, wish.secret))
  const offered = Buffer.from(given)
  if (wanted.length !== offered.length || !timingSafeEqual(wanted, offered)) return null
  return { user, kind, wish }
}

/** Ends a kind of mail. Twice is once. */
export async function endMails(
  mail: MailStore,
  { user, kind, wish }: { user: string; kind: MailKind; wish: MailWish },
): Promise<void> {
  await mail.keepWish(
    user,
    kind === 'mentions' ? { ...wish, mentions: false } : { ...wish, digest: 'off' },
  )
}

/** True for a time zone that this system knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return zone.length <= 64
  } catch {
    return false
  }
}

function newWish(): MailWish {
  const secret = randomBytes(24).toString('base64url')
  return { mentions: true, digest: 'daily', zone: 'UTC', hour: 8, secret }
}

function signature(user: string, kind: MailKind, secret: string): string {
  return createHmac('sha256', secret).update(`${user}.${kind}`).digest('base64url')
}
