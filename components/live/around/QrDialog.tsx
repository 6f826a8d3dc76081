'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Dialog } from '#components/ui/Dialog.tsx'

/** Cameras need so many squares of light around it. */
const QUIET = 4

interface Squares {
  readonly size: number
  readonly path: string
}

/** An address as a picture that phones read; made in this browser. What makes it comes when it is wanted. */
export function QrDialog({
  isOpen,
  onClose,
  address,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly address: string
}) {
  const t = useTranslations('around.invite')
  const [made, setMade] = useState<Squares | 'missing' | null>(null)
  useEffect(() => {
    if (address === '') return
    let isWanted = true
    import('uqr').then(
      ({ encode }) => isWanted && setMade(squaresOf(encode(address, { border: QUIET }).data)),
      () => isWanted && setMade('missing'),
    )
    return () => {
      isWanted = false
    }
  }, [address])
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('qrTitle')}
      size="small"
    >
      <div className="flex flex-col items-center gap-3">
        {made === 'missing' ? (
          <p role="alert">{t('qrMissing')}</p>
        ) : made ? (
          // Dark on light in every theme: that is what cameras read.
          <svg
            role="img"
            aria-label={t('qrOf', { address })}
            viewBox={`0 0 ${made.size} ${made.size}`}
            className="w-full max-w-64 rounded-control"
            style={{ background: '#fff', color: '#000', forcedColorAdjust: 'none' }}
            shapeRendering="crispEdges"
          >
            <path d={made.path} fill="currentColor" />
          </svg>
        ) : null}
        <p className="text-label break-all text-muted select-all">{address}</p>
      </div>
    </Dialog>
  )
}

function squaresOf(rows: readonly (readonly boolean[])[]): Squares {
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return { size: rows.length, path }
}
