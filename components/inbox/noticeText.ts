import type { TextsIn } from '#components/language/messages.ts'
import { dateInWords } from '#components/ui/dates.ts'
import type { Notice, Whereabouts } from '#lib/domain/inbox/notice.ts'
import { namedNotice } from '#lib/domain/inbox/noticeName.ts'
import type { Settings } from '#lib/domain/settings.ts'

type Teams = Pick<Settings, 'teams'>

/** What says a notice: the texts of the inbox, and the words of stages. */
export interface NoticeTexts {
  readonly t: TextsIn<'inbox'>
  readonly words: TextsIn<'words'>
}

/** Says what happened, behind the name of whoever did it. `me`: "You" stands before it. */
export function noticeText(
  { t, words }: NoticeTexts,
  notice: Notice,
  settings: Teams,
  { me = false }: { readonly me?: boolean } = {},
): string {
  const said = { me: me ? 'yes' : 'no', titled: 'no', story: '' }
  const place = (where: Whereabouts) =>
    typeof where === 'string'
      ? words(`stages.${where}`)
      : (settings.teams.get(where.team)?.name ?? t('aTeam'))
  const named = namedNotice(notice)
  if ('from' in named) {
    return t(`notices.${named.name}`, { ...said, from: place(named.from), to: place(named.to) })
  }
  return named.name === 'revisit'
    ? t('notices.revisit', { ...said, on: dateInWords(named.on) })
    : t(`notices.${named.name}`, said)
}
