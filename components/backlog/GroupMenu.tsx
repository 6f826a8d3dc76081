'use client'

import { Group } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { BACKLOG_GROUPS, type BacklogGroup } from '#components/shell/backlogRoute.ts'
import { Button } from '#components/ui/Button.tsx'
import { Menu, MenuChoices } from '#components/ui/Menu.tsx'
import { useBacklog } from './backlog.ts'
import { groupList } from './groupActions.ts'
import { useTeamFacts } from './teamFacts.ts'

const NONE = 'none'

/** What the list is put together by. */
export function GroupMenu({ by }: { readonly by: BacklogGroup | null }) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const { team } = useTeamFacts()
  return (
    <Menu
      trigger={
        <Button
          size="small"
          look="quiet"
          icon={<Group aria-hidden size={14} />}
          className={by ? 'bg-selected text-text' : undefined}
        >
          <span className="max-md:sr-only">{by ? t(`groups.${by}`) : t('group')}</span>
        </Button>
      }
    >
      <MenuChoices<BacklogGroup | typeof NONE>
        heading={t('groupBy')}
        value={by ?? NONE}
        choices={[
          { value: NONE, label: team.iterations ? t('iteration') : t('nothing') },
          ...BACKLOG_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) })),
        ]}
        onChoose={(choice) =>
          runAction(groupList, { backlog, by: choice === NONE ? null : choice })
        }
      />
    </Menu>
  )
}
