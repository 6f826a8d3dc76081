'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { keepDraft, readDraft } from '#components/session/drafts.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Switch } from '#components/ui/Switch.tsx'
import { newId } from '#lib/client/id.ts'
import { createTeam } from './teamActions.ts'

/** Creates a team and opens its settings. A name that was begun survives a reload (UX11). */
export function NewTeam() {
  const t = useTranslations('settings.teams')
  const client = useWorkspaceClient()
  const draft = `team:${client.workspaceId}`
  const [name, setName] = useState(() => readDraft(draft))
  const [isPrivate, setPrivate] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const change = (next: string) => {
    setName(next)
    setProblem(null)
    keepDraft(draft, next)
  }
  const create = (event: FormEvent) => {
    event.preventDefault()
    const id = newId()
    const outcome = runAction(createTeam, { client, id, name, isPrivate }, { refusalShown: true })
    if (!outcome.ok) {
      setProblem(outcome.message)
      field.current?.focus()
      return
    }
    change('')
    navigate({ page: 'settings', section: 'teams', team: id })
  }
  return (
    <form onSubmit={create} className="flex flex-col gap-3 rounded-card border bg-surface p-4">
      <Field label={t('name')} error={problem}>
        <Input
          ref={field}
          value={name}
          autoComplete="off"
          placeholder={t('nameExample')}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
      <Switch
        label={t('private')}
        hint={t('privateHint')}
        checked={isPrivate}
        onChange={setPrivate}
      />
      <Button
        type="submit"
        look="primary"
        icon={<Plus aria-hidden size={16} />}
        className="self-start"
      >
        {t('create')}
      </Button>
    </form>
  )
}
