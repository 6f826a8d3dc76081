'use client'

import { Filter, X } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
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
              <span className="max-md:sr-only">Filter</span>
            ) : (
              <span className="max-w-40 truncate">{inWords(filter, themes)}</span>
            )}
          </Button>
        }
      >
        <MenuChoices
          heading="Stories"
          value={filter.who ?? ANY}
          choices={[
            { value: ANY, label: "Everybody's" },
            { value: 'mine', label: 'Captured or watched by me' },
            { value: 'here', label: 'Somebody is in it now' },
          ]}
          onChoose={(who) => show({ who: who === 'mine' || who === 'here' ? who : null })}
        />
        <MenuLine />
        <MenuChoices
          heading="Theme"
          value={filter.theme ?? ANY}
          choices={[
            { value: ANY, label: 'Any theme' },
            ...offered.sort(byRank).map(({ id, name, colour }) => ({
              value: id,
              label: name,
              icon: <ThemeDot colour={colour} size={10} />,
            })),
            { value: NO_THEME, label: 'No theme' },
          ]}
          onChoose={(theme) => show({ theme: theme === ANY ? null : theme })}
        />
      </Menu>
      {isOff(filter) ? null : (
        <IconButton
          size="small"
          label="Show all stories again"
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
    who === 'mine' ? 'Mine' : who === 'here' ? 'Somebody in it' : null,
    theme === NO_THEME ? 'No theme' : theme === null ? null : (themes.get(theme)?.name ?? 'Theme'),
  ]
  return parts.filter(Boolean).join(', ')
}
