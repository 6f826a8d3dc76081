'use client'

import { type FormEvent, useRef, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable, useSettings } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { newId } from '#lib/client/id.ts'
import type { View } from '#lib/domain/view.ts'
import { naming } from './dialogs.ts'
import type { ViewTarget } from './here.ts'
import { lookOf } from './look.ts'
import { createView, nameView } from './viewActions.ts'

/** Asks what a view is to be called, and for a new one whose it is to be. */
export function ViewNaming({ target }: { readonly target: ViewTarget }) {
  const t = textsOf('views')
  const named = useReadable(naming)
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open={named !== null}
      onOpenChange={(next) => next || naming.set(null)}
      size="small"
      title={named === 'new' || named === null ? t('save') : t('rename')}
      description={named === 'new' ? t('saveMeans') : undefined}
      initialFocus={input}
    >
      {named === null ? null : <NameForm named={named} target={target} input={input} />}
    </Dialog>
  )
}

function NameForm({
  named,
  target,
  input,
}: {
  readonly named: 'new' | View
  readonly target: ViewTarget
  readonly input: React.RefObject<HTMLInputElement | null>
}) {
  const t = textsOf('views')
  const [name, setName] = useState(named === 'new' ? '' : named.name)
  const [isShared, setShared] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const place = usePlaceName(target)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const outcome =
      named === 'new'
        ? runAction(createView, { target, id: newId(), name, isShared }, { refusalShown: true })
        : runAction(nameView, { client: target.client, view: named, name }, { refusalShown: true })
    if (outcome.ok) naming.set(null)
    else setRefused(outcome.message)
  }
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-3">
      <Field label={t('name')} name="name" error={refused} keepLine>
        <Input
          ref={input}
          value={name}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setName(event.target.value)
            setRefused(null)
          }}
        />
      </Field>
      {named === 'new' ? (
        <div className="flex flex-col gap-1.5">
          <Segmented
            label={t('forWhom')}
            value={isShared ? 'shared' : 'mine'}
            segments={[
              { value: 'mine', label: t('forMe') },
              { value: 'shared', label: t('forAll') },
            ]}
            onChange={(next) => {
              setShared(next === 'shared')
              setRefused(null)
            }}
          />
          <p className="text-label text-subtle">
            {isShared ? t('sharedMeans', { place }) : t('mineMeans')}
          </p>
        </div>
      ) : null}
      <Button type="submit" look="primary" className="self-end">
        {named === 'new' ? t('goSave') : t('goRename')}
      </Button>
    </form>
  )
}

function usePlaceName({ route }: ViewTarget): string {
  const { backlog } = lookOf(route)
  const team = useSettings()?.teams.get(backlog ?? '')
  const t = textsOf('views')
  return team ? t('backlogOf', { team: team.name }) : t('area')
}
