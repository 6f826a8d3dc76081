import type { TextsIn } from '#components/language/messages.ts'
import { dateInWords } from '#components/ui/dates.ts'
import type { Notice, What, Whereabouts, Why } from '#lib/domain/inbox/notice.ts'
import type { Settings } from '#lib/domain/settings.ts'

type Teams = Pick<Settings, 'teams'>

/** What says a notice: the texts of the inbox, and the words of stages. */
export interface NoticeTexts {
  readonly t: TextsIn<'inbox'>
  readonly words: TextsIn<'words'>
}

/**
 * Says what happened, behind the name of whoever did it, as `noticeInWords` does it in English. `me`: "You" stands before it.
 */
export function noticeText(
  { t, words }: NoticeTexts,
  { what, why }: Notice,
  settings: Teams,
  { me = false }: { readonly me?: boolean } = {},
): string {
  const who = { me: me ? 'yes' : 'no' }
  const place = (where: Whereabouts) =>
    typeof where === 'string'
      ? words(`stages.${where}`)
      : (settings.teams.get(where.team)?.name ?? t('aTeam'))
  switch (what.kind) {
    case 'moved':
      return t(`notices.${moveName(what)}`, { ...who, from: place(what.from), to: place(what.to) })
    case 'revisit':
      return t('notices.revisit', { ...who, on: dateInWords(what.on) })
    default:
      return t(`notices.${nameOf(what, why)}`, who)
  }
}

type Moved = Extract<What, { kind: 'moved' }>

function nameOf(what: Exclude<What, Moved | { kind: 'revisit' }>, why: Why) {
  switch (what.kind) {
    case 'comment':
      return commentName(what, why)
    case 'settled':
      return what.outcome
    case 'mentioned':
      return why === 'team-mentioned' ? 'teamMentioned' : 'mentioned'
    case 'asked':
      return what.blocking ? 'askedBlocking' : 'asked'
    default:
      return what.kind
  }
}

function commentName({ starts, suggests }: Extract<What, { kind: 'comment' }>, why: Why) {
  if (why === 'mentioned') return 'mentionedInComment'
  if (why === 'team-mentioned') return 'teamMentionedInComment'
  if (why === 'asker') return 'commentedYours'
  if (why === 'asked') return 'commentedWaiting'
  if (suggests) return 'suggested'
  return starts ? 'commented' : 'answeredThread'
}

function moveName({ from, to }: Moved) {
  if (typeof to !== 'string') return 'given'
  if (to === 'refinement' && (from === 'ready' || typeof from !== 'string')) return 'sentBack'
  return from === 'wont-do' ? 'takenUp' : 'moved'
}
