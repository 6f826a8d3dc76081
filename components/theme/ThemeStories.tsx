'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TextsIn } from '#components/language/messages.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { shortName, type Story } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'
import type { Group } from './themes.ts'

/** So many are shown at first, and with each press more. */
const SHOWN = 20
const MORE = 100

/** A theme's stories in one place: a stage, or a team's backlog. */
export function ThemeStories({ group: { home, stories } }: { readonly group: Group }) {
  const t = useTranslations('themes')
  const words = useTranslations('words')
  const [most, setMost] = useState(SHOWN)
  const headingId = useId()
  const team = 'team' in home ? home.team : null
  return (
    <section aria-labelledby={headingId} className="mt-6">
      <h3 id={headingId} className="flex items-center gap-2 text-interface font-semibold">
        <StageDot stage={'team' in home ? 'backlog' : home.stage} />
        {'team' in home ? (
          <Link
            to={{ page: 'backlog', team: home.team.id }}
            className="target rounded-control hover:underline"
          >
            {home.team.name}
          </Link>
        ) : (
          words(`stages.${home.stage}`)
        )}
        <span className="font-normal text-subtle">
          {stories.length.toLocaleString(pageLocale())}
        </span>
      </h3>
      <ul aria-labelledby={headingId} className="mt-2 divide-y rounded-card border bg-surface">
        {stories.slice(0, most).map((story) => (
          <li key={story.id}>
            <Link
              to={{ page: 'story', key: story.key ?? story.id }}
              className="grid min-h-row-compact grid-cols-[4rem_1fr] items-baseline gap-x-3 px-3 py-1.5 hover:bg-hover focus-visible:-outline-offset-2 md:grid-cols-[4rem_1fr_auto]"
            >
              <span className="font-mono text-label text-subtle">{shortName(story)}</span>
              <span className="min-w-0 break-words">{story.title}</span>
              <span className="text-label text-muted empty:hidden max-md:col-start-2">
                {detailOf(t, story, team)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {stories.length > most ? (
        <Button size="small" className="mt-2" onClick={() => setMost(most + MORE)}>
          {t('showMore', { count: Math.min(MORE, stories.length - most) })}
        </Button>
      ) : null}
    </section>
  )
}

/** On a backlog its step and size; before the gate how many required checks are met. */
function detailOf(t: TextsIn<'themes'>, story: Story, team: Team | null): string {
  if (story.stage === null) {
    const step = team?.steps.find(({ id }) => id === story.step)?.name
    return [step, story.size].filter(Boolean).join(' · ')
  }
  const { met, of } = story.readiness
  return story.stage === 'refinement' && of > 0 ? t('checksMet', { met, of }) : ''
}
