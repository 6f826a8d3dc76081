'use client'

import { ListFilter, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { navigate } from '#components/shell/location.ts'
import { ALL_HISTORY, type HistoryFilter } from '#components/shell/historyAddress.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Select } from '#components/ui/Select.tsx'
import { HISTORY_KINDS } from '#lib/domain/history/kinds.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'

/** Who, what, which story and when. What is chosen is in the address (UX18). */
export function HistoryFilters({
  filter,
  members,
  wrongStory,
}: {
  readonly filter: HistoryFilter
  readonly members: ReadonlyMap<string, MemberInfo>
  /** Why the story that was asked for is not shown; else null. */
  readonly wrongStory: string | null
}) {
  const t = useTranslations('history')
  const choose = (part: Partial<HistoryFilter>) => show({ ...filter, ...part })
  const people = [...members.values()].sort((a, b) => a.name.localeCompare(b.name))
  const chosen = Object.values(filter).filter((value) => value !== null).length
  // On narrow screens the list comes first, and the filter is one press away.
  const [unfolded, setUnfolded] = useState(false)
  return (
    <>
      <Button
        size="small"
        icon={<ListFilter aria-hidden size={14} />}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
        className="md:hidden"
      >
        {chosen === 0 ? t('filter') : t('filterCount', { chosen })}
      </Button>
      <form
        aria-label={t('filter')}
        onSubmit={(event) => event.preventDefault()}
        className={classes(
          'grid grid-cols-2 items-start gap-x-3 gap-y-2 md:flex md:flex-wrap',
          unfolded ? 'max-md:mt-3' : 'max-md:hidden',
        )}
      >
        <Part width="md:w-44">
          <Field label={t('person')}>
            <Select
              value={filter.by ?? ''}
              options={[
                { value: '', label: t('everyone') },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
                ...(filter.by === null || members.has(filter.by)
                  ? []
                  : [{ value: filter.by, label: t('someoneLeft') }]),
              ]}
              onChange={(by) => choose({ by: by || null })}
            />
          </Field>
        </Part>
        <Part width="md:w-52">
          <Field label={t('kind')}>
            <Select
              value={filter.kind ?? ''}
              options={[
                { value: '', label: t('anyKind') },
                ...HISTORY_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
              ]}
              onChange={(kind) => choose({ kind: kind || null })}
            />
          </Field>
        </Part>
        <Part width="col-span-2 md:w-36">
          <StoryField
            story={filter.story}
            error={wrongStory}
            onChange={(story) => choose({ story })}
          />
        </Part>
        <Part width="md:w-40">
          <Field label={t('since')}>
            <Input
              type="date"
              value={filter.since ?? ''}
              max={filter.until ?? undefined}
              onChange={({ target }) => choose({ since: target.value || null })}
            />
          </Field>
        </Part>
        <Part width="md:w-40">
          <Field label={t('until')}>
            <Input
              type="date"
              value={filter.until ?? ''}
              min={filter.since ?? undefined}
              onChange={({ target }) => choose({ until: target.value || null })}
            />
          </Field>
        </Part>
        {chosen > 0 ? (
          <Button
            look="quiet"
            icon={<X aria-hidden size={14} />}
            onClick={() => show(ALL_HISTORY)}
            className="col-span-2 justify-self-start md:mt-[1.375rem]"
          >
            {t('clear')}
          </Button>
        ) : null}
      </form>
    </>
  )
}

function Part({ width, children }: { readonly width: string; readonly children: ReactNode }) {
  return <div className={`min-w-0 ${width}`}>{children}</div>
}

/** Every stop while typing would be an address of its own. */
const TYPING_MS = 400

function StoryField({
  story,
  error,
  onChange,
}: {
  readonly story: string | null
  readonly error: string | null
  readonly onChange: (story: string | null) => void
}) {
  const t = useTranslations('history')
  const [draft, setDraft] = useState<string | null>(null)
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => {
      setDraft(null)
      onChange(draft.trim().toUpperCase() || null)
    }, TYPING_MS)
    return () => clearTimeout(timer)
  })
  return (
    <Field label={t('story')} error={error}>
      <Input
        value={draft ?? story ?? ''}
        placeholder={t('storyExample')}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setDraft(target.value)}
      />
    </Field>
  )
}

function show(filter: HistoryFilter): void {
  navigate({ page: 'history', filter }, { replace: true })
}
