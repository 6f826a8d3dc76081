import { textsOf } from '#components/language/loaded.ts'
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
  const t = textsOf('flow')
  return (
    <span title={t('newKeyMeans')} className={looks}>
      {t('newKey')}
    </span>
  )
}
