import { textblockTypeInputRule } from '@tiptap/core'
import CodeBlock from '@tiptap/extension-code-block'
import { isLanguage, readLanguage } from './languages.ts'

/** Code in one of the languages there are; a class name from a pasted page or a foreign client never reaches the screen. */
export const StoryCode = CodeBlock.extend({
  addAttributes: () => ({
    language: {
      default: null,
      validate: 'string|null',
      keepOnSplit: false,
      parseHTML: (pre: HTMLElement) => languageOf(pre),
      renderHTML: ({ language }: Record<string, unknown>) =>
        isLanguage(language) ? { 'data-language': language } : {},
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', 0]],
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^(?:```|~~~)([a-z+#]*)[\s\n]$/i,
        type: this.type,
        getAttributes: (match) => ({ language: readLanguage(match[1]) }),
      }),
    ]
  },
})

/** Pages say it in a class, on the block or around it: `language-ts`, `lang-ts`, `brush: ts`, `highlight-source-ts`. */
function languageOf(pre: HTMLElement): string | null {
  const own = readLanguage(pre.getAttribute('data-language'))
  if (own) return own
  const around = [pre.firstElementChild, pre, pre.parentElement]
  for (const element of around) {
    const said = /(?:language-|lang-|brush:\s*|highlight-source-)([\w+#-]+)/i.exec(
      element?.getAttribute('class') ?? '',
    )
    const language = readLanguage(said?.[1])
    if (language) return language
  }
  return null
}
