import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { shortName, type Story, TRASH_DAYS } from '#lib/domain/story.ts'
import { removeForGood, type TrashPlace } from './trashActions.ts'

/** What is about to be removed for good: one story, or `count` that are due. */
export interface Doomed {
  readonly story: Story | null
  readonly count: number
}

/** Asks before what cannot be undone. */
export function PurgeDialog({
  doomed,
  place,
  onClose,
}: {
  readonly doomed: Doomed | null
  readonly place: TrashPlace
  readonly onClose: () => void
}) {
  const t = useTranslations('history')
  const story = doomed?.story ?? null
  const count = doomed?.count ?? 0
  return (
    <Dialog
      open={doomed !== null}
      onOpenChange={(open) => open || onClose()}
      size="small"
      title={story ? t('purge.one', { story: shortName(story) }) : t('purge.many', { count })}
      description={
        story
          ? t('purge.oneMeans', { title: story.title })
          : t('purge.manyMeans', { days: TRASH_DAYS })
      }
      actions={
        <>
          <Button onClick={onClose}>{t('purge.keep')}</Button>
          <Button
            look="danger"
            onClick={() => {
              runAction(removeForGood, { ...place, story })
              onClose()
            }}
          >
            {t('purge.go')}
          </Button>
        </>
      }
    />
  )
}
