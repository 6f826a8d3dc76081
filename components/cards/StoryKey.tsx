import { classes } from '#components/ui/classes.ts'
import type { Story } from '#lib/domain/story.ts'

/** A story's key; a quiet placeholder until the server has numbered it. */
export function StoryKey({
  story,
  className,
}: {
  readonly story: Story
  readonly className?: string
}) {
  const looks = classes('font-mono text-meta whitespace-nowrap text-subtle', className)
  if (story.key !== null) return <span className={looks}>{story.key}</span>
  return (
    <span title="Gets its number from the server" className={looks}>
      New
    </span>
  )
}
