import { ListOrdered, Vote } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Segmented } from '#components/ui/Segmented.tsx'

/** What stands in the middle of the room: the votes on the current story, or the backlog to be ordered. */
export function RoomTabs({
  isOrdering,
  onToggle,
}: {
  readonly isOrdering: boolean
  readonly onToggle: () => void
}) {
  const t = useTranslations('planning.tabs')
  return (
    <Segmented
      label={t('label')}
      value={isOrdering ? 'order' : 'votes'}
      segments={[
        { value: 'votes', label: t('votes'), icon: <Vote aria-hidden size={14} /> },
        { value: 'order', label: t('order'), icon: <ListOrdered aria-hidden size={14} /> },
      ]}
      onChange={onToggle}
    />
  )
}
