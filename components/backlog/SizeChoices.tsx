'use client'

import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { MenuChoices } from '#components/ui/Menu.tsx'
import { SCALES } from '#lib/domain/team.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import type { ChoicesProps } from './ChoiceMenu.tsx'
import { sizeStories } from './planActions.ts'

const NONE = 'none'

/** The sizes of the team's scale. */
export function SizeChoices({ target, choose }: ChoicesProps) {
  const t = useTranslations('backlog')
  const { backlog, stories } = target
  const sizes = new Set(stories.map(({ size }) => size))
  const [size] = sizes
  const value = sizes.size === 1 ? (size ?? NONE) : ''
  return (
    <MenuChoices
      heading={t('sizeHeading', { stories: nameOf(stories) })}
      value={value}
      choices={[
        ...SCALES[backlog.team().scale].map((name) => ({
          value: name,
          label: <span className="font-mono">{name}</span>,
        })),
        { value: NONE, label: <span className="text-muted">{t('noSize')}</span> },
      ]}
      onChoose={(name) =>
        choose(
          () => void runAction(sizeStories, { ...target, size: name === NONE ? null : name }),
        )()
      }
    />
  )
}
