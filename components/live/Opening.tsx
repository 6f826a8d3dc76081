'use client'

import { CloudOff } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { useIsCutOff } from '#components/session/liveSession.ts'
import { Link } from '#components/shell/Link.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'

/** A session of which nothing is known here yet; without a connection, what can be done until there is one. */
export function Opening({
  children,
}: {
  /** That it is being opened. */ readonly children: string
}) {
  const t = useTranslations('live.opening')
  const isCutOff = useIsCutOff()
  return (
    <div role="status">
      {isCutOff ? (
        <EmptyState
          icon={<CloudOff aria-hidden size={24} />}
          title={t('cutOff')}
          action={
            <Link to={BOARD} className={buttonClasses('secondary')}>
              {t('toStories')}
            </Link>
          }
        >
          {t('cutOffMeans')}
        </EmptyState>
      ) : (
        <p className="p-6 text-muted">{children}</p>
      )}
    </div>
  )
}
