'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Input } from '#components/ui/Input.tsx'
import { ReorderHandle } from '#components/ui/reorder/ReorderHandle.tsx'
import type { Reorder } from '#components/ui/reorder/useReorder.ts'
import { Select } from '#components/ui/Select.tsx'
import { STEP_CATEGORIES, type Step, type StepCategory } from '#lib/domain/team.ts'
import type { DraftStep } from './stepsDraft.ts'

/** A step that stays. */
export function StepRow({
  step,
  before,
  count,
  reorder,
  focused,
  onChange,
  onRemove,
}: {
  readonly step: DraftStep
  /** The step as it is saved; null for a new one. */
  readonly before: Step | null
  /** Stories in it; null while nobody knows. */
  readonly count: number | null
  readonly reorder: Reorder
  /** It was only just added: its name is typed next. */
  readonly focused: boolean
  readonly onChange: (change: { readonly name?: string; readonly category?: StepCategory }) => void
  /** Null: it is the last. */
  readonly onRemove: (() => void) | null
}) {
  const t = useTranslations('settings.steps')
  const words = useTranslations('words')
  const name = step.name.trim() || t('theNew')
  return (
    <li
      data-row={step.id}
      className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-1 bg-surface px-2 py-1.5 first:rounded-t-card last:rounded-b-card data-lifted:relative data-lifted:z-10 data-lifted:rounded-button data-lifted:shadow-lifted sm:grid-cols-[auto_1fr_9rem_4.5rem_auto]"
    >
      <ReorderHandle name={name} reorder={reorder} id={step.id} />
      <Input
        aria-label={t('nameOf', { name })}
        value={step.name}
        placeholder={t('name')}
        autoFocus={focused}
        autoComplete="off"
        onChange={(event) => onChange({ name: event.target.value })}
        className="border-transparent! bg-transparent hover:border-control/60!"
      />
      <Select
        aria-label={t('meaningOf', { name })}
        value={step.category}
        options={STEP_CATEGORIES.map((category) => ({
          value: category,
          label: words(`categories.${category}`),
        }))}
        onChange={(category) => onChange({ category })}
        className="max-sm:col-start-2 max-sm:row-start-2"
      />
      <span className="text-end text-label text-subtle max-sm:col-start-3 max-sm:row-start-2">
        {count === null || before === null ? '' : words('stories', { count })}
      </span>
      <IconButton
        label={t('remove', { name })}
        size="small"
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
        className="max-sm:col-start-3 max-sm:row-start-1"
      >
        <X aria-hidden size={16} />
      </IconButton>
      <Consequence step={step} before={before} count={count} />
    </li>
  )
}

/** ST6: what another category means for the stories that stand in the step. */
function Consequence({
  step,
  before,
  count,
}: {
  readonly step: DraftStep
  readonly before: Step | null
  readonly count: number | null
}) {
  const t = useTranslations('settings.steps')
  if (!before || !count) return null
  const [was, is] = [before.category === 'done', step.category === 'done']
  if (was === is) return null
  return (
    <p className="col-span-full col-start-2 text-label text-muted">
      {t(is ? 'completed' : 'reopened', { count })}
    </p>
  )
}
