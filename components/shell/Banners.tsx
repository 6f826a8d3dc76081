'use client'

import { LogIn, RefreshCw } from 'lucide-react'
import { useReadable, useSync } from '#components/session/hooks.ts'
import { newVersionReady } from '#components/session/serviceWorker.ts'
import { Button } from '#components/ui/Button.tsx'
import { Banner } from './Banner.tsx'
import { SampleBanner } from './SampleBanner.tsx'
import { goToSignIn } from './signIn.ts'
import { SpokenSync } from './SpokenSync.tsx'
import { changes } from './syncText.ts'

/** What concerns the whole workspace, in one line each, most urgent first; and aloud how far the work has got. */
export default function Banners() {
  return (
    <>
      <section aria-label="Notices" className="shrink-0 empty:hidden">
        <SessionBanner />
        <SampleBanner />
      </section>
      <SpokenSync />
    </>
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
