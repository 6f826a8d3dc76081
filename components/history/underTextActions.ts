import { type Action, defineAction } from '#components/actions/index.ts'

/** What stands under a story's text: which of it is shown. */
export type UnderText = 'discussion' | 'timeline' | 'versions'

/** What the actions act on: `show` brings a part into view, `name` asks for a version's name there. */
export interface UnderTextTarget {
  readonly show: (part: UnderText) => void
  readonly name: () => void
}

/** What the palette offers where a story's history stands under its text. */
export const underTextActions: readonly Action<UnderTextTarget>[] = [
  defineAction<UnderTextTarget>({
    id: 'underText.discussion',
    group: 'Story',
    words: 'comments threads talk',
    run: ({ show }) => show('discussion'),
  }),
  defineAction<UnderTextTarget>({
    id: 'underText.timeline',
    group: 'Story',
    words: 'history events what happened',
    run: ({ show }) => show('timeline'),
  }),
  defineAction<UnderTextTarget>({
    id: 'underText.versions',
    group: 'Story',
    words: 'history compare restore',
    run: ({ show }) => show('versions'),
  }),
  defineAction<UnderTextTarget>({
    id: 'underText.nameVersion',
    group: 'Story',
    words: 'keep bookmark snapshot save',
    opensField: true,
    run: ({ name }) => name(),
  }),
]
