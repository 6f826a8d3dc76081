import type { Notice, Whereabouts } from '#lib/domain/inbox/notice.ts'
import { namedNotice } from '#lib/domain/inbox/noticeName.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { ServerTexts } from '#server/language/texts.ts'

/**
 * Says what happened, behind the name of whoever did it, in the words of the inbox. `story`: what it is called there, where its
 * title does not stand beside.
 */
export function noticeText(
  { inbox, words, day }: ServerTexts,
  notice: Notice,
  settings: Pick<Settings, 'teams'>,
  story?: string,
): string {
  const said = { me: 'no', titled: story === undefined ? 'no' : 'yes', story: story ?? '' }
  const place = (where: Whereabouts) =>
    typeof where === 'string'
      ? words(`stages.${where}`)
      : (settings.teams.get(where.team)?.name ?? inbox('aTeam'))
  const named = namedNotice(notice)
  if ('from' in named) {
    return inbox(`notices.${named.name}`, {
      ...said,
      from: place(named.from),
      to: place(named.to),
    })
  }
  return named.name === 'revisit'
    ? inbox('notices.revisit', { ...said, on: day(named.on) })
    : inbox(`notices.${named.name}`, said)
}
