import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Copy } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { copyText } from '#components/ui/copyText.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { isLanguage, LANGUAGES } from '#lib/doc/languages.ts'

/** Above code: its language, and copying it. */
export function CodeBar({
  editor,
  node,
  place,
  readOnly,
}: {
  readonly editor: Editor
  readonly node: Node
  readonly place: () => number | undefined
  readonly readOnly: boolean
}) {
  const t = textsOf('story')
  const language = isLanguage(node.attrs.language) ? node.attrs.language : null
  const choose = (value: string) => {
    const pos = place()
    if (pos === undefined) return
    editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'language', value || null))
    editor.commands.focus()
  }
  return (
    <>
      {readOnly ? (
        <span className="px-1.5 text-label text-subtle">
          {language ? LANGUAGES[language] : null}
        </span>
      ) : (
        <select
          aria-label={t('code.language')}
          // Escape, then Tab, leaves the text; what is in it is reached by the block's menu.
          tabIndex={-1}
          value={language ?? ''}
          onChange={(event) => choose(event.target.value)}
          className="story-code-language"
        >
          <option value="">{t('code.plain')}</option>
          {Object.entries(LANGUAGES).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
      <span className="flex-1" />
      <IconButton
        label={t('code.copy')}
        size="small"
        tabIndex={readOnly ? 0 : -1}
        className="story-quiet"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void copyText(node.textContent)}
      >
        <Copy aria-hidden size={14} />
      </IconButton>
    </>
  )
}
