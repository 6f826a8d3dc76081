'use client'

import { Undo2 } from 'lucide-react'
import { useId } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { Select } from '#components/ui/Select.tsx'
import type { DraftStep, StepsDraft } from './stepsDraft.ts'
import { stories } from './teamWords.ts'

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
  const id = useId()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 bg-sunken px-3 py-2 pl-9 first:rounded-t-card last:rounded-b-card">
      <span className="min-w-24 flex-1">
        <s className="text-muted">{step.name}</s>
        <span className="sr-only"> will be removed.</span>
      </span>
      {count === 0 ? (
        <span className="text-label text-muted">No story is in it.</span>
      ) : (
        <span className="flex items-center gap-2">
          <label htmlFor={id} className="text-label text-muted">
            {count === null
              ? 'What is in it goes to'
              : `Its ${stories(count)} ${count === 1 ? 'goes' : 'go'} to`}
          </label>
          <Select
            id={id}
            value={step.heir ?? ''}
            options={heirs.map((heir) => ({ value: heir.id, label: heir.name || 'the new step' }))}
            onChange={onChoose}
            className="w-36"
          />
        </span>
      )}
      <Button
        size="small"
        look="quiet"
        icon={<Undo2 aria-hidden size={14} />}
        aria-label={`Keep ${step.name}`}
        onClick={onKeep}
      >
        Keep
      </Button>
    </li>
  )
}
