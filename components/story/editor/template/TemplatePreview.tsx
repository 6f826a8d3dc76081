import { useDeferredValue, useMemo } from 'react'
import { ReadContent } from '#components/history/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useSettings } from '#components/session/hooks.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { storyOf } from './insertTemplate.ts'

/** A story as a template begins it, to read only. */
export default function TemplatePreview({ markdown }: { readonly markdown: string }) {
  const t = textsOf('story')
  const settings = useSettings()
  const written = useDeferredValue(markdown)
  const content = useMemo(() => storyOf(written), [written])
  if (!settings) return null
  if (written.trim() === '') return <p className="text-label text-subtle">{t('template.empty')}</p>
  const known: Known = { members: new Map(), stories: new Map(), settings }
  return <ReadContent content={content} known={known} />
}
