'use client'

import { LogIn, RefreshCw } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable, useSync } from '#components/session/hooks.ts'
import { newVersionReady } from '#components/session/serviceWorker.ts'
import { useIdle } from './people/useIdle.ts'
import { Button } from '#components/ui/Button.tsx'
import { useBehind } from '#components/ui/useBehind.ts'
import { Banner } from './Banner.tsx'
import { loadLive } from './live/loading.ts'
import { SampleBanner } from './SampleBanner.tsx'
import { goToSignIn } from './signIn.ts'
import { SpokenSync } from './SpokenSync.tsx'

/** What concerns the whole workspace, in one line each, most urgent first; and aloud how far the work has got. */
export default function Banners() {
  useIdle()
  const live = useBehind(loadLive)
  return (
    <>
      <section aria-label={textsOf('shell')('notices')} className="shrink-0 empty:hidden">
        <SessionBanner />
        {live ? <live.LiveOffer /> : null}
        <SampleBanner />
      </section>
      <SpokenSync />
    </>
  )
}

/** The session has ended, or this page is too old: the way on, and that the work stays. */
function SessionBanner() {
  const t = textsOf('shell')
  const sync = useSync()
  const isNewVersionReady = useReadable(newVersionReady)
  if (sync.kind === 'signed-out') {
    return (
      <Banner
        tone="trouble"
        icon={<LogIn aria-hidden size={16} />}
        action={
          <Button size="small" look="primary" onClick={goToSignIn}>
            {t('session.again')}
          </Button>
        }
      >
        {t('session.ended', { count: sync.count })}
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
            {t('version.reload')}
          </Button>
        }
      >
        {sync.kind === 'reload-needed' ? t('version.needed') : t('version.ready')}
      </Banner>
    )
  }
  return null
}
