import { defineAction } from '#components/actions/index.ts'
import { copyText } from '#components/ui/copyText.ts'
import { STAGE_NAMES } from '#lib/domain/stage.ts'
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
  title: 'Set the theme…',
  group: 'Selection',
  keys: ['T'],
  opensField: true,
  when: ({ page, stories }) =>
    possible(page, stories, ({ id, theme }) => ({ type: 'setTheme', story: id, theme })),
  run: ({ page, stories }) => page.pick('theme', stories),
})

export const pickLabel = defineAction<SeveralTarget>({
  id: 'several.label',
  title: 'Labels…',
  group: 'Selection',
  keys: ['Shift+L'],
  opensField: true,
  words: 'tag',
  when: ({ page, stories }) =>
    possible(page, stories, ({ id, labels }) => ({ type: 'setLabels', story: id, labels })),
  run: ({ page, stories }) => page.pick('label', stories),
})

/** Null takes the theme away. */
export const giveTheme = defineAction<SeveralTarget & { readonly theme: string | null }>({
  id: 'several.giveTheme',
  title: 'Set the theme',
  group: 'Selection',
  keysOnly: true,
  run: ({ page, stories, theme }) => {
    const name = theme === null ? null : page.area().settings.themes.get(theme)?.name
    return together(
      page,
      stories.filter((story) => story.theme !== theme),
      ({ id }) => ({ type: 'setTheme', story: id, theme }),
      (given) => `${nameOf(given)} ${name ? `in the theme ${name}` : 'without a theme'}`,
    )
  },
})

/** Gives a label to those that lack it; where none does, takes it from all. */
export const toggleLabel = defineAction<SeveralTarget & { readonly label: string }>({
  id: 'several.toggleLabel',
  title: 'Give or take a label',
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
      (given) => `${nameOf(given)} ${takes ? 'no longer' : 'now'} labelled “${label}”`,
    )
  },
})

/** As lines of Markdown, each a link. */
export const copyStories = defineAction<SeveralTarget>({
  id: 'several.copy',
  title: 'Copy as links',
  group: 'Selection',
  keys: ['$mod+C'],
  words: 'clipboard markdown share link',
  // Text that is marked on the page is what is meant to be copied.
  when: () => getSelection()?.isCollapsed !== false,
  run: ({ page, stories }) => void copyText(stories.map((story) => lineOf(page, story)).join('\n')),
})

/** Begins a selection where there is no keyboard: from then on a press selects. */
export const startSelecting = defineAction<SeveralTarget>({
  id: 'several.select',
  title: 'Select',
  group: 'Selection',
  keysOnly: true,
  when: ({ page }) => page.state.get().selection.ids.size === 0,
  run: ({ page, stories: [story] }) => story && select(page, story.id),
})

/** ST7. */
export const trashStories = defineAction<SeveralTarget>({
  id: 'several.trash',
  title: 'Move to trash',
  group: 'Selection',
  keys: ['Delete', 'Backspace'],
  words: 'delete remove',
  when: ({ page, stories }) => possible(page, stories, trashing),
  run: ({ page, stories }) =>
    together(page, stories, trashing, (gone) => `${nameOf(gone)} moved to trash`, {
      leaves: true,
    }),
})

function trashing({ id }: Story) {
  return { type: 'trashStory', story: id } as const
}

function lineOf(page: SeveralPage, story: Story): string {
  const title = story.title.replace(/[[\]\\]/g, '\\$&')
  const where = story.stage === null ? '' : ` (${STAGE_NAMES[story.stage]})`
  return `- [${story.key ?? 'New'} ${title}](${page.hrefOf(story)})${where}`
}
