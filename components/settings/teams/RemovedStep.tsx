'use client'

import { Undo2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'
import { Select } from '#components/ui/Select.tsx'
import type { DraftStep, StepsDraft } from './stepsDraft.ts'

/** A step that goes: where its stories go, and the way back. */
export function RemovedStep({
  step,
  count,
  heirs,
  onChoose,
  onKeep,
}: {
  readonly step: DraftStep
  /** Stories in it; null while nobody knows. */
  readonly count: number | null
  /** The steps that stay. */
  readonly heirs: StepsDraft
  readonly onChoose: (heir: string) => void
  readonly onKeep: () => void
}) {
  const t = useTranslations('settings')
  const id = useId()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 bg-sunken px-3 py-2 ps-9 first:rounded-t-card last:rounded-b-card">
      <span className="min-w-24 flex-1">
        <s className="text-muted">{step.name}</s>
        <span className="sr-only"> {t('steps.willBeRemoved')}</span>
      </span>
      {count === 0 ? (
        <span className="text-label text-muted">{t('steps.noStory')}</span>
      ) : (
        <span className="flex items-center gap-2">
          <label htmlFor={id} className="text-label text-muted">
            {count === null ? t('steps.whereTo') : t('steps.storiesGoTo', { count })}
          </label>
          <Select
            id={id}
            value={step.heir ?? ''}
            options={heirs.map((heir) => ({
              value: heir.id,
              label: heir.name || t('steps.theNew'),
            }))}
            onChange={onChoose}
            className="w-36"
          />
        </span>
      )}
      <Button
        size="small"
        look="quiet"
        icon={<Undo2 aria-hidden size={14} />}
        aria-label={t('steps.keepOne', { name: step.name })}
        onClick={onKeep}
      >
        {t('common.keep')}
      </Button>
    </li>
  )
}
