'use client'

import { Columns3, Rows3 } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Segmented } from '#components/ui/Segmented.tsx'
import { useBoard } from './board.ts'
import { showAs } from './viewActions.ts'

/** The same stories side by side in their stages, or one below the other. */
export function ViewSwitch({ value }: { readonly value: 'board' | 'list' }) {
  const t = textsOf('board.view')
  const board = useBoard()
  return (
    <Segmented
      label={t('label')}
      value={value}
      segments={[
        {
          value: 'board',
          label: <Name>{t('board')}</Name>,
          icon: <Columns3 aria-hidden size={14} />,
        },
        { value: 'list', label: <Name>{t('list')}</Name>, icon: <Rows3 aria-hidden size={14} /> },
      ]}
      onChange={(next) => runAction(showAs[next], board)}
      className="shrink-0"
    />
  )
}

function Name({ children }: { readonly children: string }) {
  return <span className="max-md:sr-only">{children}</span>
}
