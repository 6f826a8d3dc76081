import { unreadOf } from '#lib/domain/inbox/entry.ts'
import { excerptIn, noticeInWords, titleInWords, WHY_WORDS } from '#lib/domain/inbox/inWords.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
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

/** Writes a mail of what concerns somebody. `url`: the address of the workspace; `end`: where these mails end. */
export function writeLetter({
  kind,
  told,
  state,
  workspace,
  url,
  end,
}: {
  readonly kind: MailKind
  readonly told: readonly Told[]
  readonly state: Pick<WorkspaceState, 'members' | 'settings'>
  readonly workspace: string
  readonly url: string
  readonly end: string
}): Letter {
  const lines = told.slice(0, STORIES_MAX).map((one) => storyLines(one, state, url))
  const more = told.length - lines.length
  const rest = more > 0 ? [`And ${more} more: ${url}/inbox`] : []
  const why =
    kind === 'mentions'
      ? 'You get this because you were mentioned or asked.'
      : 'This is what is new in your inbox.'
  const foot = [
    `Your inbox: ${url}/inbox`,
    `What you are mailed: ${url}/settings/mail`,
    `No more of these mails: ${end}`,
  ]
  const text = [
    ...lines.map(({ heading, link, events }) => [heading, ...events, link].join('\n')),
    ...rest,
    ['--', why, ...foot].join('\n'),
  ].join('\n\n')
  const html = [
    '<!doctype html><html><body style="font-family:sans-serif;font-size:15px;line-height:1.5">',
    ...lines.map(
      ({ heading, link, events }) =>
        `<p><a href="${escape(link)}"><strong>${escape(heading)}</strong></a><br>${events.map(escape).join('<br>')}</p>`,
    ),
    ...rest.map((line) => `<p>${escape(line)}</p>`),
    `<hr><p style="color:#666;font-size:13px">${escape(why)}<br>`,
    `<a href="${escape(`${url}/inbox`)}">Your inbox</a> · `,
    `<a href="${escape(`${url}/settings/mail`)}">What you are mailed</a> · `,
    `<a href="${escape(end)}">No more of these mails</a></p></body></html>`,
  ].join('\n')
  return { subject: subjectOf(kind, told, state, workspace), text, html }
}

function subjectOf(
  kind: MailKind,
  told: readonly Told[],
  state: Pick<WorkspaceState, 'members' | 'settings'>,
  workspace: string,
): string {
  const [only, ...more] = told
  const [notice, ...others] = only?.notices ?? []
  if (kind === 'mentions' && only && notice && more.length === 0 && others.length === 0) {
    return oneLine(
      `${nameOf(state, notice.by)} ${noticeInWords(notice, state.settings, titleInWords(only.item.title))}`,
    )
  }
  const count = told.length === 1 ? '1 story' : `${told.length} stories`
  return oneLine(
    kind === 'mentions' ? `${count} in ${workspace} for you` : `New in ${workspace}: ${count}`,
  )
}

function storyLines(
  { item, notices }: Told,
  state: Pick<WorkspaceState, 'members' | 'settings'>,
  url: string,
): { readonly heading: string; readonly link: string; readonly events: readonly string[] } {
  const events = notices.map((notice) => {
    const excerpt = excerptIn(notice)
    const words = `${nameOf(state, notice.by)} ${noticeInWords(notice, state.settings)}`
    return `${words}${excerpt ? `: “${excerpt}”` : ''} (${WHY_WORDS[notice.why]})`
  })
  return {
    heading: oneLine(nameOfItem(item)),
    link: `${url}/s/${encodeURIComponent(item.key ?? item.id)}`,
    events,
  }
}

function nameOf({ members }: Pick<WorkspaceState, 'members'>, id: string): string {
  return members.get(id)?.name ?? 'Someone who has left'
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
