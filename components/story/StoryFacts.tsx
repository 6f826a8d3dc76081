import { Trash2 } from 'lucide-react'
import { availability, type ReadyArea, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { day } from '#components/ui/dates.ts'
import { trashStory, type StoryTarget } from './storyActions.ts'

/** What became of a story and when: nothing here can be edited. */
export function StoryFacts({
  target,
  area,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
}) {
  const t = textsOf('story')
  const { story } = target
  const author = area.members.get(story.capturedBy)
  const canTrash = availability(trashStory, target)
  const why = canTrash.kind === 'explained' ? canTrash.reason : undefined
  return (
    <>
      <dl className="grid grid-cols-[5rem_1fr] gap-x-3.5 gap-y-2 text-interface">
        <Term>{t('facts.captured')}</Term>
        <dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <span>{day(story.capturedAt)}</span>
          {author ? (
            <span className="flex min-w-0 items-center gap-1.5">
              <Avatar person={author} size="small" />
              <span className="wrap-anywhere">{author.name}</span>
            </span>
          ) : (
            <span className="text-muted">{t('facts.bySomeoneLeft')}</span>
          )}
        </dd>
        {story.sample ? (
          <>
            <Term>{t('facts.sample')}</Term>
            <dd className="text-muted">{t('facts.sampleMeans')}</dd>
          </>
        ) : null}
      </dl>
      <Button
        look="quiet"
        size="small"
        icon={<Trash2 aria-hidden size={14} />}
        title={why}
        aria-disabled={why !== undefined || undefined}
        className={`-ms-2 self-start ${why === undefined ? '' : 'opacity-55'}`}
        onClick={() => runAction(trashStory, target)}
      >
        {t('facts.trash')}
      </Button>
    </>
  )
}

function Term({ children }: { readonly children: string }) {
  return <dt className="text-label leading-5 text-subtle">{children}</dt>
}
