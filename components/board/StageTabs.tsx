'use client'

import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import { inDigits } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { type Stage, STAGES } from '#lib/domain/stage.ts'

/** On narrow screens the columns are tabs, one list at a time (UX21). */
export function StageTabs({
  stage,
  counts,
  onChange,
}: {
  readonly stage: Stage
  readonly counts: Readonly<Record<Stage, number>>
  readonly onChange: (stage: Stage) => void
}) {
  return (
    <nav
      aria-label={textsOf('board')('stages')}
      className="flex shrink-0 justify-between gap-1 overflow-x-auto border-b bg-surface px-2 [scrollbar-width:none]"
    >
      {STAGES.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === stage ? 'true' : undefined}
          onClick={() => onChange(name)}
          className={classes(
            '-mb-px flex h-11 shrink-0 items-center gap-1 border-b-2 px-1.5 text-interface focus-visible:-outline-offset-2',
            name === stage
              ? 'border-accent font-medium text-text'
              : 'border-transparent text-muted',
          )}
        >
          <StageDot stage={name} size={12} />
          {name === 'ready' ? textsOf('board')('ready') : stageName(name)}
          <span className="text-label font-normal text-subtle tabular-nums">
            {inDigits(counts[name])}
          </span>
        </button>
      ))}
    </nav>
  )
}
