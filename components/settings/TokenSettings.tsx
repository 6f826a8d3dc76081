'use client'

import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormError } from '#components/ui/FormError.tsx'
import { useForm } from '#components/http/useForm.ts'
import { request } from '#components/http/request.ts'
import { useProblem } from '#components/http/useProblem.ts'
import { Button } from '#components/ui/Button.tsx'
import { copyText } from '#components/ui/copyText.ts'
import { day } from '#components/ui/dates.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Section } from '#components/ui/Section.tsx'
import { showToast } from '#components/ui/toasts.ts'
import { ResourceView } from './ResourceView.tsx'
import { Row, Rows } from './Rows.tsx'
import { useResource } from './useResource.ts'

interface Token {
  readonly id: string
  readonly name: string
  readonly createdAt: number
}

/** Tokens with which programs act as this person. */
export function TokenSettings() {
  const t = useTranslations('settings.tokens')
  const { resource, reload } = useResource<{ tokens: readonly Token[] }>('/tokens')
  const [doomed, setDoomed] = useState<Token | null>(null)
  return (
    <>
      <Section title={t('title')} lead={t('lead')}>
        <NewToken reload={reload} />
      </Section>
      <Section title={t('yours')}>
        <ResourceView resource={resource} reload={reload}>
          {({ tokens }) =>
            tokens.length === 0 ? (
              <p className="text-muted">{t('none')}</p>
            ) : (
              <Rows label={t('list')}>
                {tokens.map((token) => (
                  <Row
                    key={token.id}
                    title={token.name}
                    detail={t('created', { date: day(token.createdAt) })}
                  >
                    <Button
                      size="small"
                      aria-label={t('deleteOne', { name: token.name })}
                      onClick={() => setDoomed(token)}
                    >
                      {t('delete')}
                    </Button>
                  </Row>
                ))}
              </Rows>
            )
          }
        </ResourceView>
      </Section>
      <DeleteDialog token={doomed} onClose={() => setDoomed(null)} reload={reload} />
    </>
  )
}

function NewToken({ reload }: { readonly reload: () => Promise<void> }) {
  const t = useTranslations('settings')
  const [made, setMade] = useState<string | null>(null)
  const { form, busy, errorOf, errorBeside } = useForm<{ token: string }>({
    draft: 'token',
    submit: ({ name }) => request('POST', '/tokens', { name }),
    onDone: ({ token }) => {
      setMade(token)
      void reload()
    },
    again: true,
  })
  return (
    <>
      <form {...form} className="max-w-md">
        <div className="flex items-start gap-2">
          <div className="flex-1">
            <Field name="name" label={t('tokens.for')} error={errorOf('name')} keepLine>
              <Input autoComplete="off" placeholder={t('tokens.example')} />
            </Field>
          </div>
          <Button type="submit" look="primary" busy={busy} className="mt-[1.375rem]">
            {t('tokens.create')}
          </Button>
        </div>
        <FormError message={errorBeside('name')} />
      </form>
      {made ? (
        <div role="status" className="rounded-card border bg-surface p-4">
          <Field label={t('tokens.made')} hint={t('tokens.madeHint')}>
            <div className="flex gap-2">
              <Input
                readOnly
                value={made}
                className="font-mono"
                onFocus={(event) => event.currentTarget.select()}
              />
              <Button icon={<Copy aria-hidden size={16} />} onClick={() => void copyText(made)}>
                {t('common.copy')}
              </Button>
            </div>
          </Field>
        </div>
      ) : null}
    </>
  )
}

function DeleteDialog({
  token,
  onClose,
  reload,
}: {
  readonly token: Token | null
  readonly onClose: () => void
  readonly reload: () => Promise<void>
}) {
  const t = useTranslations('settings')
  const problem = useProblem()
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    if (!token) return
    setBusy(true)
    const answer = await request('DELETE', `/tokens/${encodeURIComponent(token.id)}`)
    setBusy(false)
    if (answer.ok) showToast({ title: t('tokens.deleted', { name: token.name }) })
    else showToast({ title: problem(answer), tone: 'danger' })
    onClose()
    await reload()
  }
  return (
    <Dialog
      open={token !== null}
      onOpenChange={(open) => open || onClose()}
      size="small"
      title={t('tokens.ask', { name: token?.name ?? '' })}
      description={t('tokens.askLead')}
      actions={
        <>
          <Button onClick={onClose}>{t('common.keep')}</Button>
          <Button look="danger" busy={busy} onClick={() => void remove()}>
            {t('tokens.deleteNow')}
          </Button>
        </>
      }
    />
  )
}
