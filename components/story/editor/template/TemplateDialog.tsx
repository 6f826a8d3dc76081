import type { Editor } from '@tiptap/core'
import { Star } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useSettings } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Picker } from '#components/ui/Picker.tsx'
import type { Template } from '#lib/domain/template.ts'
import { insertTemplate } from './insertTemplate.ts'
import { SaveAsTemplate } from './SaveAsTemplate.tsx'
import { offered } from './offered.ts'

/** Asks which template to put into the text; or saves the text as one. */
export default function TemplateDialog({
  editor,
  me,
  onClose,
}: {
  readonly editor: Editor
  readonly me: string
  readonly onClose: () => void
}): ReactNode {
  const t = textsOf('story')
  const settings = useSettings()
  const templates = useMemo(() => offered(settings?.templates.values() ?? []), [settings])
  const choose = (template: Template | undefined) => {
    onClose()
    if (template) insertTemplate(editor.view, template.content, me)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('foot.templates')}
      description={t('template.means')}
      size="small"
      place="top"
    >
      {templates.length === 0 ? (
        <p className="text-interface text-muted">
          {t('template.none')}{' '}
          <Link
            to={{ page: 'settings', section: 'templates' }}
            className="text-accent-text underline underline-offset-2"
          >
            {t('template.write')}
          </Link>
        </p>
      ) : (
        <div className="-mx-5 -mb-5 border-t">
          <Picker
            label={t('template.find')}
            find={(query) =>
              templates
                .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
                .map(({ id, name, content, isDefault }) => ({
                  id,
                  title: name,
                  detail: content
                    .replace(/[#*>\s-]+/g, ' ')
                    .trim()
                    .slice(0, 80),
                  ...(isDefault && { icon: <Star aria-label={t('template.first')} size={14} /> }),
                }))
            }
            empty={(query) => t('template.notFound', { query })}
            onChoose={({ id }) => choose(templates.find((template) => template.id === id))}
          />
        </div>
      )}
      <SaveAsTemplate editor={editor} onSaved={onClose} />
    </Dialog>
  )
}
