import { Archive, Star } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { TemplatePreview } from '#components/story/index.ts'
import { EditInPlace } from '#components/ui/EditInPlace.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { Template } from '#lib/domain/template.ts'
import { archiveTemplate, changeTemplate, chooseTemplate } from './templateActions.ts'

/** A template: its name and its text, edited where they stand with what a story begins with beside it, and whether it is offered first. */
export function TemplateRow({
  template,
  locked,
}: {
  readonly template: Template
  readonly locked: boolean
}) {
  const t = useTranslations('settings.templates')
  const client = useWorkspaceClient()
  const { name, content, isDefault } = template
  // What is being written, while it is.
  const [draft, setDraft] = useState<string | null>(null)
  const change = (fields: { readonly name?: string; readonly content?: string }) => {
    const target = { client, template, change: fields }
    const outcome = runAction(changeTemplate, target, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  return (
    <li
      className="px-4 py-2"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setDraft(null)
      }}
    >
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <EditInPlace
            label={t('nameOf', { name })}
            value={name}
            disabled={locked}
            onCommit={(next) => change({ name: next })}
            className="py-0.5! text-interface font-medium"
          />
        </div>
        {isDefault ? <span className="text-label text-subtle">{t('first')}</span> : null}
        <IconButton
          label={isDefault ? t('doNotOffer', { name }) : t('offer', { name })}
          size="small"
          aria-pressed={isDefault}
          disabled={locked}
          onClick={() => runAction(chooseTemplate, { client, template, isDefault: !isDefault })}
        >
          <Star aria-hidden size={16} fill={isDefault ? 'currentColor' : 'none'} />
        </IconButton>
        <IconButton
          label={t('archive', { name })}
          size="small"
          disabled={locked}
          onClick={() => runAction(archiveTemplate, { client, template })}
        >
          <Archive aria-hidden size={16} />
        </IconButton>
      </div>
      <div className={draft === null ? undefined : 'grid gap-x-6 gap-y-2 md:grid-cols-2'}>
        <EditInPlace
          lines
          onDraft={setDraft}
          label={t('textOf', { name })}
          value={content}
          // Just restored: its text is still on its way from the server, and nothing is written over it.
          disabled={locked || content === ''}
          onCommit={(next) => change({ content: next })}
          className="font-mono text-label text-muted!"
        />
        {draft === null ? null : <TemplatePreview name={name} markdown={draft} />}
      </div>
    </li>
  )
}
