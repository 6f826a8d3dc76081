'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'

/** `refused`: it was asked just now, and said no. `unknown`: this browser cannot be asked. */
type Persistence = 'unknown' | 'kept' | 'best-effort' | 'refused'

/** Whether the browser may remove what is kept here when space gets short, and asking it not to. */
export function KeepAvailable() {
  const t = useTranslations('settings.offline')
  const [persistence, setPersistence] = useState<Persistence | null>(null)
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const next = await isPersisted()
      if (!isOver) setPersistence(next)
    }
    void look()
    return () => {
      isOver = true
    }
  }, [])
  if (persistence === null) return null
  const ask = async () => {
    const isKept = await navigator.storage.persist().catch(() => false)
    setPersistence(isKept ? 'kept' : 'refused')
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <p role="status" className="text-interface">
        {t(persistence)}
      </p>
      {persistence === 'best-effort' || persistence === 'refused' ? (
        <Button onClick={() => void ask()}>{t('keepTitle')}</Button>
      ) : null}
    </div>
  )
}

async function isPersisted(): Promise<Persistence> {
  if (!navigator.storage?.persisted) return 'unknown'
  const isKept = await navigator.storage.persisted().catch(() => false)
  return isKept ? 'kept' : 'best-effort'
}
