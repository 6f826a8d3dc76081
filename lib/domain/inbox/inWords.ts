import { dateInWords } from '../history/told.ts'
import type { Settings } from '../settings.ts'
import { STAGE_NAMES } from '../stage.ts'
import type { Notice, What, Whereabouts, Why } from './notice.ts'

/** Why a person is told, to the person. */
export const WHY_WORDS: Record<Why, string> = {
  mentioned: 'You were mentioned',
  asked: 'You were asked',
  asker: 'You asked this question',
  'set-aside': 'You set this story aside',
  'can-reopen': 'You can take this story back',
  'team-mentioned': 'Your team was mentioned',
  'in-thread': 'You take part in this thread',
  'backlog-owner': 'You own this backlog',
  captured: 'You captured this story',
  watching: 'You watch this story',
  'taking-part': 'You take part in this story',
}

/** Gives what happened, behind the name of whoever did it: "Bo" "moved it from Idea to Refinement". */
export function noticeInWords({ what, why }: Notice, settings: Pick<Settings, 'teams'>): string {
  switch (what.kind) {
    case 'comment':
      if (what.suggests) return 'suggested a change'
      return what.starts ? 'commented' : 'replied'
    case 'resolved':
      return 'resolved a thread'
    case 'reopened':
      return 'reopened a thread'
    case 'settled':
      return `${what.outcome} a suggestion`
    case 'mentioned':
      return why === 'team-mentioned'
        ? 'mentioned your team in the text'
        : 'mentioned you in the text'
    case 'asked':
      return what.blocking ? 'asked you a blocking question' : 'asked you a question'
    case 'answered':
      return 'answered your question'
    case 'withdrawn':
      return 'deleted your question'
    case 'moved':
      return movedInWords(what, settings)
    case 'completed':
      return 'finished it'
    case 'trashed':
      return 'moved it to the trash'
    case 'restored':
      return 'restored it from the trash'
    case 'revisit':
      return `set it aside until ${dateInWords(what.on)}. It is due for another look`
  }
}

/** Gives what somebody wrote, or ''. */
export function excerptIn({ what }: Notice): string {
  return 'excerpt' in what ? what.excerpt : ''
}

function movedInWords(
  { from, to }: Extract<What, { kind: 'moved' }>,
  settings: Pick<Settings, 'teams'>,
): string {
  if (typeof to !== 'string') return `gave it to ${placeName(to, settings)}`
  if (to === 'wont-do') return "moved it to Won't do"
  if (to === 'refinement' && (from === 'ready' || typeof from !== 'string')) {
    return 'sent it back to Refinement'
  }
  if (from === 'wont-do') return `reopened it in ${STAGE_NAMES[to]}`
  return `moved it to ${STAGE_NAMES[to]}`
}

function placeName(place: Whereabouts, { teams }: Pick<Settings, 'teams'>): string {
  if (typeof place === 'string') return STAGE_NAMES[place]
  return teams.get(place.team)?.name ?? 'a team'
}
