import type { Editor } from '@tiptap/core'
import { runAction, useWhyNot } from '#components/actions/index.ts'
import { createTemplate } from '#components/flow/createTemplate.ts'
import { NewThing } from '#components/flow/NewThing.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { newId } from '#lib/client/id.ts'
import { asTemplate } from './asTemplate.ts'

/** Where the story's text is given a name and becomes a template. Nothing is shown to whom may not, or without a text. */
export function SaveAsTemplate({
  editor,
  onSaved,
}: {
  readonly editor: Editor
  readonly onSaved: () => void
}) {
  const t = textsOf('story')
  const client = useWorkspaceClient()
  const mayNot = useWhyNot('manageTemplates')
  const content = asTemplate(editor.state.doc)
  if (mayNot !== null || content === '') return null
  const save = (name: string): string | null => {
    const target = { client, id: newId(), name, content, isSeen: false }
    const outcome = runAction(createTemplate, target, { refusalShown: true })
    if (outcome.ok) onSaved()
    return outcome.ok ? null : outcome.message
  }
  return (
    <div className="-mx-5 mt-5 -mb-5 border-t">
      <NewThing
        label={t('template.save')}
        draft={`asTemplate:${client.workspaceId}`}
        onCreate={save}
      />
    </div>
  )
}
