'use client'

import { useTranslations } from 'use-intl/react'
import { NumberField } from '#components/ui/NumberField.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { CHECK_LEVELS, CHECKS, CRITERIA_LIMIT, type Policy } from '#lib/domain/policy.ts'
import type { PolicyDraft } from './policyDraft.ts'

/** RD2: every check, and whether it is required, advisory or off. */
export function CheckLevels({
  policy,
  locked,
  onChange,
}: {
  readonly policy: Policy
  readonly locked: boolean
  readonly onChange: (change: PolicyDraft) => void
}) {
  const t = useTranslations('settings')
  const names = useTranslations('words.checks')
  const segments = CHECK_LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))
  return (
    <ul aria-label={t('ready.checks')} className="divide-y rounded-card border bg-surface">
      {CHECKS.map((check) => (
        <li
          key={check}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5"
        >
          <div className="min-w-48 flex-1">
            <div className="text-interface">{names(check)}</div>
            <div className="text-label text-subtle">{t(`checks.${check}`)}</div>
            {check === 'few-criteria' && policy.checks[check] !== 'off' ? (
              <div className="mt-1.5">
                <NumberField
                  label={t('ready.mostCriteria')}
                  unit={t('ready.mostCriteriaUnit')}
                  value={policy.mostCriteria}
                  min={1}
                  max={CRITERIA_LIMIT}
                  disabled={locked}
                  onChange={(mostCriteria) => onChange({ mostCriteria })}
                />
              </div>
            ) : null}
          </div>
          <Segmented
            label={names(check)}
            value={policy.checks[check]}
            segments={segments}
            disabled={locked}
            className="w-60"
            onChange={(level) => onChange({ checks: { [check]: level } })}
          />
        </li>
      ))}
    </ul>
  )
}
