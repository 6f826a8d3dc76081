'use client'

import { useLiveStory } from '#components/flow/useLiveStory.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import { Checklist } from './Checklist.tsx'
import type { InStory } from './useInStory.tsx'

/** The checklist of a story on its way to Ready: what its document says counts as it is typed. */
export function Readiness({
  inStory: { target, goTo },
  compact = false,
}: {
  readonly inStory: InStory
  readonly compact?: boolean
}) {
  const story = useLiveStory(target.story)
  if (!isAreaStory(story) || story.stage === 'wont-do') return null
  return <Checklist story={story} compact={compact} onFix={goTo} />
}
