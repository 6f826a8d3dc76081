import type { ReactNode } from 'react'
import { SECTION_ICONS } from '#components/flow/sectionIcons.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import type { Section } from '#lib/doc/sectionNames.ts'
import type { Content } from '#lib/schema/history.ts'

/** A section with its label. A list that is nested in a criterion has none. */
export function EarlySection({
  kind,
  block: { attrs },
  inside,
  inner,
}: {
  readonly kind: Section
  readonly block: Content
  readonly inside: boolean
  readonly inner: ReactNode
}) {
  const t = textsOf('story')
  const Tag = kind === 'criteria' ? 'ol' : kind === 'questions' ? 'ul' : 'div'
  const body = <Tag className={`story-${kind}`}>{inner}</Tag>
  if (inside) return body
  const Icon = SECTION_ICONS[kind]
  return (
    <div
      role="group"
      aria-label={t(`sections.${kind}`)}
      data-section={kind}
      className={classes('story-section', attrs?.needed === false && 'is-not-needed')}
    >
      <div className="story-section-label">
        <Icon aria-hidden size={16} className="shrink-0 text-subtle" />
        <span className="text-label font-medium tracking-[0.02em] text-muted uppercase">
          {t(`sections.${kind}`)}
        </span>
      </div>
      {body}
    </div>
  )
}
