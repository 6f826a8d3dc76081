'use client'

import { ClipboardCopy, RotateCcw } from 'lucide-react'
import { useEffect } from 'react'
import { defineAction, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { useArea, useRefused, useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { copyText } from '#components/ui/copyText.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import type { RefusedCommand, WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { isInSession } from '#lib/domain/sessions/command.ts'
import type { Role } from '#lib/domain/roles.ts'
import { howManyRefused } from './refusedCount.ts'
import { RefusedMissing } from './RefusedMissing.tsx'

/** What was not accepted: why, who can do it, the text to copy, another try. Nothing typed is lost (I5). */
export function RefusedPanel({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}) {
  const t = textsOf('overlays.refused')
  const refused = useRefused()
  const client = useWorkspaceClient()
  const isDone = open && refused.length === 0
  useEffect(() => {
    if (isDone) onClose()
  }, [isDone, onClose])
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title={refused.length === 0 ? t('none') : howManyRefused(refused.length)}
      description={t('means')}
      actions={
        refused.length > 1 ? (
          <Button
            onClick={() => refused.forEach(({ command }) => client.dismissRefusal(command.id))}
          >
            {t('dismissAll')}
          </Button>
        ) : null
      }
    >
      <ul className="flex flex-col gap-3">
        {refused.map((entry) => (
          <RefusedEntry key={entry.command.id} entry={entry} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

const tryAgain = defineAction<{
  readonly client: WorkspaceClient
  readonly command: RefusedCommand['command']
}>({
  id: 'refused.tryAgain',
  group: 'General',
  run: ({ client, command: { id, ...again } }) => {
    const sent = client.send(again as NewCommand)
    if (!sent.ok) return sent
    client.dismissRefusal(id)
  },
})

function RefusedEntry({
  entry: { command, refusal, title, at },
  onClose,
}: {
  readonly entry: RefusedCommand
  readonly onClose: () => void
}) {
  const t = textsOf('overlays')
  const client = useWorkspaceClient()
  const text = wordsIn(command)
  return (
    <li className="rounded-card border p-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0 font-medium break-words">
          {isInSession(command) ? t('inSession') : t(`wanted.${command.type}`)}
          {title ? <span className="font-normal text-muted"> · {title}</span> : null}
        </h3>
        <time dateTime={new Date(at).toISOString()} className="shrink-0 text-label text-subtle">
          {new Date(at).toLocaleTimeString(pageLocale(), { hour: '2-digit', minute: '2-digit' })}
        </time>
      </div>
      <p className="mt-1 text-danger">{refusalIn(refusal)}</p>
      <WhoCan who={refusal.who} />
      {refusal.missing && 'story' in command ? (
        <RefusedMissing storyId={command.story} missing={refusal.missing} onGo={onClose} />
      ) : null}
      {text ? (
        <blockquote className="mt-2 max-h-32 overflow-y-auto rounded-control bg-sunken p-2 break-words whitespace-pre-wrap">
          {text}
        </blockquote>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {text ? (
          <Button
            size="small"
            icon={<ClipboardCopy aria-hidden size={14} />}
            onClick={() => void copyText(text)}
          >
            {t('refused.copy')}
          </Button>
        ) : null}
        <Button
          size="small"
          icon={<RotateCcw aria-hidden size={14} />}
          onClick={() => runAction(tryAgain, { client, command })}
        >
          {t('refused.again')}
        </Button>
        <Button size="small" look="quiet" onClick={() => client.dismissRefusal(command.id)}>
          {t('refused.dismiss')}
        </Button>
      </div>
    </li>
  )
}

/** People by their ids as names, roles as they are called. */
function WhoCan({ who }: { readonly who: readonly string[] }) {
  const area = useArea()
  if (who.length === 0) return null
  const members = area.phase === 'ready' ? [...area.members.values()] : []
  const names = who.flatMap((one) => {
    const holders = members.filter(({ id, roles }) => id === one || roles.includes(one))
    return holders.length > 0 ? holders.map(({ name }) => name) : [roleName(one)]
  })
  return (
    <p className="mt-1 text-muted">
      {textsOf('overlays.refused')('who', { names: [...new Set(names)].join(', ') })}
    </p>
  )
}

/** One of a newer server is called as it is there. */
function roleName(role: string): string {
  const t = textsOf('words.roles')
  return t.has(role as Role) ? t(role as Role) : role
}

function wordsIn(command: RefusedCommand['command']): string | null {
  if ('title' in command) return command.title
  if (command.type === 'startThread') return inLines(command.text, command.suggestion?.to)
  if (command.type === 'reply' || command.type === 'editComment') return command.text
  if ('reason' in command && command.reason) return command.reason
  return null
}

function inLines(...texts: readonly (string | undefined)[]): string | null {
  return texts.filter(Boolean).join('\n\n') || null
}
