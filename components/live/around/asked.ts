import type { AskedQuestion } from '#lib/domain/facts.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import type { Story } from '#lib/domain/story.ts'

/** What is asked about one story before a session. */
export interface AskedOf {
  readonly story: Story
  /** The open questions that are told with the story. */
  readonly questions: readonly AskedQuestion[]
  /** How many open questions there are besides. */
  readonly more: number
  /** Threads that nobody has resolved. */
  readonly threads: number
}

/** Gives the stories of an agenda about which something is asked, in its order; what a person cannot see is left out. */
export function askedAhead(
  { agenda }: Pick<Session, 'agenda'>,
  stories: ReadonlyMap<string, Story>,
): AskedOf[] {
  return agenda.flatMap((item) => {
    const story = stories.get(item.story)
    if (!story) return []
    const questions = story.facts?.asked ?? []
    const more = (story.facts?.openQuestions ?? 0) - questions.length
    const threads = story.talk.open
    if (questions.length + more + threads === 0) return []
    return [{ story, questions, more, threads }]
  })
}
