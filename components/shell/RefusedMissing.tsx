'use client'

import { ArrowRight } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact } from '#components/session/hooks.ts'
import { whatIsMissing } from '#components/language/whatIsMissing.ts'
import { DEFAULT_POLICY, type Check } from '#lib/domain/policy.ts'
import { navigate } from './location.ts'
import { wantCheck } from './wanted.ts'

/** What the gate missed in a story that was marked ready elsewhere or offline (RD4): a press goes there. */
export function RefusedMissing({
  storyId,
  missing,
  onGo,
}: {
  readonly storyId: string
  readonly missing: readonly Check[]
  /** It is about to be shown. */
  readonly onGo: () => void
}) {
  const story = useAreaFact((area) =>
    area.phase === 'ready' ? area.stories.get(storyId) : undefined,
  )
  const policy = useAreaFact((area) =>
    area.phase === 'ready' ? area.settings.policy : DEFAULT_POLICY,
  )
  if (!story) return null
  const t = textsOf('overlays.refused')
  const go = (check: Check) => {
    onGo()
    wantCheck(story.id, check)
    navigate({ page: 'story', key: story.key ?? story.id })
  }
  return (
    <ul aria-label={t('missing')} className="mt-2 flex flex-col">
      {missing.map((check) => (
        <li key={check}>
          <button
            type="button"
            onClick={() => go(check)}
            className="flex w-full items-center gap-2 rounded-control px-1.5 py-1 text-start hover:bg-hover coarse:min-h-11"
          >
            <span className="min-w-0 flex-1">
              {textsOf('words.checks')(check)}
              <span className="block text-label text-muted">
                {whatIsMissing(check, story, policy)}
              </span>
            </span>
            <span className="flex shrink-0 items-center gap-1 text-label text-accent-text">
              {t('go')}
              <ArrowRight aria-hidden size={12} className="rtl:-scale-x-100" />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
