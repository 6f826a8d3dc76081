'use client'

import { Lock } from 'lucide-react'
import { type ComponentProps, lazy, Suspense, useEffect, useState } from 'react'
import { useWhyNot } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact, useStory, useStuck, useSync } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { StoryState } from '#lib/client/client.ts'
import { obstacleIn } from '#lib/doc/obstacle.ts'
import type * as EarlyModule from './early/EarlyStory.tsx'
import { EarlyText } from './EarlyText.tsx'
import { forgetEarlyPress } from './earlyPress.ts'
import { PlainStory } from './PlainStory.tsx'
import { StoryNotice } from './StoryNotice.tsx'
import { goneSentence, noticeSentence } from './storySentences.ts'
import { UnsavedActions, UnsavedText } from './UnsavedText.tsx'
import { useVisit } from './useVisit.ts'
import { useWhereabouts } from './useWhereabouts.ts'

// The editor is most of this feature's code: the board and a story's page are there before it is.
const loadEditor = () => import('./editor/StoryEditor.tsx')
const StoryEditor = lazy(loadEditor)
const loadEarly = () => import('./early/EarlyStory.tsx')
const EarlyStory = lazy<typeof EarlyModule.default>(() =>
  loadEarly().catch(() => ({ default: PlainStory })),
)

// Fetched when nothing else is to be done, so that the first story opens at once, offline too. Opening one tries again.
if (typeof requestIdleCallback === 'function') {
  requestIdleCallback(
    () =>
      void loadEarly()
        .then(loadEditor, loadEditor)
        .catch(() => {}),
    {
      timeout: 5_000,
    },
  )
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
  label = textsOf('story')('text'),
}: StoryDocumentProps) {
  const story = useStory(storyId)
  const onEdit = useWhereabouts(storyId)
  useEffect(() => () => forgetEarlyPress(storyId), [storyId])
  switch (story.phase) {
    case 'loading':
      return <Waiting />
    case 'gone':
      return (
        <div className="py-4">
          <p className="text-body text-muted">
            {goneSentence(textsOf('story.standing.gone'), story.why, story.unsaved !== null)}
          </p>
          {story.unsaved ? <UnsavedText storyId={storyId} doc={story.unsaved} /> : null}
        </div>
      )
    case 'ready':
      return (
        <OpenStory
          key={story.doc.guid}
          storyId={storyId}
          story={story}
          compact={compact}
          label={label}
          onEdit={onEdit}
        />
      )
  }
}

function OpenStory({
  storyId,
  story: { doc, awareness, readOnly, notice },
  compact,
  label,
  onEdit,
}: {
  readonly storyId: string
  readonly story: Extract<StoryState, { phase: 'ready' }>
  readonly compact: boolean
  readonly label: string
  readonly onEdit: () => void
}) {
  const t = textsOf('story')
  useVisit(storyId, doc)
  const [obstacle, setObstacle] = useState(() => obstacleIn(doc))
  const isStuck = useStuck().has(storyId)
  if (obstacle === 'tooNew') {
    return (
      <>
        <StoryNotice action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}>
          {t('tooNew')}
        </StoryNotice>
        <PlainStory doc={doc} compact={compact} />
      </>
    )
  }
  if (obstacle === 'foreignShape') {
    return (
      <>
        <StoryNotice>{t('foreign')}</StoryNotice>
        <PlainStory doc={doc} compact={compact} />
      </>
    )
  }
  return (
    <>
      {notice ? (
        <StoryNotice
          action={
            // Once it is given up, the page begins anew with what the server has.
            isStuck ? (
              <UnsavedActions storyId={storyId} doc={doc} onGivenUp={() => location.reload()} />
            ) : null
          }
        >
          {noticeSentence(textsOf('story.standing.notice'), notice)}
        </StoryNotice>
      ) : readOnly ? (
        <ReadNote storyId={storyId} />
      ) : null}
      {/* What is known already is readable while the editor itself is fetched. */}
      <Suspense
        fallback={
          readOnly ? (
            <Early doc={doc} compact={compact} readOnly />
          ) : (
            <EarlyText storyId={storyId}>
              <Early doc={doc} compact={compact} readOnly={false} />
            </EarlyText>
          )
        }
      >
        <StoryEditor
          storyId={storyId}
          doc={doc}
          awareness={awareness}
          readOnly={readOnly}
          compact={compact}
          label={label}
          onEdit={onEdit}
          onObstacle={setObstacle}
        />
      </Suspense>
    </>
  )
}

/** What draws it is small, and there long before the editor. */
function Early(early: ComponentProps<typeof EarlyStory>) {
  return (
    <Suspense>
      <EarlyStory {...early} />
    </Suspense>
  )
}

/** Says why a text is there to read only, and whom to ask: quietly, since for whoever reads it this is no news. */
function ReadNote({ storyId }: { readonly storyId: string }) {
  const story = useAreaFact((area) =>
    area.phase === 'ready' ? area.stories.get(storyId) : undefined,
  )
  const why = useWhyNot('edit', story ? { story } : {})
  if (why === null) return null
  return (
    <p className="mb-3 flex items-start gap-1.5 text-label text-subtle">
      <Lock aria-hidden size={12} className="mt-0.5 shrink-0" />
      {why}
    </p>
  )
}

/** Not yet known is not empty (I6): nothing can be written here before it is. */
function Waiting() {
  const t = textsOf('story')
  if (useSync().kind === 'offline') {
    return (
      <p role="status" className="py-2 text-body text-muted">
        {t('notHere')}
      </p>
    )
  }
  return (
    <div aria-busy className="flex flex-col gap-3 py-2">
      <span className="sr-only">{t('opening')}</span>
      <Skeleton className="h-5 w-2/5" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  )
}
