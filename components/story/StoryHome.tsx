'use client'

import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import { AskedForm } from '#components/flow/AskedForm.tsx'
import type { Question } from '#components/flow/target.ts'
import { useReadiness } from '#components/session/hooks.ts'
import { MOVE_RULES, type Stage } from '#lib/domain/stage.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import { StageList } from './StageList.tsx'
import { StepList } from './StepList.tsx'
import type { InStory } from './useInStory.tsx'

/** Where a story is and where it can go: the stages, or the steps of the team that has it. What a move asks, it asks here. */
export function StoryHome({
  inStory,
  area,
  now,
}: {
  readonly inStory: InStory
  readonly area: ReadyArea
  /** Milliseconds since the epoch. */
  readonly now: number
}) {
  const { target, question } = inStory
  const { story } = target
  // What awaits it at the gate changes with every word of its text.
  useReadiness(story.id)
  const form = question ? <AskedHere inStory={inStory} question={question} /> : null
  if (!isAreaStory(story)) {
    return <StepList target={{ ...target, story }} area={area} now={now} asked={form} />
  }
  const asked = question && { stage: stageOf(question), form }
  return <StageList target={{ ...target, story }} now={now} asked={asked} />
}

/** A question in its place in the story. */
export function AskedHere({
  inStory: { target, answered, goTo },
  question,
}: {
  readonly inStory: InStory
  readonly question: Question
}): ReactNode {
  const place = useFocusBack()
  return (
    <div
      ref={place}
      className={`my-1 rounded-card border bg-surface ${question.kind === 'team' ? '' : 'p-3'}`}
    >
      <AskedForm target={target} question={question} onFix={goTo} onDone={answered} />
    </div>
  )
}

/** Whoever answers, or thinks better of it, is where they were before; whoever went to what is missing is there. */
function useFocusBack(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const question = place.current
    return () => {
      const now = document.activeElement
      const isHere = now === document.body || question?.contains(now)
      if (isHere && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return place
}

/** The stage a question stands under: where the answer leads, or from where the story leaves. */
function stageOf(question: Question): Stage {
  switch (question.kind) {
    case 'reason':
      return MOVE_RULES[question.move].to
    case 'gate':
    case 'team':
      return 'ready'
  }
}
