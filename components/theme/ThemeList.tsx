'use client'

import { type FocusEvent, type RefObject, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction, useActions } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { useReorder } from '#components/ui/reorder/useReorder.ts'
import { useRowsInPlace } from '#components/ui/useRowsInPlace.ts'
import { newId } from '#lib/client/id.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { NewThing } from '#components/flow/NewThing.tsx'
import { rowActions, type RowTarget, walkActions } from './rowActions.ts'
import { ThemeForm } from './ThemeForm.tsx'
import { createTheme, placeTheme } from './themeActions.ts'
import { ThemeRow } from './ThemeRow.tsx'
import { type Counts, NO_STORIES } from './themes.ts'

/** The themes in their order. J and K walk them, E edits, Alt+Shift and an arrow moves, Delete archives. */
export function ThemeList({
  themes,
  counts,
  locked,
  field,
}: {
  readonly themes: readonly Theme[]
  readonly counts: ReadonlyMap<string, Counts>
  readonly locked: string | null
  /** Where the next theme is typed. */
  readonly field: RefObject<HTMLInputElement | null>
}) {
  const t = useTranslations('themes')
  const client = useWorkspaceClient()
  const [editing, setEditing] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const shown = useRowsInPlace(themes, editing !== null)
  const order = themes.map(({ id }) => id)
  const themeOf = (id: string | null) => themes.find((theme) => theme.id === id)
  const reorder = useReorder(
    order,
    (id) => themeOf(id)?.name ?? t('one'),
    (id, after) => {
      const theme = themeOf(id)
      if (theme) runAction(placeTheme, { client, theme, after })
    },
  )
  const focus = (id: string) =>
    reorder.list.current
      ?.querySelector<HTMLElement>(`[data-theme-link="${CSS.escape(id)}"]`)
      ?.focus()
  const targetOf = (theme: Theme): RowTarget => ({
    client,
    theme,
    order,
    locked,
    edit: ({ id }) => setEditing(id),
    step: reorder.step,
    focus,
  })
  const current = themeOf(focused)
  const target = current && editing === null ? targetOf(current) : null
  useActions(rowActions, target, { about: current?.name ?? null, layer: 'focus' })
  useActions(walkActions, target, { about: current?.name ?? null, layer: 'focus' })

  const onFocus = ({ target }: FocusEvent<HTMLElement>) =>
    setFocused(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null)
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
    // The palette and menus take the focus for a moment only: what they act on stays.
    const main = currentTarget.closest('main')
    if (relatedTarget && main?.contains(relatedTarget) && !currentTarget.contains(relatedTarget)) {
      setFocused(null)
    }
  }
  const create = (name: string) => {
    const target = { client, id: newId(), name }
    const outcome = runAction(createTheme, target, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  const entrance = current?.id ?? order[0]
  return (
    <>
      <div className="divide-y overflow-hidden rounded-card border bg-surface">
        <ul
          ref={reorder.list}
          aria-label={t('title')}
          onFocus={onFocus}
          onBlur={onBlur}
          className="divide-y empty:hidden"
        >
          {shown.map((theme) =>
            theme.id === editing ? (
              <li key={theme.id}>
                <ThemeForm
                  target={targetOf(theme)}
                  onDone={() => {
                    setEditing(null)
                    // The row is there again with the next frame.
                    requestAnimationFrame(() => focus(theme.id))
                  }}
                />
              </li>
            ) : (
              <ThemeRow
                key={theme.id}
                target={targetOf(theme)}
                counts={counts.get(theme.id) ?? NO_STORIES}
                reorder={reorder}
                entrance={theme.id === entrance}
              />
            ),
          )}
        </ul>
        {locked === null ? (
          <NewThing
            label={t('new')}
            draft={`theme:${client.workspaceId}`}
            onCreate={create}
            field={field}
          />
        ) : null}
      </div>
      <output className="sr-only">{reorder.said}</output>
    </>
  )
}
