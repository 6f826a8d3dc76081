import { dateInWords } from '../history/inEnglish.ts'
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

/**
 * Gives what happened, behind the name of whoever did it: "Bo" "moved this story from Idea to Refinement". `story`: what it
 * is called there; its title where it does not stand beside.
 */
export function noticeInWords(
  { what, why }: Notice,
  settings: Pick<Settings, 'teams'>,
  story = 'this story',
): string {
  switch (what.kind) {
    case 'comment':
      return commentedInWords(what, why, story)
    case 'resolved':
      return `resolved a discussion on ${story}`
    case 'reopened':
      return `reopened a discussion on ${story}`
    case 'settled':
      return `${what.outcome} a suggested change of ${story}`
    case 'mentioned':
      return `mentioned ${mentioned(why)} in the text of ${story}`
    case 'asked':
      return what.blocking
        ? `asked you a question that holds ${story} up`
        : `asked you a question about ${story}`
    case 'answered':
      return `answered your question about ${story}`
    case 'withdrawn':
      return `deleted your question about ${story}`
    case 'moved':
      return movedInWords(what, settings, story)
    case 'completed':
      return `finished ${story}`
    case 'trashed':
      return `moved ${story} to the trash`
    case 'restored':
      return `brought ${story} back from the trash`
    case 'revisit':
      return `set ${story} aside until ${dateInWords(what.on)}, and that day has come`
  }
}

/** True where what happened says already why the person is told: "mentioned you", "your question". */
export function saysWhy({ what: { kind }, why }: Notice): boolean {
  switch (why) {
    case 'mentioned':
    case 'team-mentioned':
      return kind === 'mentioned' || kind === 'comment'
    case 'asked':
      return kind === 'asked' || kind === 'comment'
    case 'asker':
      return kind === 'answered' || kind === 'withdrawn' || kind === 'comment'
    default:
      return false
  }
}

/** Gives a title as part of a sentence: in quotation marks, its beginning where it is long. */
export function titleInWords(title: string): string {
  return `“${shortTitle(title)}”`
}

/** Gives a title, or its beginning where it is long. */
export function shortTitle(title: string): string {
  return title.length > TITLE_SHOWN ? `${title.slice(0, TITLE_SHOWN - 1).trimEnd()}…` : title
}

/** So many characters of a title are enough to know the story by. */
const TITLE_SHOWN = 60

/** Gives what somebody wrote, or ''. */
export function excerptIn({ what }: Notice): string {
  return 'excerpt' in what ? what.excerpt : ''
}

function commentedInWords(
  { starts, suggests }: Extract<What, { kind: 'comment' }>,
  why: Why,
  story: string,
): string {
  if (why === 'mentioned' || why === 'team-mentioned') {
    return `mentioned ${mentioned(why)} in a comment on ${story}`
  }
  if (why === 'asker') return `commented on your question about ${story}`
  if (why === 'asked') return `commented on a question about ${story} that waits for you`
  if (suggests) return `suggested a change of ${story}`
  return starts ? `commented on ${story}` : `answered in a discussion on ${story}`
}

function mentioned(why: Why): string {
  return why === 'team-mentioned' ? 'your team' : 'you'
}

function movedInWords(
  { from, to }: Extract<What, { kind: 'moved' }>,
  settings: Pick<Settings, 'teams'>,
  story: string,
): string {
  if (typeof to !== 'string') return `gave ${story} to ${placeName(to, settings)}`
  if (to === 'refinement' && (from === 'ready' || typeof from !== 'string')) {
    return `sent ${story} back to Refinement`
  }
  if (from === 'wont-do') return `took ${story} up again, in ${STAGE_NAMES[to]}`
  return `moved ${story} from ${placeName(from, settings)} to ${STAGE_NAMES[to]}`
}

function placeName(place: Whereabouts, { teams }: Pick<Settings, 'teams'>): string {
  if (typeof place === 'string') return STAGE_NAMES[place]
  return teams.get(place.team)?.name ?? 'a team'
}
