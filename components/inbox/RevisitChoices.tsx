'use client'

import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { keepAside } from '#components/flow/keepAside.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { unreadOf } from '#lib/domain/inbox/entry.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import type { Story } from '#lib/domain/story.ts'
import { dayAfter } from './dayAfter.ts'
import { noteDecision } from './inboxActions.ts'

/** For how many months a story can be set aside once more. */
const AGAIN = [1, 3, 6] as const

/** What can be done at once with a story that has come back on its day: reopen it, or keep it aside. */
export function RevisitChoices({
  item,
  story,
}: {
  readonly item: InboxItem
  readonly story: Story | undefined
}) {
  const t = useTranslations('inbox')
  const client = useWorkspaceClient()
  const isBack = unreadOf(item).some(
    ({ what }) => what.kind === 'revisit' && what.on === story?.revisitOn,
  )
  if (!isBack || story?.stage !== 'wont-do') return null
  const decided = ({ ok }: { readonly ok: boolean }) => {
    if (ok) runAction(noteDecision, { client, item })
  }
  const keep = (until: string | null) => decided(runAction(keepAside, { client, story, until }))
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button
        size="small"
        onClick={() => decided(runAction(storyMoves.reopenStory, { client, story, ask: nothing }))}
      >
        {t('revisit.reopen')}
      </Button>
      <Menu
        align="start"
        trigger={
          <Button size="small" look="quiet">
            {t('revisit.keepAside')}
          </Button>
        }
      >
        {AGAIN.map((months) => (
          <MenuItem key={months} onSelect={() => keep(dayAfter(Date.now(), months))}>
            {t(`revisit.for${months}`)}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => keep(null)}>{t('revisit.forGood')}</MenuItem>
      </Menu>
    </div>
  )
}

/** Reopening asks for nothing. */
function nothing(): void {}
