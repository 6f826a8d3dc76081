'use client'

import { lazy, Suspense, useState } from 'react'
import { useStory } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { StoryState } from '#lib/client/client.ts'
import { isTooNew } from '#lib/doc/watch.ts'
import { PlainStory } from './PlainStory.tsx'
import { useWhereabouts } from './useWhereabouts.ts'

// The editor is most of this feature's code: the board and a story's page are there before it is.
const loadEditor = () => import('./editor/StoryEditor.tsx')
const StoryEditor = lazy(loadEditor)

// Fetched when nothing else is to be done, so that the first story opens at once, offline too. Opening one tries again.
if (typeof requestIdleCallback === 'function') {
  requestIdleCallback(() => void loadEditor().catch(() => {}), { timeout: 5_000 })
}

export interface StoryDocumentProps {
  readonly storyId: string
  /** Smaller, for a panel beside something else. */
  readonly compact?: boolean
  /** What assistive technology calls the text. */
  readonly label?: string
}

/** A story's text, edited by everyone who has it open. */
export function StoryDocument({
  storyId,
  compact = false,
  label = 'Story text',
}: StoryDocumentProps) {
  const story = useStory(storyId)
  const onEdit = useWhereabouts(storyId)
  switch (story.phase) {
    case 'loading':
      return <Waiting />
    case 'gone':
      return <p className="py-4 text-body text-muted">{story.message}</p>
    case 'ready':
      return (
        <OpenStory
          key={story.doc.guid}
          story={story}
          compact={compact}
          label={label}
          onEdit={onEdit}
        />
      )
  }
}

function OpenStory({
  story: { doc, awareness, readOnly },
  compact,
  label,
  onEdit,
}: {
  readonly story: Extract<StoryState, { phase: 'ready' }>
  readonly compact: boolean
  readonly label: string
  readonly onEdit: () => void
}) {
  const [tooNew, setTooNew] = useState(() => isTooNew(doc))
  if (tooNew) {
    return (
      <>
        <div className="mb-4 flex flex-wrap items-center gap-3 rounded-card border bg-idea-tint px-3 py-2 text-interface text-idea">
          <p className="min-w-48 flex-1">
            This story was written with a newer version of Sluice. Reload the page to go on writing;
            nothing is lost.
          </p>
          <Button onClick={() => location.reload()}>Reload</Button>
        </div>
        <PlainStory doc={doc} compact={compact} />
      </>
    )
  }
  return (
    // What is known already is readable while the editor itself is fetched.
    <Suspense fallback={<PlainStory doc={doc} compact={compact} />}>
      <StoryEditor
        doc={doc}
        awareness={awareness}
        readOnly={readOnly}
        compact={compact}
        label={label}
        onEdit={onEdit}
        onTooNew={() => setTooNew(true)}
      />
    </Suspense>
  )
}

/** Not yet known is not empty (I6): nothing can be written here before it is. */
function Waiting() {
  return (
    <div aria-busy className="flex flex-col gap-3 py-2">
      <span className="sr-only">Opening the story</span>
      <Skeleton className="h-5 w-2/5" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  )
}
