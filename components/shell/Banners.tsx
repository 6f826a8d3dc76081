'use client'

import { FlaskConical, LogIn, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { defineAction, runAction } from '#components/actions/index.ts'
import {
  useAreaFact,
  useMe,
  useReadable,
  useSync,
  useWorkspaceClient,
} from '#components/session/hooks.ts'
import { newVersionReady } from '#components/session/serviceWorker.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import type { AreaView, WorkspaceClient } from '#lib/client/client.ts'
import { goToSignIn } from './signIn.ts'
import { changes } from './syncText.ts'

/** What concerns the whole workspace, in one line each, most urgent first. */
export function Banners() {
  return (
    <section aria-label="Notices" className="shrink-0 empty:hidden">
      <SessionBanner />
      <SampleBanner />
    </section>
  )
}

/** The session has ended, or this page is too old: the way on, and that the work stays. */
function SessionBanner() {
  const sync = useSync()
  const isNewVersionReady = useReadable(newVersionReady)
  if (sync.kind === 'signed-out') {
    return (
      <Banner
        tone="trouble"
        icon={<LogIn aria-hidden size={16} />}
        action={
          <Button size="small" look="primary" onClick={goToSignIn}>
            Sign in again
          </Button>
        }
      >
        Your session has ended.{' '}
        {sync.count === 0
          ? 'Sign in again to go on with the others.'
          : `${changes(sync.count)} ${sync.count === 1 ? 'is' : 'are'} kept on this device and will be sent when you sign in.`}
      </Banner>
    )
  }
  if (sync.kind === 'reload-needed' || isNewVersionReady) {
    return (
      <Banner
        tone={sync.kind === 'reload-needed' ? 'trouble' : 'calm'}
        icon={<RefreshCw aria-hidden size={16} />}
        action={
          <Button size="small" look="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      >
        There is a new version of Sluice.{' '}
        {sync.kind === 'reload-needed'
          ? 'Reload this page to go on writing; your work is kept.'
          : 'Reload when it suits you; your work is kept.'}
      </Banner>
    )
  }
  return null
}

interface SamplesTarget {
  readonly client: WorkspaceClient
  readonly stories: readonly string[]
}

const removeSamples = defineAction<SamplesTarget>({
  id: 'workspace.removeSamples',
  title: 'Remove the sample stories',
  group: 'General',
  run: ({ client, stories }) => {
    const sent = client.send({ type: 'removeSamples' })
    if (!sent.ok) return sent
    return {
      ok: true,
      said: 'The sample stories are in the trash',
      undo: () => {
        for (const story of stories) {
          const restored = client.send({ type: 'restoreStory', story })
          if (!restored.ok) return restored
        }
      },
    }
  },
})

/** Sample data is for looking around; one click removes it. */
function SampleBanner() {
  // As one text, so that only a change of the samples renders again.
  const ids = useAreaFact(sampleIds)
  const client = useWorkspaceClient()
  const { roles } = useMe()
  const samples = ids === '' ? [] : ids.split(' ')
  if (samples.length === 0) return null
  const mayRemove = roles.includes('owner') || roles.includes('admin')
  return (
    <Banner
      tone="calm"
      icon={<FlaskConical aria-hidden size={16} />}
      action={
        mayRemove ? (
          <Button
            size="small"
            onClick={() => runAction(removeSamples, { client, stories: samples })}
          >
            Remove samples
          </Button>
        ) : null
      }
    >
      These are sample stories.
    </Banner>
  )
}

function sampleIds(area: AreaView): string {
  if (area.phase === 'loading') return ''
  const ids: string[] = []
  for (const { id, sample } of area.stories.values()) if (sample) ids.push(id)
  return ids.join(' ')
}

function Banner({
  tone,
  icon,
  action,
  children,
}: {
  readonly tone: 'calm' | 'trouble'
  readonly icon: ReactNode
  readonly action: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div
      role={tone === 'trouble' ? 'alert' : undefined}
      className={classes(
        'flex shrink-0 items-center gap-2 border-b px-3 py-1.5 md:px-4',
        tone === 'trouble' ? 'bg-danger-tint text-text' : 'bg-sunken text-muted',
      )}
    >
      <span className={classes('shrink-0', tone === 'trouble' && 'text-danger')}>{icon}</span>
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  )
}
