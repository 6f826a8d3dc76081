import type { Editor } from '@tiptap/core'
import { LayoutTemplate } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useSettings } from '#components/session/hooks.ts'
import { isBlank } from '../around.ts'
import { offered } from './offered.ts'

/**
 * In an empty story: start from a template. Nothing is written before it is pressed, the one that is offered first included:
 * where two people open an empty story at once, it would be there twice.
 */
export function StartFrom({
  editor,
  me,
  onOthers,
}: {
  readonly editor: Editor
  readonly me: string
  readonly onOthers: () => void
}) {
  const t = textsOf('story')
  const settings = useSettings()
  const templates = useMemo(() => offered(settings?.templates.values() ?? []), [settings])
  const isEmpty = useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener)
      return () => editor.off('transaction', listener)
    },
    () => editor.state.doc.children.every((block) => isBlank(block)),
  )
  const [first] = templates
  if (!isEmpty || !first) return null
  const start = async () => {
    const { insertTemplate } = await import('./insertTemplate.ts')
    insertTemplate(editor.view, first.content, me)
  }
  return (
    <div role="group" aria-label={t('template.start')} className="flex flex-wrap gap-1.5 pt-3">
      <button type="button" className="story-add" onClick={() => void start()}>
        <LayoutTemplate aria-hidden size={14} />
        {t('template.startFrom', { name: first.name })}
      </button>
      {templates.length > 1 ? (
        <button type="button" className="story-add" onClick={onOthers}>
          {t('template.others')}
        </button>
      ) : null}
    </div>
  )
}
