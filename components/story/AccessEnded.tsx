'use client'

import { ShieldAlert } from 'lucide-react'
import { Texts } from '#components/language/Texts.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { useStory, useStuck } from '#components/session/hooks.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { UnsavedText } from './UnsavedText.tsx'
import { AREAS } from './texts.ts'

/** In place of every page, for somebody who is no longer a member: what that means, and what they typed and nobody got (I5). */
export function AccessEnded() {
  return (
    <Texts areas={AREAS}>
      <Shown />
    </Texts>
  )
}

function Shown() {
  const t = textsOf('story')
  const unsaved = useStuck()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <EmptyState
        icon={<ShieldAlert aria-hidden size={24} />}
        title={t('ended.title')}
        action={
          // The start page knows the other workspaces; it is asked anew.
          <a href="/" className={buttonClasses('primary')}>
            {t('ended.go')}
          </a>
        }
      >
        {t('ended.means')}
      </EmptyState>
      {unsaved.size > 0 ? (
        <div className="mx-auto max-w-2xl px-4 pb-10">
          <h2 className="text-body font-semibold">{t('ended.unsaved')}</h2>
          <p className="mt-1 text-muted">{t('ended.onlyHere')}</p>
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
