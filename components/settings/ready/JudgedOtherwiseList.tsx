'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { shortName } from '#lib/domain/story.ts'
import type { JudgedOtherwise } from './preview.ts'

/** So many are shown at first, and with each press more. */
const SHOWN = 20

/** The stories that a new Definition of Ready judges otherwise: what becomes of each, and why. Folded until asked for. */
export function JudgedOtherwiseList({ changed }: { readonly changed: readonly JudgedOtherwise[] }) {
  const t = useTranslations('settings.ready')
  const missingWords = useTranslations('words.missing')
  const [most, setMost] = useState(SHOWN)
  if (changed.length === 0) {
    return <p className="mt-1 text-label text-muted">{t('noneChanged')}</p>
  }
  return (
    <details className="mt-1">
      <summary className="text-label text-muted">{t('changed', { count: changed.length })}</summary>
      <div className="mt-2 max-h-56 overflow-y-auto overscroll-contain">
        <ul aria-label={t('changedList')} className="flex flex-col gap-1.5">
          {changed.slice(0, most).map(({ story, passes, missing }) => (
            <li key={story.id} className="grid grid-cols-[auto_1fr] gap-x-2">
              <span className="pt-[3px]">
                <StageDot stage={story.stage} />
              </span>
              <div className="min-w-0">
                <Link
                  to={{ page: 'story', key: story.key ?? story.id }}
                  className="rounded-control hover:underline"
                >
                  <span className="me-1.5 font-mono text-label text-subtle">
                    {shortName(story)}
                  </span>
                  <span className="break-words">{story.title}</span>
                </Link>
                <div className="text-label text-muted">
                  {passes
                    ? t('wouldPass')
                    : t('wouldNotPass', {
                        missing: missing.map((check) => missingWords(check)).join('; '),
                      })}
                </div>
              </div>
            </li>
          ))}
        </ul>
        {changed.length > most ? (
          <Button size="small" className="mt-2" onClick={() => setMost(most + SHOWN)}>
            {t('showMore')}
          </Button>
        ) : null}
      </div>
    </details>
  )
}
