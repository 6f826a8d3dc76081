'use client'

import { runAction } from '#components/actions/index.ts'
import type { Check } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'
import { GateForm, gateQuestion } from './GateForm.tsx'
import { storyMoves } from './moveActions.ts'
import { ReasonForm, reasonQuestion } from './ReasonForm.tsx'
import { TeamChoice, teamQuestion } from './TeamChoice.tsx'
import type { AskingTarget, Question } from './target.ts'
import { useLiveStory } from './useLiveStory.ts'

/** Whatever a move asks before it can be made, to be shown in place: at the card, or in the story. */
export function AskedForm({
  target,
  question,
  onFix,
  onDone,
}: {
  readonly target: AskingTarget
  readonly question: Question
  /** Goes to what a missing check is about. */
  readonly onFix: (check: Check) => void
  readonly onDone: () => void
}) {
  const story = useLiveStory(target.story)
  switch (question.kind) {
    case 'reason':
      return (
        <ReasonForm
          workspaceId={target.client.workspaceId}
          story={story}
          move={question.move}
          onGiven={(given) =>
            runAction(
              storyMoves[question.move],
              { ...target, place: question.place, ...given },
              { refusalShown: true },
            )
          }
          onDone={onDone}
        />
      )
    case 'gate':
      return (
        <GateForm
          target={target}
          story={story}
          place={question.place}
          onFix={onFix}
          onDone={onDone}
        />
      )
    case 'team':
      return <TeamChoice target={target} command={question.command} onDone={onDone} />
  }
}

/** Gives a question as a sentence, for whoever cannot see it open. */
export function questionInWords(story: Story, question: Question): string {
  switch (question.kind) {
    case 'reason':
      return reasonQuestion(story, question.move)
    case 'gate':
      return gateQuestion(story)
    case 'team':
      return teamQuestion(story)
  }
}
