'use client'

import { useTranslations } from 'use-intl/react'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import { StepDot } from '#components/ui/StepDot.tsx'
import { useTeamFacts } from './teamFacts.ts'

/** On narrow screens the steps are tabs, one list at a time (UX21). */
export function StepTabs({
  step: current,
  counts,
  onChange,
}: {
  readonly step: string
  readonly counts: ReadonlyMap<string, number>
  readonly onChange: (step: string) => void
}) {
  const t = useTranslations('backlog')
  const { team } = useTeamFacts()
  return (
    <nav
      aria-label={t('steps')}
      className="flex shrink-0 gap-1 overflow-x-auto border-b bg-surface px-2 [scrollbar-width:none]"
    >
      {team.steps.map(({ id, name, category }) => (
        <button
          key={id}
          type="button"
          aria-current={id === current ? 'true' : undefined}
          onClick={() => onChange(id)}
          className={classes(
            '-mb-px flex h-11 shrink-0 items-center gap-1 border-b-2 px-2 text-interface focus-visible:-outline-offset-2',
            id === current
              ? 'border-accent font-medium text-text'
              : 'border-transparent text-muted',
          )}
        >
          <StepDot kind={category} size={12} />
          {name}
          <span className="text-label font-normal text-subtle tabular-nums">
            {(counts.get(id) ?? 0).toLocaleString(pageLocale())}
          </span>
        </button>
      ))}
    </nav>
  )
}
