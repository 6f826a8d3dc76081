'use client'

import { Filter, X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuChoices, MenuLine } from '#components/ui/Menu.tsx'
import { byRank } from '#lib/domain/rank.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { useBacklog } from './backlog.ts'
import { type BacklogFilter, isOff, NO_THEME } from './filter.ts'
import { showAll } from './viewActions.ts'

const ANY = 'any'

/** Which stories are shown: of a theme, one's own, those that somebody is in. */
export function FilterMenu({
  filter,
  themes,
}: {
  readonly filter: BacklogFilter
  readonly themes: ReadonlyMap<string, Theme>
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const { state, show } = backlog
  const open = useStore(state, ({ filterOpen }) => filterOpen)
  const offered = [...themes.values()].filter(
    ({ id, archivedAt }) => archivedAt === null || id === filter.theme,
  )
  return (
    <span className="flex shrink-0 items-center">
      <Menu
        open={open}
        onOpenChange={(next) => state.set({ filterOpen: next })}
        trigger={
          <Button size="small" look="quiet" icon={<Filter aria-hidden size={14} />}>
            {isOff(filter) ? (
              <span className="max-md:sr-only">{t('filter.title')}</span>
            ) : (
              <span className="max-w-40 truncate">{inWords(filter, themes)}</span>
            )}
          </Button>
        }
      >
        <MenuChoices
          heading={t('filter.stories')}
          value={filter.who ?? ANY}
          choices={[
            { value: ANY, label: t('filter.everybody') },
            { value: 'mine', label: t('filter.mineLong') },
            { value: 'here', label: t('filter.hereLong') },
          ]}
          onChoose={(who) => show({ who: who === 'mine' || who === 'here' ? who : null })}
        />
        <MenuLine />
        <MenuChoices
          heading={t('filter.theme')}
          value={filter.theme ?? ANY}
          choices={[
            { value: ANY, label: t('filter.anyTheme') },
            ...offered.sort(byRank).map(({ id, name, colour }) => ({
              value: id,
              label: name,
              icon: <ThemeDot colour={colour} size={10} />,
            })),
            { value: NO_THEME, label: t('filter.noTheme') },
          ]}
          onChoose={(theme) => show({ theme: theme === ANY ? null : theme })}
        />
      </Menu>
      {isOff(filter) ? null : (
        <IconButton
          size="small"
          label={t('filter.clear')}
          onClick={() => runAction(showAll, backlog)}
        >
          <X aria-hidden size={14} />
        </IconButton>
      )}
    </span>
  )
}

function inWords({ theme, who }: BacklogFilter, themes: ReadonlyMap<string, Theme>): string {
  const parts = [
    who === 'mine'
      ? textsOf('backlog')('filter.mine')
      : who === 'here'
        ? textsOf('backlog')('filter.here')
        : null,
    theme === NO_THEME
      ? textsOf('backlog')('filter.noTheme')
      : theme === null
        ? null
        : (themes.get(theme)?.name ?? textsOf('backlog')('filter.theme')),
  ]
  return parts.filter(Boolean).join(', ')
}
