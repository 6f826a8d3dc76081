import { visibleStory } from '../decisions/places.ts'
import type { Case } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { dateInWords } from '../history/inEnglish.ts'
import { decideTalk } from '../talk/decide.ts'
import { mentionToken } from '../talk/mentions.ts'
import { spentOn } from './clock.ts'
import type { AgendaItem, OutcomeKind, Session } from './session.ts'

/** A story without an outcome was talked about when it was the current one for so long, in ms. */
const TALKED_MS = 60_000

/** So many of those who were there are named: whoever is, has it in their inbox. */
const NAMED_MAX = 40

/**
 * [MT9] Gives the comments that a session leaves behind, one on each story that was talked about or has an outcome: how
 * long, what became of it, what was decided, who does what, and who was there. A story that takes no comment any more
 * (it is in the trash, its discussion is full) gets none, and the session ends all the same.
 */
export function summaryOf(here: Case, session: Session): NewEvent[] {
  return session.agenda.flatMap((item) => {
    const story = visibleStory(here, item.story)
    if (!story || story.trashedAt !== null) return []
    if (item.outcome === null && spentOn(session, item, here.now) < TALKED_MS) return []
    const name = `session-${session.id}`
    const said = decideTalk(here, story, {
      id: name,
      type: 'startThread',
      story: story.id,
      thread: name,
      comment: name,
      anchor: null,
      text: wordsOf(here, session, item),
    })
    return said.ok ? said.events : []
  })
}

function wordsOf(here: Case, session: Session, item: AgendaItem): string {
  const { outcome } = item
  const minutes = Math.max(1, Math.round(spentOn(session, item, here.now) / 60_000))
  const what = outcome ? OUTCOMES[outcome.kind] : 'no outcome'
  const size = outcome?.size ? ` ${outcome.size}` : ''
  const lines = [`**${plain(session.name)}**: ${what}${size}, ${minutes} min.`]
  if (outcome?.note) lines.push(plain(outcome.note))
  if (outcome?.owner || outcome?.due) {
    const owner = outcome.owner ? person(here, outcome.owner) : 'Somebody'
    lines.push(`Next: ${owner}${outcome.due ? `, until ${dateInWords(outcome.due)}` : ''}`)
  }
  const decided = session.decisions.filter(({ story }) => story === item.story)
  if (decided.length > 0) {
    lines.push(['Decided:', ...decided.map(({ text }) => `- ${plain(text)}`)].join('\n'))
  }
  const there = Object.keys(session.people).slice(0, NAMED_MAX)
  if (there.length > 0) lines.push(`There: ${there.map((id) => person(here, id)).join(', ')}`)
  return lines.join('\n\n')
}

const OUTCOMES: Record<OutcomeKind, string> = {
  ready: 'ready',
  'needs-work': 'needs work',
  split: 'split',
  'wont-do': "won't do",
  parked: 'parked',
  sized: 'sized',
  skipped: 'skipped',
}

function person({ state }: Case, id: string): string {
  return mentionToken('person', id, state.members.get(id)?.name ?? 'someone who has left')
}

/** What people wrote stays words: it makes no mentions and no Markdown in the name of whoever ended the session. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#@~|]/g, '\\$&')
}
