'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type Failed, request } from '#components/http/request.ts'
import { useProblem } from '#components/http/useProblem.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { BOARD, formatPlace } from './routes.ts'

/** Creates a workspace, owned by the person, and goes there. */
export function NewWorkspaceForm({
  input,
}: {
  readonly input?: React.RefObject<HTMLInputElement | null>
}) {
  const t = useTranslations('entry.newWorkspace')
  const problem = useProblem()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failed | null>(null)
  const create = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await request<{ workspace: string }>('POST', '/workspaces', { name })
    if (answer.ok) {
      location.assign(formatPlace({ workspace: answer.value.workspace, route: BOARD }))
      return
    }
    setBusy(false)
    setFailed(answer)
  }
  return (
    <form noValidate onSubmit={(event) => void create(event)} className="flex flex-col gap-3">
      <Field label={t('name')} name="name" error={failed && problem(failed)} keepLine>
        <Input
          ref={input}
          value={name}
          autoComplete="organization"
          onChange={(event) => {
            setName(event.target.value)
            setFailed(null)
          }}
        />
      </Field>
      <Button type="submit" look="primary" busy={busy} className="self-end">
        {t('submit')}
      </Button>
    </form>
  )
}
