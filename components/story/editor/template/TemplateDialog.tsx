import type { Editor } from '@tiptap/core'
import { Star } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
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
      title="Templates"
      description="One that is chosen is added to the text; what is written there stays."
      size="small"
      place="top"
    >
      {templates.length === 0 ? (
        <p className="text-interface text-muted">
          There is no template yet.{' '}
          <Link
            to={{ page: 'settings', section: 'templates' }}
            className="text-accent-text underline underline-offset-2"
          >
            Write one in the settings
          </Link>
        </p>
      ) : (
        <div className="-mx-5 -mb-5 border-t">
          <Picker
            label="Find a template"
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
                  ...(isDefault && { icon: <Star aria-label="Offered first" size={14} /> }),
                }))
            }
            empty={(query) => `No template is called "${query}".`}
            onChoose={({ id }) => choose(templates.find((template) => template.id === id))}
          />
        </div>
      )}
      <SaveAsTemplate editor={editor} onSaved={onClose} />
    </Dialog>
  )
}
