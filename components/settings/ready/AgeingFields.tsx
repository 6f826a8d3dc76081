'use client'

import { useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { NumberField } from '#components/ui/NumberField.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { AGEING_LIMIT_DAYS, type Policy } from '#lib/domain/policy.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { AGEING_STAGES, type PolicyDraft } from './policyDraft.ts'
import { olderThan } from './preview.ts'

/** How many days a story may be in a stage, and how many are there longer. */
export function AgeingFields({
  policy,
  columns,
  locked,
  onChange,
}: {
  readonly policy: Policy
  readonly columns: Readonly<Record<Stage, readonly AreaStory[]>>
  readonly locked: boolean
  readonly onChange: (change: PolicyDraft) => void
}) {
  const t = useTranslations('settings.ready')
  return (
    <ul aria-label={t('limits')} className="divide-y rounded-card border bg-surface">
      {AGEING_STAGES.map((stage) => (
        <Limit
          key={stage}
          stage={stage}
          days={policy.ageing[stage]}
          stories={columns[stage]}
          locked={locked}
          onChange={(days) => onChange({ ageing: { [stage]: days } })}
        />
      ))}
    </ul>
  )
}

function Limit({
  stage,
  days,
  stories,
  locked,
  onChange,
}: {
  readonly stage: (typeof AGEING_STAGES)[number]
  readonly days: number
  readonly stories: readonly AreaStory[]
  readonly locked: boolean
  readonly onChange: (days: number) => void
}) {
  const t = useTranslations('settings.ready')
  const name = useTranslations('words.stages')(stage)
  const noteId = useId()
  const [now] = useState(() => Date.now())
  const old = useMemo(() => olderThan(stories, days, now), [stories, days, now])
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-40 flex-1">
        <div className="flex items-center gap-2 text-interface">
          <StageDot stage={stage} />
          {name}
        </div>
        <div id={noteId} className="text-label text-subtle">
          {stories.length === 0
            ? t('noStoryThere')
            : t('older', { count: old, of: stories.length })}
        </div>
      </div>
      <NumberField
        label={t('daysIn', { stage: name })}
        unit={t('days', { count: days })}
        value={days}
        min={1}
        max={AGEING_LIMIT_DAYS}
        disabled={locked}
        describedBy={noteId}
        onChange={onChange}
      />
    </li>
  )
}
