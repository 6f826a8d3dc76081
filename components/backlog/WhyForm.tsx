'use client'

import { runAction } from '#components/actions/index.ts'
import { ReasonForm, reasonQuestion } from '#components/flow/ReasonForm.tsx'
import { SharedReasonForm } from '#components/flow/SharedReasonForm.tsx'
import { textsOf } from '#components/language/loaded.ts'
import type { Story } from '#lib/domain/story.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import type { StoriesTarget } from './backlog.ts'
import type { Leave } from './backlogState.ts'
import { dismiss, sendBack } from './leaveActions.ts'

interface WhyProps {
  readonly target: StoriesTarget
  readonly move: Leave
  /** They were moved, or the person thought better of it. */
  readonly onDone: () => void
}

const ACTIONS = { bounceStory: sendBack, dismissStory: dismiss }

/** Asks why stories leave the backlog (ST4): of one with all that can be said of it, of several only the reason they share. */
export function WhyForm({ target, move, onDone }: WhyProps) {
  const { backlog, stories } = target
  const [story] = stories
  if (stories.length > 1 || !story) return <SharedWhy target={target} move={move} onDone={onDone} />
  return (
    <ReasonForm
      key={story.id}
      workspaceId={backlog.client.workspaceId}
      story={story}
      move={move}
      onGiven={(given) => runAction(ACTIONS[move], { ...target, ...given }, { refusalShown: true })}
      onDone={onDone}
    />
  )
}

function SharedWhy({ target, move, onDone }: WhyProps) {
  const { backlog, stories } = target
  return (
    <SharedReasonForm
      kind={`${backlog.client.workspaceId}:${move}`}
      about={backlog.team().id}
      question={whyQuestion(stories, move)}
      isDismissal={move === 'dismissStory'}
      onGiven={(reason) => runAction(ACTIONS[move], { ...target, reason }, { refusalShown: true })}
      onDone={onDone}
    />
  )
}

/** Gives what is asked when stories leave the backlog. */
export function whyQuestion(stories: readonly Story[], move: Leave): string {
  const [story] = stories
  if (stories.length === 1 && story) return reasonQuestion(story, move)
  return move === 'dismissStory'
    ? textsOf('backlog')('whyDismiss', { stories: nameOf(stories) })
    : textsOf('backlog')('whyBounce', { stories: nameOf(stories) })
}
