'use client'

import { useTranslations } from 'use-intl/react'
import { runAction, useWhyNot } from '#components/actions/index.ts'
import { createTemplate } from '#components/flow/createTemplate.ts'
import { NewThing } from '#components/flow/NewThing.tsx'
import { useSettings, useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import { useFocusWithin, useRowsInPlace } from '#components/ui/useRowsInPlace.ts'
import { newId } from '#lib/client/id.ts'
import { Row, Rows } from '../Rows.tsx'
import { reviveTemplate } from './templateActions.ts'
import { TemplateRow } from './TemplateRow.tsx'

/** What a new template begins with: the sections of a story, to be filled in or taken out. */
const BEGINNING = `## Customer value

As a …, I want …, so that …

## Acceptance criteria

1. Given … when … then …

## Open questions

- What do we not know yet?`

/** The prepared texts that a story may start from. */
export function TemplatesSettings() {
  const t = useTranslations('settings')
  const client = useWorkspaceClient()
  const settings = useSettings()
  const mayNot = useWhyNot('manageTemplates')
  const writing = useFocusWithin()
  const all = [...(settings?.templates.values() ?? [])].sort((a, b) => a.name.localeCompare(b.name))
  const live = useRowsInPlace(
    all.filter(({ archivedAt }) => archivedAt === null),
    writing.isWithin,
  )
  if (!settings) return null
  const archived = all.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <Section title={t('templates.title')} lead={t('templates.lead')}>
      <LockedNote reason={mayNot} />
      {live.length === 0 && mayNot !== null ? (
        <p className="text-muted">{t('templates.none')}</p>
      ) : (
        <div className="divide-y overflow-hidden rounded-card border bg-surface">
          <ul
            aria-label={t('templates.list')}
            className="divide-y empty:hidden"
            {...writing.handlers}
          >
            {live.map((template) => (
              <TemplateRow key={template.id} template={template} locked={mayNot !== null} />
            ))}
          </ul>
          {mayNot === null ? <NewTemplate /> : null}
        </div>
      )}
      {archived.length > 0 ? (
        <details className="mt-4">
          <summary className="text-interface text-muted">
            {t('templates.archived', { count: archived.length })}
          </summary>
          <div className="mt-2">
            <Rows label={t('templates.archivedList')}>
              {archived.map((template) => (
                <Row key={template.id} title={template.name}>
                  <Button
                    size="small"
                    aria-label={t('templates.restoreOne', { name: template.name })}
                    disabled={mayNot !== null}
                    onClick={() => runAction(reviveTemplate, { client, template })}
                  >
                    {t('common.restore')}
                  </Button>
                </Row>
              ))}
            </Rows>
          </div>
        </details>
      ) : null}
    </Section>
  )
}

/** The last row, where the next is named: it begins with the sections of a story, and is changed where it stands. */
function NewTemplate() {
  const t = useTranslations('settings.templates')
  const client = useWorkspaceClient()
  const create = (name: string): string | null => {
    const target = { client, id: newId(), name, content: BEGINNING, isSeen: true }
    const outcome = runAction(createTemplate, target, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  return <NewThing label={t('new')} draft={`template:${client.workspaceId}`} onCreate={create} />
}
