'use client'

import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import { markAllDone } from './inboxActions.ts'

export function MarkAllDone({ items }: { readonly items: readonly InboxItem[] }) {
  const t = useTranslations('inbox')
  const client = useWorkspaceClient()
  return (
    <Button
      size="small"
      icon={<CheckCheck aria-hidden size={14} className="max-md:hidden" />}
      onClick={() => runAction(markAllDone, { client, items })}
    >
      {t('allDone')}
    </Button>
  )
}
