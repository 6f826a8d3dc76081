'use client'

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { GATE_MODES, type GateMode, type Policy } from '#lib/domain/policy.ts'
import type { PolicyDraft } from './policyDraft.ts'

/** RD1: one of three, each with what it means. */
export function GateChoice({
  policy,
  locked,
  onChange,
}: {
  readonly policy: Policy
  readonly locked: boolean
  readonly onChange: (change: PolicyDraft) => void
}) {
  const t = useTranslations('settings')
  const id = useId()
  return (
    <RadioGroup
      aria-label={t('ready.gateDoes')}
      value={policy.gate}
      disabled={locked}
      onValueChange={(gate) => onChange({ gate: gate as GateMode })}
      className="divide-y rounded-card border bg-surface"
    >
      {GATE_MODES.map((mode) => (
        <label
          key={mode}
          htmlFor={`${id}-${mode}`}
          className="flex items-start gap-3 px-4 py-3 has-data-disabled:cursor-not-allowed"
        >
          <Radio.Root
            id={`${id}-${mode}`}
            value={mode}
            className="target mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface data-checked:border-accent data-disabled:opacity-55"
          >
            <Radio.Indicator className="size-2 rounded-full bg-accent" />
          </Radio.Root>
          <span className="min-w-0">
            <span className="block text-interface font-medium">{t(`gates.${mode}`)}</span>
            <span className="block text-label text-muted">{t(`gates.${mode}Means`)}</span>
          </span>
        </label>
      ))}
    </RadioGroup>
  )
}
