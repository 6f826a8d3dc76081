import type { Notice, What, Whereabouts, Why } from './notice.ts'

/** Which sentence says a notice, and what stands in it besides who did it: places, and a day (`YYYY-MM-DD`). */
export type Named =
  | { readonly name: ReturnType<typeof nameOf> }
  | {
      readonly name: ReturnType<typeof moveName>
      readonly from: Whereabouts
      readonly to: Whereabouts
    }
  | { readonly name: 'revisit'; readonly on: string }

/** Names the sentence that says a notice: the key of a text in `messages/<language>/inbox.json`. */
export function namedNotice({ what, why }: Pick<Notice, 'what' | 'why'>): Named {
  switch (what.kind) {
    case 'moved':
      return { name: moveName(what), from: what.from, to: what.to }
    case 'revisit':
      return { name: 'revisit', on: what.on }
    default:
      return { name: nameOf(what, why) }
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
