import { CloudOff } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { useIsCutOff } from '#components/session/liveSession.ts'
import type { Room } from './room.ts'

/** Says that what is shown is how it was when the connection was lost, and that the way back is by itself. */
export function Connection({ room }: { readonly room: Pick<Room, 'isCurrent'> }) {
  const t = useTranslations('live')
  const isCutOff = useIsCutOff()
  // Right after opening what was kept is shown until the server answers: nothing is wrong yet.
  const isQuiet = room.isCurrent || !isCutOff
  return (
    <p
      role="status"
      className={
        isQuiet ? 'sr-only' : 'flex items-center gap-2 border-b bg-sunken px-4 py-2 text-interface'
      }
    >
      {isQuiet ? null : (
        <>
          <CloudOff aria-hidden size={16} className="shrink-0 text-muted" />
          {t('offline')}
        </>
      )}
    </p>
  )
}
