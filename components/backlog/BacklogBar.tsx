'use client'

import { Columns3, Layers, Rows3 } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { CapacityNote } from '#components/cards/pace/CapacityNote.tsx'
import type { FillTarget } from '#components/cards/pace/fillActions.ts'
import { Link } from '#components/shell/Link.tsx'
import { PageBar } from '#components/shell/PageBar.tsx'
import { classes } from '#components/ui/classes.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { Segmented } from '#components/ui/Segmented.tsx'
import type { Backlog as TeamBacklog } from '#lib/client/client.ts'
import { useBacklog } from './backlog.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { GroupMenu } from './GroupMenu.tsx'
import { InventoryNote } from './Inventory.tsx'
import { useTeamFacts } from './teamFacts.ts'
import { filterOf, layoutOf, type Look } from './useBacklogModel.ts'
import { showAs } from './viewActions.ts'

/** The page's own controls: how much work waits, how many stories, what of them is shown and how. */
export function BacklogBar({
  look: { route },
  content,
  fill,
}: {
  readonly look: Look
  readonly content: TeamBacklog
  /** What fills the team's next iteration. */
  readonly fill: FillTarget
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const { team, steps, themes } = useTeamFacts()
  const categories = content.stories.map(({ step }) => steps.get(step)?.category ?? 'todo')
  const open = categories.filter((category) => category !== 'done').length
  const notStarted = categories.filter((category) => category === 'todo').length
  return (
    <PageBar>
      <div className="flex min-w-0 flex-1 items-center gap-1 md:gap-2">
        {/* On narrow screens the bar above has no room for the name. */}
        <span aria-hidden className="max-w-20 shrink-0 truncate ps-1 font-semibold md:hidden">
          {team.name}
        </span>
        <InventoryNote notStarted={notStarted} content={content} fill={fill} />
        <span
          className={classes(
            'shrink-0 text-label whitespace-nowrap text-subtle tabular-nums max-md:hidden',
            // The next iteration needs the room.
            team.iterations && 'xl:max-2xl:hidden',
          )}
        >
          {t('open', { count: open })}
        </span>
        <CapacityNote team={team} fill={fill} className="max-xl:hidden" />
        <span className="flex-1" />
        {layoutOf(route) === 'stacked' ? <GroupMenu by={route.group ?? null} /> : null}
        <FilterMenu filter={filterOf(route)} themes={themes} />
        <Link
          to={{ page: 'plannings', team: team.id }}
          className={buttonClasses('secondary', 'small')}
        >
          <Layers aria-hidden size={14} />
          <ViewName>{t('plan')}</ViewName>
        </Link>
        <Segmented
          label={t('view')}
          value={layoutOf(route)}
          segments={[
            {
              value: 'stacked',
              label: <ViewName>{t('list')}</ViewName>,
              icon: <Rows3 aria-hidden size={14} />,
            },
            {
              value: 'columns',
              label: <ViewName>{t('board')}</ViewName>,
              icon: <Columns3 aria-hidden size={14} />,
            },
          ]}
          onChange={(next) => runAction(next === 'columns' ? showAs.board : showAs.list, backlog)}
          className="shrink-0"
        />
      </div>
    </PageBar>
  )
}

/** Its icon alone where there is little room: on narrow screens, and beside what says how full the next iteration is. */
function ViewName({ children }: { readonly children: string }) {
  const { team } = useTeamFacts()
  return (
    <span className={classes('max-md:sr-only', team.iterations && 'xl:max-2xl:sr-only')}>
      {children}
    </span>
  )
}
