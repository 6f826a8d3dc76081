'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import type { Question } from '#components/flow/target.ts'
import { useHref } from '#components/shell/location.ts'
import { arrived, useWantedCheck } from '#components/shell/wanted.ts'
import type { Check } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'
import { type Opened, useOpened } from './fields/opened.ts'
import { goToText, isInText } from './goToText.ts'
import type { StoryTarget } from './storyActions.ts'

/** What goes on in a story that is open, on its page or beside the board. */
export interface InStory {
  readonly target: StoryTarget
  /** What is being asked in it; null: nothing. */
  readonly question: Question | null
  readonly answered: () => void
  /** The field that is open. */
  readonly opened: Opened
  /** Goes to what a check is about: to its words, or to its field, opened (RD4). */
  readonly goTo: (check: Check) => void
}

/** Keeps what goes on in an open story. Brings whoever wanted to get to one of its checks there. */
export function useInStory(story: Story): InStory {
  const client = useWorkspaceClient()
  const href = useHref()({ page: 'story', key: story.key ?? story.id })
  const [question, setQuestion] = useState<Question | null>(null)
  const opened = useOpened()
  const target = useMemo(() => ({ story, client, href, ask: setQuestion }), [story, client, href])
  const goTo = (check: Check) => {
    setQuestion(null)
    if (isInText(check)) goToText(story.id, check)
    else opened.set(check)(true)
  }
  useBroughtTo(story.id, goTo)
  return { target, question, answered: () => setQuestion(null), opened, goTo }
}

/** Goes where somebody wanted to get when they opened the story, once it is on the screen. */
function useBroughtTo(story: string, goTo: (check: Check) => void): void {
  const wanted = useWantedCheck(story)
  const go = useRef(goTo)
  useEffect(() => {
    go.current = goTo
  })
  useEffect(() => {
    if (wanted === null) return
    arrived()
    go.current(wanted)
  }, [wanted])
}
