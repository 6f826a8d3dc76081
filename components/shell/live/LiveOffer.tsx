'use client'

import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useArea, useMe, useReadable, useSync } from '#components/session/hooks.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { SessionHead } from '#lib/domain/sessions/items.ts'
import { Banner } from '../Banner.tsx'
import { Link } from '../Link.tsx'
import { useRoute } from '../location.ts'
import { formatPlace } from '../routes.ts'
import { LiveDot } from './LiveDot.tsx'
import { roomOf } from './liveActions.ts'
import { neverOffer, offeredTo } from './offered.ts'
import { useRunning } from './running.ts'
import { useWhoIsIn } from './whoIsIn.ts'

/**
 * Offers on every page the first session that runs and that this person has neither been in on this device nor waved away:
 * what it is, who is there, and the way in. Comes and goes while no pointer is pressed (UX14).
 */
export function LiveOffer() {
  const place = useRoute()
  const { id: me } = useMe()
  const offered = useReadable(offeredTo(me))
  const running = useRunning()
  const isOffline = useSync().kind === 'offline'
  const here = formatPlace(place)
  const inside = running.find(
    (head) => formatPlace({ workspace: place.workspace, route: roomOf(head) }) === here,
  )
  useEffect(() => {
    if (inside) neverOffer(me, inside.id)
  }, [me, inside])
  const open = inside || isOffline ? undefined : running.find(({ id }) => !offered.has(id))
  const people = useWhoIsIn(open?.id ?? null)
  const isPressed = usePressed()
  const next = people === null ? undefined : open
  const [shown, setShown] = useState(next)
  if (!isPressed && shown !== next) setShown(next)
  if (!shown) return null
  return <Offer head={shown} people={people ?? []} onHide={() => neverOffer(me, shown.id)} />
}

function Offer({
  head,
  people,
  onHide,
}: {
  readonly head: SessionHead
  readonly people: readonly string[]
  readonly onHide: () => void
}) {
  const t = textsOf('shell.offer')
  const area = useArea()
  const names = people.flatMap((id) =>
    area.phase === 'ready' ? (area.members.get(id)?.name ?? []) : [],
  )
  const [first = '', second = ''] = names
  return (
    <Banner
      tone="calm"
      icon={<LiveDot />}
      action={
        <>
          <Link
            to={roomOf(head)}
            aria-label={t('joinIt', { name: head.name })}
            className={buttonClasses('primary', 'small')}
          >
            {t('join')}
          </Link>
          <IconButton label={t('hide')} size="small" onClick={onHide}>
            <X aria-hidden size={14} />
          </IconButton>
        </>
      }
    >
      <span role="status">
        <span className="text-text">{t('runs', { name: head.name })}</span>
        {names.length > 0 ? (
          <span className="max-sm:block">
            <span aria-hidden className="max-sm:hidden">
              {' · '}
            </span>
            {t('who', { count: names.length, first, second, more: names.length - 2 })}
          </span>
        ) : null}
      </span>
    </Banner>
  )
}

function usePressed(): boolean {
  const [isPressed, setPressed] = useState(false)
  useEffect(() => {
    const down = () => setPressed(true)
    const up = () => setPressed(false)
    window.addEventListener('pointerdown', down, true)
    for (const end of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(end, up, true)
    }
    return () => {
      window.removeEventListener('pointerdown', down, true)
      for (const end of ['pointerup', 'pointercancel'] as const) {
        window.removeEventListener(end, up, true)
      }
    }
  }, [])
  return isPressed
}
