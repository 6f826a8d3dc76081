import { unreadOf } from '#lib/domain/inbox/entry.ts'
import { excerptIn, shortTitle } from '#lib/domain/inbox/inWords.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import { directionOf } from '#lib/language/languages.ts'
import type { ServerTexts } from '#server/language/texts.ts'
import { noticeText } from './noticeText.ts'
import type { MailKind } from './wishes.ts'

/** A mail as it goes out. */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What a mail tells of one story: what is not done, the newest first. */
export interface Told {
  readonly item: InboxItem
  readonly notices: readonly Notice[]
}

/** So many stories are told of; the inbox has the rest. */
const STORIES_MAX = 30

/** Gives what an inbox holds that is not done and came after `since`; `wanted` says which. */
export function newSince(
  items: readonly InboxItem[],
  since: number,
  wanted: (notice: Notice) => boolean,
): Told[] {
  const told: Told[] = []
  for (const item of items) {
    const notices = unreadOf(item).filter((notice) => notice.seq > since && wanted(notice))
    if (notices.length > 0) told.push({ item, notices })
  }
  return told.sort((a, b) => (b.notices[0]?.seq ?? 0) - (a.notices[0]?.seq ?? 0))
}

/** What a mail is made of. */
export interface LetterParts {
  readonly kind: MailKind
  readonly told: readonly Told[]
  readonly state: Pick<WorkspaceState, 'members' | 'settings'>
  /** Its name. */
  readonly workspace: string
  /** The address of the workspace. */
  readonly url: string
  /** Where these mails end. */
  readonly end: string
  readonly texts: ServerTexts
}

/** Writes a mail of what concerns somebody, in their language. */
export function writeLetter(parts: LetterParts): Letter {
  const { kind, told, url, end, texts } = parts
  const { mail, language } = texts
  const lines = told.slice(0, STORIES_MAX).map((one) => storyLines(one, parts))
  const more = told.length - lines.length
  const rest = more > 0 ? [mail('more', { count: more, url: `${url}/inbox` })] : []
  const why = mail(`${kind}.why`)
  const foot = [
    { what: mail('yourInbox'), url: `${url}/inbox` },
    { what: mail('settings'), url: `${url}/settings/mail` },
    { what: mail('end'), url: end },
  ]
  const text = [
    ...lines.map(({ heading, link, events }) => [heading, ...events, link].join('\n')),
    ...rest,
    ['--', why, ...foot.map((line) => mail('line', line))].join('\n'),
  ].join('\n\n')
  const html = [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><body style="font-family:sans-serif;font-size:15px;line-height:1.5">`,
    ...lines.map(
      ({ heading, link, events }) =>
        `<p><a href="${escape(link)}"><strong>${escape(heading)}</strong></a><br>${events.map(escape).join('<br>')}</p>`,
    ),
    ...rest.map((line) => `<p>${escape(line)}</p>`),
    `<hr><p style="color:#666;font-size:13px">${escape(why)}<br>`,
    `${foot.map(({ what, url: to }) => `<a href="${escape(to)}">${escape(what)}</a>`).join(' · ')}</p></body></html>`,
  ].join('\n')
  return { subject: subjectOf(parts), text, html }
}

function subjectOf({ kind, told, state, workspace, texts }: LetterParts): string {
  const [only, ...more] = told
  const [notice, ...others] = only?.notices ?? []
  if (kind === 'mentions' && only && notice && more.length === 0 && others.length === 0) {
    const story = texts.inbox('titled', { title: shortTitle(only.item.title) })
    const what = noticeText(texts, notice, state.settings, story)
    return oneLine(`${nameOf(state, notice.by, texts)} ${what}`)
  }
  return oneLine(texts.mail(`${kind}.many`, { count: told.length, workspace }))
}

function storyLines(
  { item, notices }: Told,
  { state, url, texts }: LetterParts,
): { readonly heading: string; readonly link: string; readonly events: readonly string[] } {
  const events = notices.map((notice) => {
    const said = {
      who: nameOf(state, notice.by, texts),
      what: noticeText(texts, notice, state.settings),
      why: texts.inbox(`why.${notice.why}`),
    }
    const excerpt = excerptIn(notice)
    return excerpt ? texts.mail('eventWith', { ...said, excerpt }) : texts.mail('event', said)
  })
  return {
    heading: oneLine(nameOfItem(item)),
    link: `${url}/s/${encodeURIComponent(item.key ?? item.id)}`,
    events,
  }
}

function nameOf(
  { members }: Pick<WorkspaceState, 'members'>,
  id: string,
  { inbox }: ServerTexts,
): string {
  return members.get(id)?.name ?? inbox('someoneLeft')
}

function nameOfItem({ key, title }: InboxItem): string {
  return key === null ? title : `${key} ${title}`
}

/** Line breaks in a subject would be headers. */
function oneLine(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
  return line.length > 150 ? `${line.slice(0, 149)}…` : line
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
