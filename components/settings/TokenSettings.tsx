'use client'

import { Copy } from 'lucide-react'
import { useState } from 'react'
import { FormError } from '#components/ui/FormError.tsx'
import { useForm } from '#components/http/useForm.ts'
import { request } from '#components/http/request.ts'
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
  const { resource, reload } = useResource<{ tokens: readonly Token[] }>('/tokens')
  const [doomed, setDoomed] = useState<Token | null>(null)
  return (
    <>
      <Section
        title="API tokens"
        lead="A program that has one may do what you may do. Give each program a token of its own."
      >
        <NewToken reload={reload} />
      </Section>
      <Section title="Your tokens">
        <ResourceView resource={resource} reload={reload}>
          {({ tokens }) =>
            tokens.length === 0 ? (
              <p className="text-muted">You have no tokens.</p>
            ) : (
              <Rows label="Your API tokens">
                {tokens.map((token) => (
                  <Row key={token.id} title={token.name} detail={`Created ${day(token.createdAt)}`}>
                    <Button
                      size="small"
                      aria-label={`Delete the token ${token.name}`}
                      onClick={() => setDoomed(token)}
                    >
                      Delete
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
            <Field name="name" label="What it is for" error={errorOf('name')} keepLine>
              <Input autoComplete="off" placeholder="Import script" />
            </Field>
          </div>
          <Button type="submit" look="primary" busy={busy} className="mt-[1.375rem]">
            Create token
          </Button>
        </div>
        <FormError message={errorBeside('name')} />
      </form>
      {made ? (
        <div role="status" className="rounded-card border bg-surface p-4">
          <Field label="The token" hint="It is shown only now. Copy it to where it is needed.">
            <div className="flex gap-2">
              <Input
                readOnly
                value={made}
                className="font-mono"
                onFocus={(event) => event.currentTarget.select()}
              />
              <Button icon={<Copy aria-hidden size={16} />} onClick={() => void copyText(made)}>
                Copy
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
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    if (!token) return
    setBusy(true)
    const answer = await request('DELETE', `/tokens/${encodeURIComponent(token.id)}`)
    setBusy(false)
    if (answer.ok) showToast({ title: `The token “${token.name}” is deleted` })
    else showToast({ title: answer.message, tone: 'danger' })
    onClose()
    await reload()
  }
  return (
    <Dialog
      open={token !== null}
      onOpenChange={(open) => open || onClose()}
      size="small"
      title={`Delete “${token?.name ?? ''}”?`}
      description="Programs that use it lose their access at once. This cannot be undone."
      actions={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button look="danger" busy={busy} onClick={() => void remove()}>
            Delete token
          </Button>
        </>
      }
    />
  )
}
