'use client'

import { UsersRound } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { Link } from '../Link.tsx'
import { useRoute } from '../location.ts'
import { LiveDot } from './LiveDot.tsx'
import { isRoom, roomOf } from './liveActions.ts'
import { useRunning } from './running.ts'

/** In the bottom bar, while a session runs: into its room. `look` gives the classes of an entry. */
export function LiveBarEntry({ look }: { readonly look: (current: boolean) => string }) {
  const t = textsOf('shell.nav')
  const [head] = useRunning()
  const { route } = useRoute()
  if (!head) return null
  const isHere = isRoom(route)
  return (
    <Link to={roomOf(head)} aria-current={isHere ? 'page' : undefined} className={look(isHere)}>
      <span className="relative">
        <UsersRound aria-hidden size={16} />
        <span className="absolute -end-1.5 -top-1">
          <LiveDot />
        </span>
      </span>
      <span className="max-w-full truncate">{t(head.team === null ? 'meetings' : 'planning')}</span>
      <span className="sr-only">, {t('runs')}</span>
    </Link>
  )
}
