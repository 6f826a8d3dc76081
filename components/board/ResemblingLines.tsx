'use client'

import { CopyCheck } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { Button } from '#components/ui/Button.tsx'
import { type Story } from '#lib/domain/story.ts'
import type { Resembling } from './useSimilar.ts'

/** As many are shown; the others are counted. */
const MOST = 3

/** What of a pasted list is there already (ST8): "3 of 66 resemble existing stories". */
export function ResemblingLines({
  lines,
  of,
  onOpen,
  onLeaveOut,
}: {
  readonly lines: readonly Resembling[]
  readonly of: number
  readonly onOpen: (story: Story) => void
  readonly onLeaveOut: () => void
}) {
  if (lines.length === 0) return null
  const t = textsOf('board.alike')
  return (
    <div className="border-t px-1.5 py-1">
      <div className="flex items-center gap-1.5 px-1.5 text-label text-muted">
        <CopyCheck aria-hidden size={12} className="shrink-0" />
        <p role="status" className="min-w-0 flex-1">
          {t('lines', { count: lines.length, of })}
        </p>
        <Button look="quiet" size="small" onClick={onLeaveOut}>
          {t('leaveOut', { count: lines.length })}
        </Button>
      </div>
      <ul aria-label={t('linesList')}>
        {lines.slice(0, MOST).map(({ idea, story }, index) => (
          <li key={index}>
            <button
              type="button"
              onClick={() => onOpen(story)}
              className="flex w-full flex-col rounded-control px-1.5 py-1 text-start hover:bg-hover coarse:min-h-11"
            >
              <span className="line-clamp-1 text-label">{idea}</span>
              <span className="line-clamp-1 text-meta text-subtle">
                {storyName(story)} {story.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > MOST ? (
        <p className="px-1.5 pb-1 text-meta text-subtle">
          {t('more', { count: lines.length - MOST })}
        </p>
      ) : null}
    </div>
  )
}
