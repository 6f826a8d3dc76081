'use client'

import { ListFilter, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { navigate } from '#components/shell/location.ts'
import { ALL_HISTORY, type HistoryFilter } from '#components/shell/historyAddress.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Select } from '#components/ui/Select.tsx'
import { HISTORY_KINDS, KIND_NAMES } from '#lib/domain/history/kinds.ts'
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
        {chosen === 0 ? 'Filter' : `Filter: ${chosen}`}
      </Button>
      <form
        aria-label="Filter"
        onSubmit={(event) => event.preventDefault()}
        className={classes(
          'grid grid-cols-2 items-start gap-x-3 gap-y-2 md:flex md:flex-wrap',
          unfolded ? 'max-md:mt-3' : 'max-md:hidden',
        )}
      >
        <Part width="md:w-44">
          <Field label="Person">
            <Select
              value={filter.by ?? ''}
              options={[
                { value: '', label: 'Everyone' },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
                ...(filter.by === null || members.has(filter.by)
                  ? []
                  : [{ value: filter.by, label: 'Someone who has left' }]),
              ]}
              onChange={(by) => choose({ by: by || null })}
            />
          </Field>
        </Part>
        <Part width="md:w-52">
          <Field label="Kind of change">
            <Select
              value={filter.kind ?? ''}
              options={[
                { value: '', label: 'Any' },
                ...HISTORY_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] })),
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
          <Field label="From">
            <Input
              type="date"
              value={filter.since ?? ''}
              max={filter.until ?? undefined}
              onChange={({ target }) => choose({ since: target.value || null })}
            />
          </Field>
        </Part>
        <Part width="md:w-40">
          <Field label="Until">
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
            Clear
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
    <Field label="Story" error={error}>
      <Input
        value={draft ?? story ?? ''}
        placeholder="Key, like ABC-42"
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
