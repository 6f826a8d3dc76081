import { Trash2 } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { day } from '#components/ui/dates.ts'
import { reasonShown } from '#lib/domain/inverse.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import type { Story } from '#lib/domain/story.ts'
import { trashStory, type StoryTarget } from './storyActions.ts'
import { dateInWords } from './when.ts'

/** What is known about a story besides its text. */
export function StoryFacts({
  target,
  members,
  stories,
}: {
  readonly target: StoryTarget
  readonly members: ReadonlyMap<string, MemberInfo>
  readonly stories: ReadonlyMap<string, Story>
}) {
  const { story } = target
  const reason = reasonShown(story)
  const author = members.get(story.capturedBy)
  const duplicate = story.duplicateOf ? stories.get(story.duplicateOf) : undefined
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 px-2 text-interface">
        {reason ? (
          <>
            <Term>{story.stage === 'wont-do' ? 'Reason' : 'Sent back'}</Term>
            <dd className="min-w-0 wrap-anywhere whitespace-pre-wrap">{reason}</dd>
          </>
        ) : null}
        {story.revisitOn ? (
          <>
            <Term>Look again</Term>
            <dd>{dateInWords(story.revisitOn)}</dd>
          </>
        ) : null}
        {duplicate ? (
          <>
            <Term>Repeats</Term>
            <dd className="min-w-0 wrap-anywhere">
              {duplicate.key} {duplicate.title}
            </dd>
          </>
        ) : null}
        <Term>Captured</Term>
        <dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <span>{day(story.capturedAt)}</span>
          {author ? (
            <span className="flex min-w-0 items-center gap-1.5">
              <Avatar person={author} size="small" />
              <span className="truncate">{author.name}</span>
            </span>
          ) : (
            <span className="text-muted">by someone who has left</span>
          )}
        </dd>
        {story.sample ? (
          <>
            <Term>Sample</Term>
            <dd className="text-muted">Goes when the sample stories are removed.</dd>
          </>
        ) : null}
      </dl>
      <Button
        look="quiet"
        size="small"
        icon={<Trash2 aria-hidden size={14} />}
        className="self-start"
        onClick={() => runAction(trashStory, target)}
      >
        Move to trash
      </Button>
    </>
  )
}

function Term({ children }: { readonly children: string }) {
  return <dt className="text-muted">{children}</dt>
}
