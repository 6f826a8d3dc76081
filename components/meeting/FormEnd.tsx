import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'

/** The end of a form: the way out, and what it does. */
export function FormEnd({
  go,
  isBusy,
  onCancel,
}: {
  readonly go: string
  readonly isBusy: boolean
  readonly onCancel: () => void
}) {
  const t = useTranslations('meeting.outcome')
  return (
    <div className="flex justify-end gap-2">
      <Button look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button look="primary" type="submit" busy={isBusy}>
        {go}
      </Button>
    </div>
  )
}
