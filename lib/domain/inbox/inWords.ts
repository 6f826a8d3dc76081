import type { Notice } from './notice.ts'

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
