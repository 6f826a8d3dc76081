import CodeBlock from '@tiptap/extension-code-block'

/** Code without a language: a class name from a pasted page or a foreign client never reaches the screen. */
export const PlainCode = CodeBlock.extend({
  addAttributes: () => ({}),
  renderHTML: () => ['pre', ['code', 0]],
})
