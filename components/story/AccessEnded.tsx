'use client'

import { ShieldAlert } from 'lucide-react'
import { useStory, useStuck } from '#components/session/hooks.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { UnsavedText } from './UnsavedText.tsx'

/** In place of every page, for somebody who is no longer a member: what that means, and what they typed and nobody got (I5). */
export function AccessEnded() {
  const unsaved = useStuck()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <EmptyState
        icon={<ShieldAlert aria-hidden size={24} />}
        title="You are not in this workspace any more"
        action={
          // The start page knows the other workspaces; it is asked anew.
          <a href="/" className={buttonClasses('primary')}>
            Go to my workspaces
          </a>
        }
      >
        Somebody has removed you from it. What was saved stays there. Ask an owner or admin if you
        think that it is a mistake.
      </EmptyState>
      {unsaved.size > 0 ? (
        <div className="mx-auto max-w-2xl px-4 pb-10">
          <h2 className="text-body font-semibold">What you typed and was not saved</h2>
          <p className="mt-1 text-muted">It is kept on this device only. Copy what you need.</p>
          {[...unsaved].map((id) => (
            <Unsaved key={id} storyId={id} />
          ))}
        </div>
      ) : null}
    </div>
  )
}

function Unsaved({ storyId }: { readonly storyId: string }) {
  const state = useStory(storyId)
  const doc = state.phase === 'gone' ? state.unsaved : state.phase === 'ready' ? state.doc : null
  return doc ? <UnsavedText storyId={storyId} doc={doc} /> : null
}
