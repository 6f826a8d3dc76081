'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { keepDraft, readDraft } from '#components/session/drafts.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import { COMMENT_MAX_CHARACTERS } from '#lib/domain/sessions/ballot.ts'
import { castSize } from './roomActions.ts'

/** Why somebody votes as they do, for when nobody is there to be asked. What was typed stays on this device until it is sent (UX11). */
export function VoteComment({ room, story }: { readonly room: Room; readonly story: string }) {
  const t = useTranslations('planning.comment')
  const own = room.own[story]
  const draft = `vote:${room.session.id}:${story}`
  const [text, setText] = useState(() => readDraft(draft) || (own?.comment ?? ''))
  const isNew = text.trim() !== (own?.comment ?? '')
  const change = (next: string) => {
    setText(next)
    keepDraft(draft, next)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!own) return
    const { value, confidence } = own
    runAction(castSize, { room, story, value, confidence, comment: text.trim() })
    keepDraft(draft, '')
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-2">
      <Field label={t('label')} hint={own ? t('hint') : t('first')}>
        <Textarea
          value={text}
          maxLength={COMMENT_MAX_CHARACTERS}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
      {own && isNew ? (
        <div>
          <Button type="submit">{t('save')}</Button>
        </div>
      ) : null}
    </form>
  )
}
