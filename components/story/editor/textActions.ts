import { type Action, defineAction } from '#components/actions/index.ts'
import { copyText } from '#components/ui/copyText.ts'
import { focusMode } from '../focusMode.ts'
import type { Store } from './store.ts'

/** The open text that the actions act on. */
export interface TextTarget {
  /** Whether its find bar is open. */
  readonly find: Store<boolean>
  /** Whether it asks for a template; null where nothing may be written. */
  readonly template: Store<boolean> | null
  /** Gives all of it as Markdown. */
  readonly markdown: () => string
  /** It is alone on the screen; null in a panel, which is never alone. */
  readonly isAlone: boolean | null
}

export const findInText = defineAction<TextTarget>({
  id: 'text.find',
  group: 'Text',
  words: 'search replace words',
  opensField: true,
  run: ({ find }) => find.set(true),
})

export const chooseTemplate = defineAction<TextTarget>({
  id: 'text.template',
  group: 'Text',
  words: 'prepared text sections save as template',
  when: ({ template }) => template !== null,
  run: ({ template }) => template?.set(true),
})

export const copyAsMarkdown = defineAction<TextTarget>({
  id: 'text.markdown',
  group: 'Text',
  words: 'export clipboard md',
  run: ({ markdown }) => void copyText(markdown()),
})

export const focusOnText = defineAction<TextTarget>({
  id: 'text.focus',
  group: 'Text',
  words: 'zen distraction alone hide everything mode',
  when: ({ isAlone }) => isAlone === false,
  run: () => focusMode.set(true),
})

export const showEverything = defineAction<TextTarget>({
  id: 'text.unfocus',
  group: 'Text',
  words: 'leave focus mode',
  when: ({ isAlone }) => isAlone === true,
  run: () => focusMode.set(false),
})

/** What the palette offers while a text is open. */
export const textActions: readonly Action<TextTarget>[] = [
  findInText,
  chooseTemplate,
  copyAsMarkdown,
  focusOnText,
  showEverything,
]
