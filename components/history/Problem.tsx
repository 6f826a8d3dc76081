import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'

/** Why something of the past is not here, and another try. */
export function Problem({
  message,
  again,
}: {
  readonly message: string
  readonly again: () => void
}) {
  const t = useTranslations('history')
  return (
    <div
      role="status"
      className="my-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border px-3 py-2 text-interface"
    >
      <p className="min-w-48 flex-1 text-muted">{message}</p>
      <Button size="small" onClick={again}>
        {t('again')}
      </Button>
    </div>
  )
}
