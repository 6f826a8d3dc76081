import { CircleOff, Plus } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { textsOf } from '#components/language/loaded.ts'
import type { PickerLine } from '#components/ui/Picker.tsx'
import { byRank } from '#lib/domain/rank.ts'
import type { Story } from '#lib/domain/story.ts'
import { giveTheme, type SeveralTarget, toggleLabel } from './severalActions.ts'

/** A list to choose from for several stories. */
export interface Choosing {
  readonly label: string
  readonly find: (query: string) => readonly PickerLine[]
  readonly choose: (line: PickerLine, query: string) => void
  readonly empty: (query: string) => string
  /** Several can be chosen one after the other. */
  readonly multiple?: boolean
}

/** Which theme they get, or none. */
export function themesFor(target: SeveralTarget): Choosing {
  const t = textsOf('asks.pick')
  const { page, stories } = target
  const themes = [...page.area().settings.themes.values()]
    .filter(({ archivedAt }) => archivedAt === null)
    .sort(byRank)
  return {
    label: t('theme'),
    empty: (query) => (query === '' ? t('noTheme') : t('nothingTheme', { query })),
    find: (query) =>
      matching(query, [
        ...themes.map(({ id, name, colour }) => ({
          id,
          title: name,
          icon: <ThemeDot colour={colour} />,
          ...having(stories, ({ theme }) => theme === id),
        })),
        { id: '', title: t('withoutTheme'), icon: <CircleOff aria-hidden size={14} /> },
      ]),
    choose: ({ id }) => void runAction(giveTheme, { ...target, theme: id || null }),
  }
}

/** Labels they get or lose; any word is a new one. */
export function labelsFor(target: SeveralTarget): Choosing {
  const t = textsOf('asks.pick')
  const { page, stories } = target
  const labels = new Set<string>()
  for (const story of page.area().stories.values()) for (const one of story.labels) labels.add(one)
  const known = [...labels].sort((a, b) => a.localeCompare(b))
  return {
    label: t('label'),
    multiple: true,
    empty: () => t('noLabel'),
    find: (query) => {
      const found = matching(
        query,
        known.map((label) => ({
          id: label,
          title: label,
          ...having(stories, (story) => story.labels.includes(label)),
        })),
      )
      if (query === '' || labels.has(query)) return found
      const create = {
        id: query,
        title: t('newLabel', { label: query }),
        icon: <Plus aria-hidden size={14} />,
      }
      return [...found, create]
    },
    choose: ({ id }) => void runAction(toggleLabel, { ...target, label: id }),
  }
}

function matching(query: string, lines: readonly PickerLine[]): readonly PickerLine[] {
  const asked = query.toLowerCase()
  return lines.filter(({ title }) => title.toLowerCase().includes(asked))
}

/** A tick where all have it, the number where some do. */
function having(
  stories: readonly Story[],
  has: (story: Story) => boolean,
): Pick<PickerLine, 'chosen' | 'detail'> {
  const count = stories.filter(has).length
  if (count === 0) return {}
  if (count === stories.length) return { chosen: true }
  return { detail: textsOf('asks.pick')('some', { count, of: stories.length }) }
}
