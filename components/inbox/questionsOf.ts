import type { AskedQuestion } from '#lib/domain/facts.ts'
import type { Story } from '#lib/domain/story.ts'

/** An open question of a story that is somebody's: to be answered by them, or asked by them. */
export interface OwnQuestion extends AskedQuestion {
  readonly story: Story
}

/** Gives the open questions that somebody is to answer or has asked, of all stories: theirs to answer first, blocking first. */
export function questionsOf(stories: Iterable<Story>, me: string): readonly OwnQuestion[] {
  const found: OwnQuestion[] = []
  for (const story of stories) {
    for (const question of story.facts?.asked ?? []) {
      if (question.owner === me || question.by === me) found.push({ ...question, story })
    }
  }
  const weight = ({ owner, blocking }: OwnQuestion) => (owner === me ? 0 : 2) + (blocking ? 0 : 1)
  return found.sort((a, b) => weight(a) - weight(b))
}
