'use client'

import { Archive } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { EditInPlace } from '#components/ui/EditInPlace.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Section } from '#components/ui/Section.tsx'
import { useFocusWithin, useRowsInPlace } from '#components/ui/useRowsInPlace.ts'
import { newId } from '#lib/client/id.ts'
import type { Persona } from '#lib/domain/theme.ts'
import { NewThing } from '#components/flow/NewThing.tsx'
import { archivePersona, changePersona, createPersona, revivePersona } from './personaActions.ts'
import { countByPersona, type Counts, live, NO_STORIES } from './themes.ts'

/** Whom stories are for. */
export function Personas({
  area: {
    settings: { personas },
    stories,
    filed,
  },
  locked,
}: {
  readonly area: ReadyArea
  readonly locked: string | null
}) {
  const t = useTranslations('themes')
  const client = useWorkspaceClient()
  const counts = useMemo(() => countByPersona(stories.values(), filed), [stories, filed])
  const all = [...personas.values()].sort((a, b) => a.name.localeCompare(b.name))
  const writing = useFocusWithin()
  const current = useRowsInPlace(
    all.filter(({ archivedAt }) => archivedAt === null),
    writing.isWithin,
  )
  const archived = all.filter(({ archivedAt }) => archivedAt !== null)
  const create = (name: string) => {
    const target = { client, id: newId(), name }
    const outcome = runAction(createPersona, target, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  return (
    <Section
      title={t('personas.title')}
      lead={current.length === 0 ? t('personas.whatFor') : t('personas.lead')}
    >
      {current.length === 0 && locked !== null ? (
        <p className="text-muted">{t('personas.none')}</p>
      ) : (
        <div className="divide-y overflow-hidden rounded-card border bg-surface">
          <ul
            aria-label={t('personas.title')}
            className="divide-y empty:hidden"
            {...writing.handlers}
          >
            {current.map((persona) => (
              <PersonaRow
                key={persona.id}
                persona={persona}
                counts={counts.get(persona.id) ?? NO_STORIES}
                locked={locked !== null}
              />
            ))}
          </ul>
          {locked === null ? (
            <NewThing
              label={t('personas.new')}
              draft={`persona:${client.workspaceId}`}
              onCreate={create}
            />
          ) : null}
        </div>
      )}
      {archived.length > 0 ? (
        <details className="mt-4">
          <summary className="text-interface text-muted">
            {t('personas.archived', { count: archived.length })}
          </summary>
          <ul
            aria-label={t('personas.archivedList')}
            className="mt-2 divide-y rounded-card border bg-surface"
          >
            {archived.map((persona) => (
              <li key={persona.id} className="flex min-h-row items-center gap-3 px-3 py-1.5">
                <span className="min-w-0 flex-1 truncate">{persona.name}</span>
                <Button
                  size="small"
                  aria-label={t('restoreOne', { name: persona.name })}
                  disabled={locked !== null}
                  onClick={() => runAction(revivePersona, { client, persona })}
                >
                  {t('restore')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )
}

function PersonaRow({
  persona,
  counts,
  locked,
}: {
  readonly persona: Persona
  readonly counts: Counts
  readonly locked: boolean
}) {
  const t = useTranslations('themes')
  const words = useTranslations('words')
  const client = useWorkspaceClient()
  const change = (fields: { readonly name?: string; readonly about?: string }) => {
    const target = { client, persona, change: fields }
    const outcome = runAction(changePersona, target, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  const count = live(counts)
  return (
    <li className="grid min-h-row grid-cols-[1fr_auto_auto] items-start gap-x-3 px-4 py-1.5">
      <div className="min-w-0">
        <EditInPlace
          label={t('personas.nameOf', { name: persona.name })}
          value={persona.name}
          disabled={locked}
          onCommit={(name) => change({ name })}
          className="py-0.5! text-interface font-medium"
        />
        {persona.about || !locked ? (
          <EditInPlace
            lines
            label={t('personas.about', { name: persona.name })}
            value={persona.about}
            placeholder={t('personas.aboutExample')}
            disabled={locked}
            onCommit={(about) => change({ about })}
            className="py-0.5! text-label text-muted!"
          />
        ) : null}
      </div>
      <span className="mt-1 text-label whitespace-nowrap text-subtle">
        {words('stories', { count })}
      </span>
      <IconButton
        label={t('archiveOne', { name: persona.name })}
        size="small"
        disabled={locked}
        onClick={() => runAction(archivePersona, { client, persona })}
      >
        <Archive aria-hidden size={16} />
      </IconButton>
    </li>
  )
}
