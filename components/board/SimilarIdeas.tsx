'use client'

import { CopyCheck } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { homeName, storyName } from '#components/language/names.ts'
import { Keys } from '#components/ui/Kbd.tsx'
import { reasonShown } from '#lib/domain/inverse.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { type Story } from '#lib/domain/story.ts'

/** Stories that say what is being typed already (ST8): opening one keeps the draft. Alt+1 to Alt+3 open them, too. */
export function SimilarIdeas({
  stories,
  settings,
  onOpen,
}: {
  readonly stories: readonly Story[]
  readonly settings: Settings
  readonly onOpen: (story: Story) => void
}) {
  if (stories.length === 0) return null
  const t = textsOf('board.alike')
  return (
    <div className="border-t px-1.5 py-1">
      <p className="flex items-center gap-1.5 px-1.5 pt-0.5 text-meta text-subtle">
        <CopyCheck aria-hidden size={12} />
        {t('stories', { count: stories.length })}
      </p>
      <ul aria-label={t('list')}>
        {stories.map((story, index) => (
          <li key={story.id}>
            <button
              type="button"
              onClick={() => onOpen(story)}
              className="flex w-full items-start gap-2 rounded-control px-1.5 py-1 text-start hover:bg-hover coarse:min-h-11"
            >
              <span className="shrink-0 font-mono text-label text-subtle">{storyName(story)}</span>
              <span className="min-w-0 flex-1">
                <span className="line-clamp-1 text-label">{story.title}</span>
                <span className="line-clamp-1 text-meta text-subtle">
                  {homeName(story, settings)}
                  {reasonShown(story) ? `: ${reasonShown(story)}` : ''}
                </span>
              </span>
              <span className="shrink-0 coarse:hidden">
                <Keys keys={`Alt+${index + 1}`} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
