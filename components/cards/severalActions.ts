import { defineAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import { copyText } from '#components/ui/copyText.ts'
import type { Story } from '#lib/domain/story.ts'
import type { FocusState } from './listFocus.ts'
import { nameOf } from './nameOf.ts'
import { select, type Selectable } from './selectActions.ts'
import type { SelectionState } from './selection.ts'
import type { Store } from './store.ts'
import { possible, type Several, together } from './together.ts'

/** What is chosen for several stories from a list that can be searched. */
export type Pick = 'stage' | 'theme' | 'label' | 'team'

/** A screen on which the same is said of several stories. */
export interface SeveralPage extends Several, Selectable {
  readonly state: Store<FocusState & SelectionState>
  /** Opens the list, in place. */
  readonly pick: (pick: Pick, stories: readonly Story[]) => void
  /** The address of a story, to share. */
  readonly hrefOf: (story: Story) => string
}

/** What an action on several stories acts on: those selected, in the order of the screen, or the one in focus. */
export interface SeveralTarget {
  readonly page: SeveralPage
  readonly stories: readonly Story[]
}

export const pickTheme = defineAction<SeveralTarget>({
  id: 'several.theme',
  group: 'Selection',
  keys: ['T'],
  opensField: true,
  when: ({ page, stories }) =>
    possible(page, stories, ({ id, theme }) => ({ type: 'setTheme', story: id, theme })),
  run: ({ page, stories }) => page.pick('theme', stories),
})

export const pickLabel = defineAction<SeveralTarget>({
  id: 'several.label',
  group: 'Selection',
  keys: ['Shift+L'],
  opensField: true,
  when: ({ page, stories }) =>
    possible(page, stories, ({ id, labels }) => ({ type: 'setLabels', story: id, labels })),
  run: ({ page, stories }) => page.pick('label', stories),
})

/** Null takes the theme away. */
export const giveTheme = defineAction<SeveralTarget & { readonly theme: string | null }>({
  id: 'several.giveTheme',
  group: 'Selection',
  keysOnly: true,
  run: ({ page, stories, theme }) => {
    const name = theme === null ? null : page.area().settings.themes.get(theme)?.name
    return together(
      page,
      stories.filter((story) => story.theme !== theme),
      ({ id }) => ({ type: 'setTheme', story: id, theme }),
      (given) => {
        const t = textsOf('flow.said')
        const stories = nameOf(given)
        return name ? t('inTheme', { stories, theme: name }) : t('withoutTheme', { stories })
      },
    )
  },
})

/** Gives a label to those that lack it; where none does, takes it from all. */
export const toggleLabel = defineAction<SeveralTarget & { readonly label: string }>({
  id: 'several.toggleLabel',
  group: 'Selection',
  keysOnly: true,
  run: ({ page, stories, label }) => {
    const lacking = stories.filter(({ labels }) => !labels.includes(label))
    const takes = lacking.length === 0
    return together(
      page,
      takes ? stories : lacking,
      ({ id, labels }) => ({
        type: 'setLabels',
        story: id,
        labels: takes ? labels.filter((one) => one !== label) : [...labels, label],
      }),
      (given) =>
        textsOf('flow.said')(takes ? 'unlabelled' : 'labelled', { stories: nameOf(given), label }),
    )
  },
})

/** As lines of Markdown, each a link. */
export const copyStories = defineAction<SeveralTarget>({
  id: 'several.copy',
  group: 'Selection',
  keys: ['$mod+C'],
  // Text that is marked on the page is what is meant to be copied.
  when: () => getSelection()?.isCollapsed !== false,
  run: ({ page, stories }) => void copyText(stories.map((story) => lineOf(page, story)).join('\n')),
})

/** Begins a selection where there is no keyboard: from then on a press selects. */
export const startSelecting = defineAction<SeveralTarget>({
  id: 'several.select',
  group: 'Selection',
  keysOnly: true,
  when: ({ page }) => page.state.get().selection.ids.size === 0,
  run: ({ page, stories: [story] }) => story && select(page, story.id),
})

/** ST7. */
export const trashStories = defineAction<SeveralTarget>({
  id: 'several.trash',
  group: 'Selection',
  keys: ['Delete', 'Backspace'],
  when: ({ page, stories }) => possible(page, stories, trashing),
  run: ({ page, stories }) =>
    together(
      page,
      stories,
      trashing,
      (gone) => textsOf('flow.said')('trashed', { name: nameOf(gone) }),
      {
        leaves: true,
      },
    ),
})

function trashing({ id }: Story) {
  return { type: 'trashStory', story: id } as const
}

function lineOf(page: SeveralPage, story: Story): string {
  const title = story.title.replace(/[[\]\\]/g, '\\$&')
  const where = story.stage === null ? '' : ` (${stageName(story.stage)})`
  return `- [${story.key ?? textsOf('flow')('newKey')} ${title}](${page.hrefOf(story)})${where}`
}
