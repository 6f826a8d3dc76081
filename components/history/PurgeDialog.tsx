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
  const story = doomed?.story ?? null
  const count = doomed?.count ?? 0
  const stories = count === 1 ? '1 story' : `${count.toLocaleString('en')} stories`
  return (
    <Dialog
      open={doomed !== null}
      onOpenChange={(open) => open || onClose()}
      size="small"
      title={story ? `Remove ${shortName(story)} for good?` : `Remove ${stories} for good?`}
      description={
        story
          ? `“${story.title}”, its text and its versions are gone then. This cannot be undone.`
          : `What has been in the trash for ${TRASH_DAYS} days is gone then, with its text and versions. This cannot be undone.`
      }
      actions={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button
            look="danger"
            onClick={() => {
              runAction(removeForGood, { ...place, story })
              onClose()
            }}
          >
            Remove for good
          </Button>
        </>
      }
    />
  )
}
